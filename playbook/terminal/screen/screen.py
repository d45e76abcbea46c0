"""Say what the interview needs of a screen, whatever kind of terminal is behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import Literal, Protocol

Style = Literal["plain", "title", "question", "faint", "offer", "notice", "good"]


class Reason(Enum):
    """Why an interview ended."""

    FINISHED = "finished"
    LEFT = "left"
    INTERRUPTED = "interrupted"
    HUNG_UP = "hung up"
    TERMINATED = "terminated"
    INPUT_ENDED = "input ended"


class Leaving(BaseException):
    """Somebody or something ended the interview; raised out of whatever was being asked."""

    def __init__(self, reason: Reason, begun: str = "") -> None:
        self.reason = reason
        self.begun = begun
        """What stood on the line."""
        super().__init__(reason.value)


@contextmanager
def at_window() -> Iterator[None]:
    """Raise Leaving where the window was closed that something is written to."""
    try:
        yield
    except OSError:
        raise Leaving(Reason.HUNG_UP) from None


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph to show; its style adds to what the words say, never replaces it."""

    text: str
    style: Style = "plain"
    indent: int = 0
    mark: str = ""
    """What stands in front of the indented text."""
    sample: str = ""
    """A colour as #rrggbb that the words name, shown where the screen can."""


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One line to choose or to tick."""

    label: str
    detail: str = ""
    ticked: bool | None = None
    """Whether it is ticked, in a menu of ticks."""
    heading: str = ""
    """What stands above it, where a new part of the menu begins."""

    @property
    def text(self) -> str:
        """The line as it is shown, behind its number."""
        tick = {None: "", True: "[x] ", False: "[ ] "}[self.ticked]
        return f"{tick}{self.label}" + (f" ({self.detail})" if self.detail else "")


class Labelled(Protocol):
    """Something to choose."""

    @property
    def label(self) -> str:
        """What it is called."""


@dataclass(frozen=True, slots=True)
class Menu:
    """Numbered lines to choose from."""

    entries: tuple[MenuEntry, ...]
    cursor: int | None = None
    """The line that is offered, from 0."""

    @classmethod
    def of(cls, choices: Iterable[Labelled], cursor: int | None = 0) -> Menu:
        """Return a menu of some choices without any details, one of them offered."""
        return cls(tuple(MenuEntry(one.label) for one in choices), cursor)

    @property
    def offered(self) -> str:
        """The number of the line that is offered; nothing where none is."""
        return "" if self.cursor is None else str(self.cursor + 1)

    @property
    def labels(self) -> list[str]:
        """What each line is called."""
        return [entry.label for entry in self.entries]

    @property
    def ticks(self) -> bool:
        """Whether its lines are to be ticked, rather than one of them chosen."""
        return any(entry.ticked is not None for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What to ask for."""

    label: str = ""
    filled: str = ""
    """The answer so far, put in place to be changed where the screen can."""
    offered: str = ""
    """What Enter on its own takes."""
    several_lines: bool = False
    enter_ends: bool = False
    """Whether Enter ends the several lines, where the screen knows a paste from typing."""
    lists: bool = False
    """Whether each line of a paste is an answer of its own."""
    menu: Menu = Menu(())
    """What to choose from; where it is empty, one types."""


class Screen(Protocol):
    """Somewhere to show things to a person and to hear what they type."""

    @property
    def fills_in(self) -> bool:
        """Whether the answer so far can be put in place to be changed."""

    def show(self, *lines: Line) -> None:
        """Show some paragraphs."""

    def ask(self, prompt: Prompt) -> str:
        """Return what the person typed; raise Leaving when they or their terminal left."""

    def edit(self, text: str) -> str | None:
        """Return *text* as changed in the person's own editor, or None where there is none.

        Say first which editor opens, and how one leaves it.
        """
