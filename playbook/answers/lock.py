"""Let one person at a time work on an answers file.

The lock is ``.answers.yml.lock`` beside the file. It belongs to the operating system, so it
ends with the process that took it, however that ends; the empty file itself may stay.
``.answers.yml.owner`` says who holds the lock and since when.
"""

from __future__ import annotations

import contextlib
import datetime
import getpass
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import filelock

from playbook.answers.atomic import remove_remains
from playbook.errors import WorkspaceError, refusal

_LONGEST_NOTE = 300


@contextlib.contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the lock of *file*; raise WorkspaceError, saying who holds it, when it is taken."""
    target = file.resolve()
    note = target.with_name(f".{target.name}.owner")
    lock = filelock.FileLock(target.with_name(f".{target.name}.lock"), timeout=0)
    try:
        lock.acquire()
    except filelock.Timeout:
        raise WorkspaceError(
            f"{file.name} is being worked on by {_read(note)}. Finish there first, or close it."
        ) from None
    except OSError as error:
        reason = refusal(error).lower()
        raise WorkspaceError(f"{file.parent} cannot be written to: {reason}.") from error
    try:
        remove_remains(target)
        with contextlib.suppress(OSError):
            note.write_text(_who(), encoding="utf-8")
        yield
    finally:
        with contextlib.suppress(OSError):
            note.unlink()
        lock.release()


def _who() -> str:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = "somebody"
    since = datetime.datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    return f"{user} on {socket.gethostname()} (process {os.getpid()}) since {since}"


def _read(note: Path) -> str:
    try:
        text = note.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "somebody else"
    shown = "".join(character for character in text if character.isprintable())
    return shown[:_LONGEST_NOTE] or "somebody else"
