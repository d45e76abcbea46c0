"""Lead from an owner's folder to files for paper: read, print, and put in place together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import filelock

from playbook.answers.atomic import remove_remains, replace_file
from playbook.app.build import SITE_CONFIG, markdown_of
from playbook.app.folder import Folder
from playbook.errors import WorkspaceError
from playbook.model.editions import Edition
from playbook.pages.parts import Page
from playbook.paper.cards import cards
from playbook.paper.handbook import handbook
from playbook.paper.paper_look import PaperLook
from playbook.paper.poster_pdf import wall_map
from playbook.paper.printer import require
from playbook.resources import data_root
from playbook.site.source_tree import make_folder
from playbook.workspace import Workspace

Paper = Literal["a4", "letter"]
Kind = Literal["handbook", "poster", "cards"]
KINDS: tuple[Kind, ...] = get_args(Kind)
PAPER_FOLDER = "paper"
_PATIENCE = 60
_NOTHING = {
    "poster": "There is no poster, because no stage of the journey is described yet.",
    "cards": "There are no cards, because no role and no touchpoint is described yet.",
}
_NO_CODES = (
    "The cards have no code to point a phone at, because the web address of the playbook is not "
    "known. Tell it with: playbook interview --ask reviews-address"
)


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were made, and what is worth knowing about them."""

    files: tuple[Path, ...]
    notes: tuple[str, ...]


def export(  # noqa: PLR0913 - the one door to this room: what, for whom, on which paper
    workspace: Workspace,
    opened: Folder,
    pages: Sequence[Page],
    *,
    edition: Edition = "manager",
    paper: Paper = "a4",
    only: Sequence[Kind] = KINDS,
) -> Exported:
    """Print *pages*, those of *edition*, as PDF files into the folder ``print/`` of that edition.

    Raise PaperError, TemplateError or WorkspaceError; what was printed before stays as it was.
    """
    require()
    folder = Workspace(workspace.home_of(edition)).print
    wanted = [kind for kind in KINDS if kind in only]
    targets = {kind: folder / f"{kind}.pdf" for kind in wanted}
    _require_room(workspace, folder, list(targets.values()))
    # Everything is made before anything is written, so that the files belong together.
    made = {kind: _made(kind, workspace, opened, pages, paper) for kind in wanted}
    files = {targets[kind]: content for kind, content in made.items() if content is not None}
    if files:
        _put_in_place(folder, files, workspace.own)
    return Exported(tuple(files), tuple(_notes(made, opened)))


def _notes(made: Mapping[Kind, bytes | None], opened: Folder) -> Iterator[str]:
    for kind, content in made.items():
        if content is None:
            yield _NOTHING[kind]
    if made.get("cards") and opened.playbook.reviews.address is None:
        yield _NO_CODES


def _made(
    kind: Kind, workspace: Workspace, opened: Folder, pages: Sequence[Page], paper: Paper
) -> bytes | None:
    """Return one of the files, or None where there is nothing to show."""
    config = data_root() / SITE_CONFIG
    name, folder = opened.playbook.business.name, config / PAPER_FOLDER
    look = PaperLook(opened.look, name, folder, paper, opened.language)
    if kind == "poster":
        return wall_map(pages, look)
    if kind == "cards":
        return cards(pages, opened.playbook.reviews.address, look)
    texts = {
        place.removeprefix("docs/"): text
        for place, text in markdown_of(workspace, pages, opened.language, opened.left_out).items()
    }
    return handbook(pages, texts, look)


def _require_room(workspace: Workspace, folder: Path, targets: Sequence[Path]) -> None:
    """Raise WorkspaceError where the files cannot stand, or stand outside the owner's folder."""
    for place in (folder, *targets):
        workspace.refuse_links(place)
    for place in workspace.steps_to(folder):
        if place.exists() and not place.is_dir():
            raise WorkspaceError(
                f"{place} is a file, and what is printed needs that name. Rename it."
            )


def _put_in_place(folder: Path, files: Mapping[Path, bytes], own: Path) -> None:
    """Write *files* into *folder*, with nobody else writing there at the same time."""
    make_folder(folder)
    make_folder(own)
    try:
        with filelock.FileLock(own / "print.lock", timeout=_PATIENCE):
            for file, content in files.items():
                remove_remains(file)
                replace_file(file, content)
    except filelock.Timeout:
        raise WorkspaceError(
            f"Another export is writing into {folder}. Wait for it to end."
        ) from None
