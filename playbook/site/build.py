"""Build the website from finished pages: check, write the tree, run the engine, publish."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import filelock

from playbook.errors import TreeError, WorkspaceError
from playbook.site import engines, links
from playbook.site.brand import Look
from playbook.site.config import configuration
from playbook.site.inspection import check_output
from playbook.site.menu import Menu
from playbook.site.publish import publish, refuse_foreign
from playbook.site.tidy import tidy
from playbook.site.tree import Tree, check_address, write
from playbook.words import Words

ROBOTS = b"User-agent: *\nDisallow: /\n"
_PATIENCE = 120


@dataclass(frozen=True, slots=True)
class Built:
    """A finished website."""

    address: str
    """What to open in a browser."""
    warnings: tuple[str, ...]


def build_site(
    pages: Mapping[str, str],
    menu: Menu,
    name: Words,
    look: Look,
    *,
    folder: Path,
    config: Path,
    engine: str = "mkdocs",
    files: Mapping[str, bytes] | None = None,
) -> Built:
    """Build *pages* into ``site/`` inside *folder*; on any error the old site stays.

    *pages* and *files* (pictures and other things pages refer to) are keyed by their place
    in the tree, such as ``docs/journey/index.md``; *menu* names pages by their place inside
    ``docs/``. *config* is the folder with the shipped settings, theme and style.
    """
    chosen = engines.engine_called(engine)
    tree = make_tree(pages, menu, name, look, config=config, files=files or {})
    build, site = folder / "build", folder / "site"
    refuse_foreign(site)
    _make_folder(build)
    try:
        with filelock.FileLock(build / ".lock", timeout=_PATIENCE):
            write(tree, build)
            shutil.rmtree(build / engines.OUTPUT, ignore_errors=True)
            output = engines.run(chosen, build)
            check_output(output, (page.removeprefix("docs/") for page in pages))
            tidy(output, tree)
            publish(output, site, build)
    except filelock.Timeout:
        raise WorkspaceError(f"Another build is at work in {folder}. Wait for it to end.") from None
    return Built((site.resolve() / "index.html").as_uri(), look.warnings)


def make_tree(
    pages: Mapping[str, str],
    menu: Menu,
    name: Words,
    look: Look,
    *,
    config: Path,
    files: Mapping[str, bytes],
) -> Tree:
    """Return the whole tree that an engine builds; raise TreeError when a link leads nowhere."""
    tree: dict[str, bytes] = {"mkdocs.yml": configuration(name, menu, look, config=config).encode()}
    tree.update(_folder(config / "overrides", "overrides"))
    tree.update(_folder(config / "assets", "docs/assets"))
    tree.update({f"docs/{address}": content for address, content in look.files.items()})
    tree["docs/robots.txt"] = ROBOTS
    tree.update(files)
    problems = links.problems(
        {_inside_docs(page): text for page, text in pages.items()},
        menu,
        frozenset(address.removeprefix("docs/") for address in tree if address.startswith("docs/")),
    )
    if problems:
        raise TreeError(problems)
    tree.update({page: text.encode() for page, text in pages.items()})
    return tree


def _inside_docs(page: str) -> str:
    check_address(page)
    if not (page.startswith("docs/") and page.endswith(".md")):
        raise WorkspaceError(f"“{page}” is not a page: pages lie in docs/ and end in .md.")
    return page.removeprefix("docs/")


def _folder(folder: Path, prefix: str) -> dict[str, bytes]:
    return {
        f"{prefix}/{file.relative_to(folder).as_posix()}": file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not file.name.startswith(".")
    }


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkspaceError(f"Cannot make the folder {folder}: {error.strerror}.") from None
