"""Put two versions of the answers together that both came of one.

What only one of them changed is taken from there; what both changed is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from playbook.answers.answers import Answers
from playbook.model.paths import by_id, entries_in, ids_in, position_among, put

_WHOLE = (("interview", "skipped"), ("interview", "parked"))
"""What counts as one answer, though it has parts."""
_GONE = ()
"""A thing that is not in its list: it is there as a whole or not at all, unlike other answers."""


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
