"""Read and write the program's own files, which lie in a folder that anybody may have touched.

A folder that was handed on could hold a link in their place, and writing through it would
destroy a file of the owner's that we know nothing of.
"""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from playbook.answers.atomic import replace_file
from playbook.errors import WorkspaceError

LARGEST = 2 * 1024 * 1024


def read_own(file: Path) -> bytes | None:
    """Return what an own file holds; None without one, or for anything but a small plain file."""
    try:
        if not _is_ours(file) or file.lstat().st_size > LARGEST:
            return None
        return file.read_bytes()
    except OSError:
        return None


def write_own(file: Path, content: bytes) -> None:
    """Write an own file; where it cannot be ours, or cannot be written, nothing is.

    No answer depends on such a file, so this is no trouble for anybody.
    """
    with contextlib.suppress(OSError, WorkspaceError):
        if not file.parent.is_symlink():
            file.parent.mkdir(exist_ok=True)
        if _is_ours(file) or not (file.parent.is_symlink() or os.path.lexists(file)):
            replace_file(file, content)


def _is_ours(file: Path) -> bool:
    """Tell whether *file* is a plain file in a plain folder, with no link on the way."""
    if file.parent.is_symlink() or not os.path.lexists(file):
        return False
    return stat.S_ISREG(file.lstat().st_mode)
