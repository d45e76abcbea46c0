"""Take along what lies beside an answers file and belongs to it, without following any link.

A folder that was handed on could hold a link to any file of this computer; copied, that file
would be handed on in turn.
"""

from __future__ import annotations

import itertools
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from playbook.errors import WorkspaceError, refusal
from playbook.method.packs import pack_files_in
from playbook.workspace import Workspace

_MEMORY = Workspace(Path()).memory.as_posix()
BELONGINGS = ("brand", "templates", "packs", "languages")


def belongings(folder: Path, into: Path) -> dict[str, Path]:
    """Return the files in *folder* that go along to *into*, by their path in it.

    Raise WorkspaceError for a link, or where *into* lies in what would be copied.
    """
    if folder.resolve() == into.resolve():
        return {}
    roots = [folder / name for name in BELONGINGS]
    for root in roots:
        if root.exists() and into.resolve().is_relative_to(root.resolve()):
            raise WorkspaceError(f"{into} lies in {root}, which would be copied into itself.")
    memory = folder / _MEMORY
    _require_plain([memory.parent])
    found = [*itertools.chain(*map(_files, roots)), *memory.parent.glob(memory.name)]
    _require_plain(found)
    return {file.relative_to(folder).as_posix(): file for file in found}


def own_belongings(folder: Path) -> dict[str, Path]:
    """Return the files of a playbook's own folder that its answers may need, links left out."""
    files = itertools.chain(*(_files(folder / name) for name in BELONGINGS))
    return {file.relative_to(folder).as_posix(): file for file in files if _is_plain(file)}


def packs_in(folder: Path) -> dict[str, Path]:
    """Return the starter packs of a coach, by the path they get; raise WorkspaceError for none."""
    files = pack_files_in(folder)
    if not files:
        raise WorkspaceError(f"There is no starter pack in {folder}: no file ending in .yml.")
    _require_plain(files)
    return {f"packs/{file.name}": file for file in files}


def bring(files: Mapping[str, Path], into: Path) -> None:
    """Copy *files* to their paths below *into*, all of them or none.

    Raise WorkspaceError where another file is in the way, or when it cannot be done.
    """
    for place, file in files.items():
        _require_room(into, PurePosixPath(place), file)
    made: list[Path] = []
    try:
        _make(into, made)
        for place, file in files.items():
            target = into / place
            _make(target.parent, made)
            if not target.exists():
                made.append(target)
                shutil.copyfile(file, target)
    except OSError as error:
        _unmake(made)
        reason = refusal(error).lower()
        raise WorkspaceError(f"Cannot make the folder {into}: {reason}.") from None


def _files(folder: Path) -> Iterator[Path]:
    """Yield everything in *folder* that is no folder, and every link; follow none."""
    if folder.is_symlink():
        yield folder
        return
    for place, folders, files in os.walk(folder):
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        yield from (Path(place) / name for name in sorted([*files, *links]))


def _require_plain(files: Iterable[Path]) -> None:
    for file in files:
        if not _is_plain(file):
            raise WorkspaceError(
                f"{file} is a link or something else that cannot be copied.\n"
                "    Put the file itself there, or take it away."
            )


def _is_plain(file: Path) -> bool:
    if not os.path.lexists(file):
        return True
    mode = file.lstat().st_mode
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)


def _require_room(into: Path, place: PurePosixPath, file: Path) -> None:
    target = into / place
    way = [into / one for one in (place, *place.parents[:-1])]
    through_link = any(one.is_symlink() for one in way)
    if through_link or (os.path.lexists(target) and not _same(target, file)):
        raise WorkspaceError(f"{target} is there already; nothing was overwritten.")


def _same(one: Path, other: Path) -> bool:
    try:
        return one.is_file() and one.read_bytes() == other.read_bytes()
    except OSError:
        return False


def _make(folder: Path, made: list[Path]) -> None:
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir()
        made.append(one)


def _unmake(made: Sequence[Path]) -> None:
    for one in reversed(made):
        try:
            one.rmdir() if one.is_dir() else one.unlink(missing_ok=True)
        except OSError:
            continue
