"""Read lines that are typed, and know which of them came in one paste."""

from __future__ import annotations

import errno
import os
import select
import sys
import time

from playbook.terminal.screen.screen import Leaving, Reason

if sys.platform == "win32":
    import msvcrt

_READ_FAILED: dict[int | None, Reason] = {errno.EBADF: Reason.INPUT_ENDED}
"""Why an interview ends that can read no more, where that is not a window that was closed."""
_PASTE_PAUSE = 0.03
"""Seconds after a line in which only a paste brings another one."""


class LineReader:
    """Reads lines from a file descriptor, and knows which of them came in one paste."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._rest = b""
        self._ended = False
        self.is_terminal = os.isatty(descriptor)

    def read(self) -> tuple[str, list[str]]:
        """Return the next line, and on a terminal those that were pasted with it."""
        line = self._line()
        pasted = []
        while self.is_terminal and self._more_is_here():
            pasted.append(self._line())
        return line, pasted

    def _line(self) -> str:
        while b"\n" not in self._rest and not self._ended:
            try:
                chunk = os.read(self._descriptor, 65536)
            except OSError as error:  # the terminal is gone, or there never was any input
                raise Leaving(_READ_FAILED.get(error.errno, Reason.HUNG_UP)) from None
            self._ended = not chunk
            self._rest += chunk
        if not self._rest:
            raise Leaving(Reason.INPUT_ENDED)
        line, _, self._rest = self._rest.partition(b"\n")
        return line.decode("utf-8", "replace").rstrip("\r")

    def _more_is_here(self) -> bool:
        if self._rest:
            return True
        if self._ended:
            return False
        if sys.platform == "win32":  # select cannot watch a Windows console
            time.sleep(_PASTE_PAUSE)
            return msvcrt.kbhit()
        return bool(select.select([self._descriptor], [], [], _PASTE_PAUSE)[0])
