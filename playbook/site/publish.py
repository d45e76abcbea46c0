"""Put a finished site in the place of the old one, whole or not at all.

The owner may keep files of their own in ``site/``; they are carried over. Which files
are ours stands in a manifest in ``build/``. When that is lost, our pages are known by
the style sheet they name.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

from playbook.errors import WorkspaceError
from playbook.site.source_tree import Manifest, digest_of, files_in, read_manifest, write_manifest

MANIFEST = "site-manifest.json"
# Names that no owner gives; beside a site its own is put before them, as there may be others.
_OLD, _NEW = ".playbook-old", ".playbook-new"
_MARK = b"assets/playbook.css"
_CURRENT_FOLDER = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS
_NOT_SUPPORTED = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)


def refuse_foreign(site: Path) -> None:
    """Raise WorkspaceError when *site* holds something that is not a playbook site."""
    target = site.resolve()
    if target.exists() and not target.is_dir():
        raise WorkspaceError(f"{site} is a file, and the website needs that name. Rename it.")
    holds_something = any(target.glob("[!.]*"))
    if holds_something and not _marked(target / "index.html"):
        raise WorkspaceError(
            f"{site} holds files that are not a playbook site. Move them elsewhere, "
            "then build again."
        )


def prepare(site: Path, build: Path) -> None:
    """Mend a publication that was cut in half; raise WorkspaceError when *site* is not ours."""
    refuse_foreign(site)
    target = site.resolve()
    _recover(target, _aside(target, build))
    shutil.rmtree(_copy_beside(target), ignore_errors=True)
    refuse_foreign(site)


def publish(output: Path, site: Path, build: Path) -> None:
    """Make *site* equal to *output*, keeping the files in it that are not ours."""
    target = site.resolve()
    try:
        prepare(site, build)
        new = _beside(output, target, build)
        _put_in_place(new, target, _aside(target, build), build / MANIFEST)
    except OSError as error:
        raise WorkspaceError(
            f"Cannot put the new site in its place: {error.strerror} ({error.filename}). "
            "The last good site is untouched."
        ) from None


def _aside(target: Path, build: Path) -> Path:
    if _same_disk(build, target):
        return build / _OLD
    return target.with_name(f".{target.name}{_OLD}")


def _copy_beside(target: Path) -> Path:
    return target.with_name(f".{target.name}{_NEW}")


def _beside(output: Path, target: Path, build: Path) -> Path:
    """Return *output*, or a copy of it on the disk where *target* is: renames need one disk."""
    if _same_disk(build, target):
        return output
    new = _copy_beside(target)
    shutil.copytree(output, new)
    return new


def _put_in_place(new: Path, target: Path, aside: Path, manifest_file: Path) -> None:
    ours = {place: digest_of(file) for place, file in files_in(new).items()}
    before = read_manifest(manifest_file)
    _carry_over(target, new, before, ours)
    # The larger claim first: a kill in between must not turn our files into the owner's.
    write_manifest(manifest_file, {**before, **ours})
    target.parent.mkdir(parents=True, exist_ok=True)
    _swap(new, target, aside)
    write_manifest(manifest_file, ours)
    shutil.rmtree(aside, ignore_errors=True)


def _carry_over(old: Path, new: Path, before: Manifest, ours: Manifest) -> None:
    known = before or ours
    for file in sorted(old.rglob("*")):
        place = file.relative_to(old).as_posix()
        is_folder = file.is_dir() and not file.is_symlink()
        # Without our own list, doubt speaks for the owner.
        is_ours = place in known or (not before and _marked(file))
        if is_folder or is_ours:
            continue
        copy = new / place
        if os.path.lexists(copy):
            raise WorkspaceError(
                f"{file} is your own file, and the playbook now has a page of that name. "
                "Move it elsewhere, then build again."
            )
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, copy, follow_symlinks=False)


def _marked(page: Path) -> bool:
    return page.suffix == ".html" and page.is_file() and _MARK in page.read_bytes()[:20_000]


def _same_disk(build: Path, target: Path) -> bool:
    with contextlib.suppress(FileNotFoundError):
        return build.stat().st_dev == target.parent.stat().st_dev
    return True


def _swap(new: Path, old: Path, aside: Path) -> None:
    """Make *new* appear at *old*, and what stood there at *aside*.

    All three lie on one file system and *aside* does not exist. A kill at any moment
    leaves a whole folder at *old*, or one that ``_recover`` puts back.
    """
    if not old.exists():
        new.rename(old)
    elif _exchange(new, old):
        new.rename(aside)
    else:
        old.rename(aside)
        new.rename(old)


def _recover(old: Path, aside: Path) -> None:
    """Undo a swap that was cut in half, and clear what a finished one left."""
    if not aside.exists():
        return
    if old.exists():
        shutil.rmtree(aside)
    else:
        aside.rename(old)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders atomically; return False where the system cannot."""
    if sys.platform == "win32":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if hasattr(library, "renameat2"):
        here = _CURRENT_FOLDER
        result = library.renameat2(here, names[0], here, names[1], _EXCHANGE)
    elif hasattr(library, "renamex_np"):
        result = library.renamex_np(names[0], names[1], _EXCHANGE)
    else:
        return False
    number = ctypes.get_errno()
    if result != 0 and number not in _NOT_SUPPORTED:
        raise OSError(number, os.strerror(number), str(other))
    return bool(result == 0)
