"""Build the website from finished pages: check, write the tree, run the engine, publish."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import filelock

from playbook.brand.look import Look
from playbook.errors import TreeError, WorkspaceError
from playbook.language.language import Language
from playbook.method.models import Search
from playbook.site import engines, links
from playbook.site.config import configuration
from playbook.site.menu import Menu
from playbook.site.optimise.html import tidy
from playbook.site.optimise.search_index import improve
from playbook.site.output_check import check_output
from playbook.site.publish import prepare, publish, refuse_foreign
from playbook.site.source_tree import Tree, check_address, files_in, make_folder, write
from playbook.words import Words

DOCS = "docs/"
ROBOTS = b"User-agent: *\nDisallow: /\n"
PUBLIC = b"User-agent: *\nAllow: /\n"
_PATIENCE = 120


@dataclass(frozen=True, slots=True)
class Built:
    """A finished website."""

    address: str
    """What to open in a browser."""
    warnings: tuple[str, ...]


def build_site(  # noqa: PLR0913 - the one door to this room: what, for whom, where, how
    pages: Mapping[str, str],
    menu: Menu,
    name: Words,
    look: Look,
    *,
    folder: Path,
    config: Path,
    language: Language,
    engine: str = "mkdocs",
    files: Mapping[str, bytes] = MappingProxyType({}),
    search: Search | None = None,
    public: bool = False,
) -> Built:
    """Build *pages* into ``site/`` inside *folder*; on any error the old site stays.

    *pages* and *files* (pictures and other things pages refer to) are keyed by their place
    in the tree, such as ``docs/journey/index.md``; *menu* names pages by their place inside
    ``docs/``. *config* is the folder with the shipped settings, theme and style; the frame of
    every page speaks *language*.
    *search* holds what readers may type into the search. A *public* site is for everybody: search
    engines may list it, and its one page needs no menu.
    """
    chosen = engines.engine_called(engine)
    settings = configuration(name, menu, look, config=config, language=language, public=public)
    extra = {f"{DOCS}robots.txt": PUBLIC if public else ROBOTS, **files}
    tree = make_tree(pages, extra, settings, look, config)
    check_links(pages, menu, tree)
    build, site = folder / "build", folder / "site"
    refuse_foreign(site)
    _make_folder(build)
    try:
        with filelock.FileLock(build / ".lock", timeout=_PATIENCE):
            prepare(site, build)
            write(tree, build)
            _clear(build / engines.OUTPUT)
            output = engines.run(chosen, build)
            check_output(output, (page.removeprefix(DOCS) for page in pages))
            tidy(output, tree)
            if search is not None:
                improve(output, pages, search)
            publish(output, site, build)
    except filelock.Timeout:
        raise WorkspaceError(f"Another build is at work in {folder}. Wait for it to end.") from None
    return Built((site.resolve() / "index.html").as_uri(), look.warnings)


def make_tree(
    pages: Mapping[str, str], files: Mapping[str, bytes], settings: str, look: Look, config: Path
) -> Tree:
    """Return the whole tree that an engine builds, *settings* being the text of mkdocs.yml."""
    for place in (*pages, *files):
        check_address(place)
        if not place.startswith(DOCS):
            raise WorkspaceError(f"“{place}” does not lie in {DOCS}.")
    return {
        "mkdocs.yml": settings.encode(),
        **_folder(config / "overrides", "overrides/"),
        **_folder(config / "assets", f"{DOCS}assets/"),
        **{DOCS + address: content for address, content in look.files.items()},
        **files,
        **{place: text.encode() for place, text in pages.items()},
    }


def check_links(pages: Mapping[str, str], menu: Menu, tree: Tree) -> None:
    """Raise TreeError when a link, an anchor or a line of the menu leads nowhere."""
    texts = {place.removeprefix(DOCS): text for place, text in pages.items()}
    inside = frozenset(place.removeprefix(DOCS) for place in tree if place.startswith(DOCS))
    problems = links.problems(texts, menu, inside)
    if problems:
        raise TreeError(problems)


def _folder(folder: Path, prefix: str) -> dict[str, bytes]:
    return {
        prefix + place: file.read_bytes()
        for place, file in files_in(folder).items()
        if not file.name.startswith(".")
    }


def _clear(folder: Path) -> None:
    """Remove *folder*; of a link only the link, never what it leads to."""
    if folder.is_symlink():
        folder.unlink()
    else:
        shutil.rmtree(folder, ignore_errors=True)


def _make_folder(folder: Path) -> None:
    if folder.is_symlink():
        raise WorkspaceError(
            f"{folder} is a link. Remove it: Playbook makes a folder of that name."
        )
    make_folder(folder)
