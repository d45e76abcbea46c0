"""Keep the answers after every change, and say as a value what came of it.

Somebody may have changed the file by hand meanwhile. Then both versions are put together: what
only one of them changed is taken from there, and what both changed is for the owner to choose.
"""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from playbook.answers.answers import Answers
from playbook.answers.begun import BegunAnswers
from playbook.answers.file import ChangedMeanwhile
from playbook.draft.memory import Memory
from playbook.errors import Problem, ProblemsError, WorkspaceError
from playbook.model.paths import by_id, entries_in, ids_in, position_among, put

_WHOLE = (("interview", "skipped"), ("interview", "parked"))
"""What counts as one answer, though it has parts."""
_GONE = ()
"""A thing that is not in its list: it is there as a whole or not at all, unlike other answers."""


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


def merged(
    base: Answers, mine: Answers, theirs: Answers, *, mine_first: bool = True
) -> tuple[Answers, tuple[str, ...]]:
    """Return *mine* and *theirs*, which both came of *base*, together, and what both changed.

    Where both changed the same answer, that of one is taken. Things of a list are told apart by
    their ids, so that a change to one and a change to another do not meet.
    """
    merge = _Merge(mine_first, [])
    data = merge.of(dict(base.data), dict(mine.data), dict(theirs.data), ())
    return Answers(data or {}), tuple(sorted(".".join(path) for path in merge.both))


@dataclass(frozen=True, slots=True)
class _Merge:
    mine_first: bool
    both: list[tuple[str, ...]]
    """The places that both changed, each in another way."""

    def of(self, base: Any, mine: Any, theirs: Any, path: tuple[str, ...]) -> Any:
        """Return what holds at a place, where None is nothing."""
        if mine in (base, theirs):
            return theirs
        if base == theirs:
            return mine
        if path not in _WHOLE and _are_groups(mine, theirs):
            return self._group(base, mine, theirs, path)
        if _are_lists(mine, theirs):
            return self._list(base, mine, theirs, path)
        self.both.append(path)
        return mine if self.mine_first else theirs

    def _group(self, base: Any, mine: Any, theirs: Any, path: tuple[str, ...]) -> Any:
        was, is_mine, is_theirs = map(entries_in, (base, mine, theirs))
        together = is_theirs
        for key in {**was, **is_mine}:
            before, now = was.get(key), is_mine.get(key)
            if now != before:
                value = self.of(before, now, is_theirs.get(key), (*path, key))
                together = put(together, (key,), value)
        return together

    def _list(self, base: Any, mine: Any, theirs: Any, path: tuple[str, ...]) -> Any:
        was, is_mine, is_theirs = map(by_id, (base, mine, theirs))
        found = [
            self.of(
                was.get(item_id, _GONE),
                is_mine.get(item_id, _GONE),
                is_theirs.get(item_id, _GONE),
                (*path, item_id),
            )
            for item_id in _order([*was], [*is_mine], [*is_theirs])
        ]
        return [thing for thing in found if thing != _GONE]


def _are_groups(mine: object, theirs: object) -> bool:
    return isinstance(mine, dict | None) and isinstance(theirs, dict | None)


def _are_lists(*sides: object) -> bool:
    """Return whether all are lists in which each thing has an id of its own."""
    return all(isinstance(one, list) and len(set(ids_in(one))) == len(one) for one in sides)


def _order(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Return the ids of all in the order of *theirs* where that was changed, else of *mine*.

    What only the other has comes behind what it follows there: of “a b”, “b a c” and “a d b”, in
    which only the second moved something, come “b a d c”.
    """
    has_moved = _shared(base, theirs) != _shared(theirs, base)
    first, second = (theirs, mine) if has_moved else (mine, theirs)
    order = list(first)
    for item_id in second:
        if item_id not in order:
            order.insert(position_among(order, item_id, second), item_id)
    return order


def _shared(ids: Sequence[str], others: Sequence[str]) -> list[str]:
    return [one for one in ids if one in others]
