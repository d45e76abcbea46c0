"""Replace a file in one step, so that nobody ever finds half of it."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import time
from pathlib import Path

from playbook.errors import WorkspaceError, refusal

# Windows refuses to replace a file while a virus scanner or a sync service holds it.
_PATIENCE = 2.0 if os.name == "nt" else 0.0
_PAUSE = 0.05
_REASONS: dict[int | None, str] = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "the folder or the file is read-only for you",
    errno.EPERM: "the folder or the file is read-only for you",
    errno.ENOENT: "its folder is gone",
    errno.EIO: "the disk does not answer properly",
}


def replace_file(file: Path, content: bytes) -> None:
    """Put *content* in the place of *file*, all of it or nothing.

    A symbolic link is followed, the rights of the file are kept, and a hidden file that was
    begun is removed. Raise WorkspaceError when it cannot be done; *file* is then as it was.
    """
    try:
        target = file.resolve()
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        if mode is not None and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only")
        _write_and_swap(target, content, mode)
    except OSError as error:
        reason = _REASONS.get(error.errno) or refusal(error).lower()
        raise WorkspaceError(
            f"{file} cannot be written: {reason}. What it held before is untouched."
        ) from error


def remove_remains(file: Path) -> None:
    """Remove hidden files that a killed save of *file* left; call it only under its lock."""
    target = file.resolve()
    for remains in target.parent.glob(f".{target.name}.*.tmp"):
        with contextlib.suppress(OSError):
            remains.unlink()


def _write_and_swap(target: Path, content: bytes, mode: int | None) -> None:
    hidden = target.with_name(f".{target.name}.{secrets.token_hex(6)}.tmp")
    try:
        with hidden.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            hidden.chmod(mode)
        _swap(hidden, target)
    finally:
        # After the swap there is nothing left to remove; before it, nothing may stay behind.
        with contextlib.suppress(OSError):
            hidden.unlink(missing_ok=True)
    _settle(target.parent)


def _swap(hidden: Path, target: Path) -> None:
    give_up = time.monotonic() + _PATIENCE
    while True:
        try:
            hidden.replace(target)
        except PermissionError:
            if time.monotonic() >= give_up:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _settle(folder: Path) -> None:
    """Have the disk remember the new name; not every system and file system can."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
