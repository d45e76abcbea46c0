"""Keep the answers after every change, and say as a value what came of it.

Somebody may have changed the file by hand meanwhile. Then both versions are put together: what
only one of them changed is taken from there, and what both changed is for the owner to choose.
"""

from __future__ import annotations

import contextlib
import datetime
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from playbook.answers.answers import Answers
from playbook.answers.begun import BegunAnswers
from playbook.answers.file import ChangedMeanwhile
from playbook.answers.versions import merged
from playbook.draft.memory import Memory
from playbook.errors import Problem, ProblemsError, WorkspaceError


class Store(Protocol):
    """Where answers are kept."""

    @property
    def name(self) -> str:
        """What the place is called."""

    @property
    def begun(self) -> BegunAnswers:
        """What was begun when an interview broke off."""

    def save(self, answers: Answers) -> None:
        """Keep the answers; raise ChangedMeanwhile or another WorkspaceError."""

    def reload(self) -> Answers:
        """Return the answers as they are kept now."""

    def set_aside(self, today: datetime.date) -> str:
        """Keep a copy of the answers and return what it is called."""

    def remember(self, memory: Memory) -> None:
        """Keep what each question was when the owner last looked at it."""

    def bring(self, typed: str) -> str:
        """Copy a file of the owner's into their folder and return its path there."""

    def told(self, path: str) -> str:
        """Return what is to be said of the file at *path* in the owner's folder, often nothing."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The answers are kept."""

    answers: Answers


@dataclass(frozen=True, slots=True)
class BothChanged:
    """The place was changed since it was read; nothing was kept there, and nothing is lost."""

    mine: Answers
    theirs: Answers
    """The answers as they are kept now: what the next change is compared with."""
    paths: tuple[str, ...]
    """What both changed, each in another way; often nothing."""
    with_mine: Answers
    """Both together, with mine where both changed the same."""
    with_theirs: Answers


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The place was changed since it was read, and does not read as answers now."""

    problems: tuple[Problem, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class NotWritable:
    """The answers cannot be kept."""

    reason: str


Outcome: TypeAlias = Kept | BothChanged | Unreadable | NotWritable


def keep(store: Store, base: Answers, mine: Answers) -> Outcome:
    """Keep *mine*, which came of *base*, the answers as they were last kept or read."""
    try:
        with contextlib.suppress(ChangedMeanwhile):
            store.save(mine)
            return Kept(mine)
        theirs = store.reload()
    except ProblemsError as error:
        return Unreadable(error.problems, str(error))
    except WorkspaceError as error:
        return NotWritable(str(error))
    with_mine, paths = merged(base, mine, theirs)
    with_theirs, _ = merged(base, mine, theirs, mine_first=False)
    return BothChanged(mine, theirs, paths, with_mine, with_theirs)
