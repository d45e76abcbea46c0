"""Tell whether somebody is at a terminal, and open the screen that suits it."""

from __future__ import annotations

import codecs
import io
import os
import stat
import sys
from collections.abc import Mapping

from playbook.errors import WorkspaceError
from playbook.terminal.screen.line_reader import LineReader
from playbook.terminal.screen.plain import PlainScreen
from playbook.terminal.screen.screen import Screen

_STANDARD_INPUT = 0


def open_screen(*, plain: bool = False, environ: Mapping[str, str] = os.environ) -> Screen:
    """Return a screen for this terminal: plain lines where it cannot do more, or by wish."""
    if plain or not can_do_more(environ):
        return PlainScreen(output=sys.stdout, reader=LineReader(_STANDARD_INPUT))
    from prompt_toolkit.input import create_input
    from prompt_toolkit.output import create_output

    from playbook.terminal.screen.rich import RichScreen

    _listen_in_utf_8()
    return RichScreen(environ=environ, keyboard=create_input(), output=create_output())


def _listen_in_utf_8() -> None:
    """Hear every letter where Python was told to know ASCII only: terminals send UTF-8 then too."""
    keyboard = sys.stdin
    if isinstance(keyboard, io.TextIOWrapper) and codecs.lookup(keyboard.encoding).name == "ascii":
        keyboard.reconfigure(encoding="utf-8", errors="replace")


def can_do_more(environ: Mapping[str, str]) -> bool:
    """Return whether both ends of the terminal are there and it is not a dumb one."""
    if environ.get("TERM", "").lower() in ("dumb", "unknown"):
        return False
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def require_person(instead: str) -> None:
    """Raise WorkspaceError where nobody can answer: no terminal, no pipe and no file of answers."""
    try:
        # A device that is no terminal is the empty one that scheduled programs are given.
        mode = os.fstat(sys.stdin.fileno()).st_mode
        nobody = stat.S_ISCHR(mode) and not sys.stdin.isatty()
    except (AttributeError, OSError, ValueError):
        nobody = True
    if nobody:
        raise WorkspaceError(f"There is no terminal here to ask questions in. {instead}")
