"""Finished examples for tests that look at them, and one page of each kind to look at."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from playbook.app.build import build
from playbook.app.demo import copy_example
from playbook.app.folder import open_folder
from playbook.brand.look import design
from playbook.pages.catalogue import PAGE_TYPES
from playbook.words import Words

LOST = "404"
"""The page for lost readers, which no builder makes and every site has."""
KINDS = (*(page.kind for page in PAGE_TYPES), LOST)
_KIND = re.compile(r"\A---\n.*?^kind: ([a-z-]+)$.*?^---$", re.M | re.S)


@dataclass(frozen=True)
class Example:
    """A finished site, and the page that shows most of each kind."""

    site: Path
    build: Path
    by_kind: dict[str, str]


Maker = Callable[..., Example]


def make_example(
    folder: Path,
    name: str = "cafe",
    *,
    engine: str = "mkdocs",
    language: str = "en",
    edition: str = "manager",
    colour: str | None = None,
) -> Example:
    """Build an example below *folder*, in another language or colour if need be."""
    workspace = copy_example(name, folder)
    reading = open_folder(workspace)
    look = reading.look
    if colour:
        brand = reading.playbook.brand.model_copy(
            update={"colour": Words(colour), "accent": Words(colour)}
        )
        look = design(brand, reading.playbook.business.name, workspace.folder)
    reading = replace(reading, look=replace(look, language=language))
    build(workspace, reading, engine, edition)
    home = workspace.home_of(edition)
    return Example(home / "site", home / "build", _largest_of_each_kind(home / "build" / "docs"))


def page_of(kind: str, example: Maker, **how: str) -> tuple[Path, str]:
    """Return a site with a page of that *kind*, and the page's file name in it."""
    for edition in ("manager", "customer"):
        found = example(**how, edition=edition)
        if kind in found.by_kind:
            return found.site, found.by_kind[kind]
    raise AssertionError(f"no edition of the example has a page of the kind {kind}")


def _largest_of_each_kind(docs: Path) -> dict[str, str]:
    sizes: dict[str, tuple[int, str]] = {LOST: (0, "404.html")}
    for file in sorted(docs.glob("*.md")):
        text = file.read_text(encoding="utf-8")
        match = _KIND.match(text)
        if match:
            here = (len(text), f"{file.stem}.html")
            sizes[match[1]] = max(here, sizes.get(match[1], here))
    return {kind: page for kind, (_, page) in sizes.items()}
