"""Hold what a text may mean, to people who write numbers and dates in different ways."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, Literal, TypeAlias, TypeVar

Mark: TypeAlias = Literal["point", "comma"]
First: TypeAlias = Literal["day", "month"]
Habit = TypeVar("Habit")
Meaning = TypeVar("Meaning")


class Unclear(ValueError):  # noqa: N818 - an answer to ask about, not an error
    """An answer that cannot be read; its words ask for a better one."""


@dataclass(frozen=True, slots=True)
class Convention:
    """How the person who writes does it, as far as that is known."""

    decimal: Mark | None = None
    """What stands before the decimals of a number."""
    first: First | None = None
    """What comes first in a date such as 3/4/2027."""


NO_CONVENTION = Convention()


def meanings(
    habits: Iterable[Habit], known: Habit | None, read: Callable[[Habit], Meaning]
) -> tuple[Meaning, ...]:
    """Return what a text means to people of each of *habits*, each meaning once.

    “1,200” is 1200 to those who write a decimal point and 1.2 to those who write a comma. “7,50”
    means nothing to the first: *read* raises ValueError. A *known* habit comes first.
    """
    ordered = sorted(habits, key=lambda habit: habit != known)
    found: dict[Meaning, None] = {}
    for habit in ordered:
        with suppress(ValueError):
            found.setdefault(read(habit))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class ByHand(Generic[Meaning]):
    """What a text in a file counts as, where nobody can be asked what was meant.

    What is doubtful is no reason to stop, nor is what only earlier versions could read.
    """

    value: Meaning | None
    """What it counts as, None where that is left open."""
    meanings: tuple[Meaning, ...]
    """What it may mean: two values where it is doubtful, none where only the past knew one."""
    before: Meaning | None = None
    """What earlier versions took it for, where that may be something else."""
