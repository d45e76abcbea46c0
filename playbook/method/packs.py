"""Read starter packs, and complete each from the one for any trade."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from pathlib import Path as FilePath

from playbook.errors import ContentError, Problem
from playbook.method.models import Method, Pack
from playbook.method.pack_check import Sheet, faults, read_sheet
from playbook.model.paths import get, path_to
from playbook.resources import GENERIC


def pack_files(content: FilePath, own: FilePath | None = None) -> dict[str, FilePath]:
    """Return the file of each starter pack by id.

    A pack in the folder *own* joins ours, or takes the place of ours with the same id. Raise
    ContentError for a file of theirs that is a link out of that folder: a pack that was handed
    on could otherwise have any file of this computer read.
    """
    theirs = pack_files_in(own) if own else []
    links = [file for file in theirs if file.resolve().parent != file.parent.resolve()]
    if links:
        what, mend = "The file is a link to another place.", "Put the file itself here."
        raise ContentError([Problem(file.name, 0, what, mend) for file in links])
    return {file.stem: file for file in [*pack_files_in(content / "packs"), *theirs]}


def pack_files_in(folder: FilePath) -> list[FilePath]:
    """Return the files of the packs in *folder*; hidden ones are what systems leave behind."""
    return [file for file in sorted(folder.glob("*.yml")) if not file.name.startswith(".")]


class Packs(Mapping[str, Pack]):
    """The starter packs by id, read when they are first asked for; the generic one comes last.

    One pack is read without the others, so that a slip in a pack that is not used stands in
    nobody's way. Asking for one raises ContentError when it makes no sense, and asking for
    the values or items of all raises it with everything wrong in any.
    """

    def __init__(self, files: Mapping[str, FilePath], method: Method) -> None:
        if GENERIC not in files:
            what = "The starter pack for any trade is missing."
            raise ContentError([Problem(f"{GENERIC}.yml", 0, what)])
        order = sorted(files.keys() - {GENERIC})
        self._files = {name: files[name] for name in (*order, GENERIC)}
        self._method = method
        self._read: dict[str, Pack] = {}

    def __getitem__(self, name: str) -> Pack:
        if name not in self._read:
            self._read[name] = self._sound(read_sheet(self._files[name]))
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def values(self) -> ValuesView[Pack]:
        """Return the packs, all read at once."""
        self._read_all()
        return super().values()

    def items(self) -> ItemsView[str, Pack]:
        """Return the packs with their ids, all read at once."""
        self._read_all()
        return super().items()

    def replacing(self, pack: Pack) -> Packs:
        """Return the packs with *pack* in the place of the one with its id."""
        packs = Packs(self._files, self._method)
        packs._read = {**self._read, pack.id: pack}
        return packs

    def _sound(self, sheet: Sheet) -> Pack:
        """Return the pack on *sheet*, completed; raise ContentError where it makes no sense."""
        is_generic = sheet.pack.id == GENERIC
        pack = sheet.pack if is_generic else _complete(sheet.pack, self[GENERIC])
        if problems := list(faults(pack, sheet, self._method)):
            raise ContentError(problems)
        return pack

    def _read_all(self) -> None:
        problems: list[Problem] = []
        for name in self:
            try:
                self[name]
            except ContentError as error:
                problems += error.problems
        if problems:
            raise ContentError(problems)


def _complete(pack: Pack, generic: Pack) -> Pack:
    """Return *pack* with each field of a section that it leaves out taken from *generic*."""
    suggests = {
        section: generic.suggests.get(section, {}) | pack.suggests.get(section, {})
        for section in (*pack.suggests, *generic.suggests)
    }
    # A list that comes from the generic pack comes with what was renamed in it.
    renamed = {
        path: names
        for path, names in generic.renamed.items()
        if get(pack.suggests, path_to(path)) is None
    }
    return pack.model_copy(update={"suggests": suggests, "renamed": renamed | pack.renamed})
