"""Turn Ctrl-C, a closed window and a request to stop into a tidy end of the interview."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from playbook.terminal.screen.screen import Leaving, Reason

_REASONS = {signal.SIGINT: Reason.INTERRUPTED, signal.SIGTERM: Reason.TERMINATED}
if hasattr(signal, "SIGHUP"):  # missing on Windows
    _REASONS[signal.SIGHUP] = Reason.HUNG_UP


class Interruptions:
    """Holds a signal back while an answer is being saved, and lets it through afterwards."""

    def __init__(self) -> None:
        self._holding = False
        self._waiting: Reason | None = None

    @contextmanager
    def caught(self) -> Iterator[None]:
        """Raise Leaving for every signal that would otherwise kill the interview."""
        before = {number: signal.signal(number, self._came) for number in _REASONS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler or signal.SIG_DFL)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let the work inside finish before a signal counts."""
        self._holding = True
        try:
            yield
        finally:
            self._holding = False
        if self._waiting is not None:
            reason, self._waiting = self._waiting, None
            raise Leaving(reason)

    def _came(self, number: int, _frame: FrameType | None) -> None:
        reason = _REASONS[signal.Signals(number)]
        if self._holding:
            self._waiting = reason
        else:
            raise Leaving(reason)
