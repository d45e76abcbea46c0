"""Tell what the terminal can do, and open the screen that suits it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from playbook.terminal.screen.plain import PlainScreen
from playbook.terminal.screen.screen import Screen


def open_screen(*, plain: bool = False, environ: Mapping[str, str] = os.environ) -> Screen:
    """Return a screen for this terminal: plain lines where it cannot do more, or by wish."""
    if plain or not can_do_more(environ):
        return PlainScreen()
    from playbook.terminal.screen.rich import RichScreen

    return RichScreen(environ=environ)


def can_do_more(environ: Mapping[str, str]) -> bool:
    """Return whether both ends of the terminal are there and it is not a dumb one."""
    if environ.get("TERM", "").lower() in ("dumb", "unknown"):
        return False
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
