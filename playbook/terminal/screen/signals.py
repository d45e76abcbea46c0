"""Turn Ctrl-C, a closed window and a request to stop into a tidy end of the interview."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from playbook.terminal.screen.screen import Leaving, Reason

_REASONS = {
    "SIGINT": Reason.INTERRUPTED,
    "SIGTERM": Reason.TERMINATED,
    "SIGHUP": Reason.HUNG_UP,  # missing on Windows
}


class Interruptions:
    """Holds a signal back while an answer is being saved, and lets it through afterwards."""

    def __init__(self) -> None:
        self._holding = False
        self._waiting: Reason | None = None

    @contextmanager
    def caught(self) -> Iterator[None]:
        """Raise Leaving for every signal that would otherwise kill the interview."""
        numbers = {getattr(signal, n): r for n, r in _REASONS.items() if hasattr(signal, n)}
        before = {}
        for number in numbers:
            before[number] = signal.signal(number, self._came)
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler if handler is not None else signal.SIG_DFL)

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
        reason = _REASONS[signal.Signals(number).name]
        if self._holding:
            self._waiting = reason
        else:
            raise Leaving(reason)
