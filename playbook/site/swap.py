"""Put a finished folder in the place of an old one, in one step where the system can."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

_CURRENT_FOLDER = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS
_NOT_SUPPORTED = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)


def swap(new: Path, old: Path, aside: Path) -> None:
    """Make *new* appear at *old*, and what stood there at *aside*.

    All three lie on one file system and *aside* does not exist. A kill at any moment
    leaves a whole folder at *old*, or one that ``recover`` puts back.
    """
    if not old.exists():
        new.rename(old)
    elif _exchange(new, old):
        new.rename(aside)
    else:
        old.rename(aside)
        new.rename(old)


def recover(old: Path, aside: Path) -> None:
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
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        here = _CURRENT_FOLDER
        result = library.renameat2(here, names[0], here, names[1], _EXCHANGE)
    elif sys.platform == "darwin" and hasattr(library, "renamex_np"):
        result = library.renamex_np(names[0], names[1], _EXCHANGE)
    else:
        return False
    if result == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_SUPPORTED:
        return False
    raise OSError(number, os.strerror(number), str(other))
