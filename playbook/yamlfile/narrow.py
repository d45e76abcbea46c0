"""Find the lines of a large text in which it differs from what it should say.

The text is not parsed: entries are found by their indent. Each part found is read before
it is used (see ``edit``), and wherever something does not add up, nothing is found and the
whole text is read instead.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from playbook.yamlfile.match import match
from playbook.yamlfile.tree import Plain

_KEY = re.compile(r"([^\s:#'\"\[\]{},&*!|>%@`?-][^:\n#]*):(?=[ \n]|\Z)")
_OPENING = re.compile(r"[ \t]*(?:#[^\n]*)?\n")
_FIRST_ENTRY = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*( *)(?=[^ \n])")
_SMALL = 4_000
"""Parts of no more characters are not divided further."""
Holder: TypeAlias = "dict[str, Plain] | list[Plain]"


@dataclass(frozen=True, slots=True)
class Part:
    """Whole lines of a text, what they say and what they should say."""

    start: int
    end: int
    text: str
    old: Holder
    new: Holder
    head: str = ""
    """The lines of the keys that the part is in, when it is to be read together with them."""


@dataclass(frozen=True, slots=True)
class _Key:
    """A key, and its line, on which no value stands."""

    word: str
    line: str


class _UnclearError(Exception):
    """The lines do not show where the entries are."""


def parts_that_differ(
    text: str, known: dict[str, Plain], wanted: dict[str, Plain]
) -> list[Part] | None:
    """Return the parts of *text*, which says *known*, to change so that it says *wanted*.

    Return None when they cannot be told apart.
    """
    if "\r" in text or text.startswith("\ufeff") or not known:
        return None
    try:
        return list(_Region(text, 0, len(text), known, None).parts(wanted))
    except _UnclearError:
        return None


class _Region:
    """Lines that hold all entries of one mapping or list, and nothing else."""

    def __init__(self, text: str, start: int, end: int, known: Holder, around: _Key | None) -> None:
        self.text = text
        self.start = start
        self.known = known
        self.around = around
        self.starts = _starts(text, start, end, known)
        self.ends = [*self.starts[1:], end]

    def parts(self, wanted: Holder) -> list[Part]:
        """Return the parts in which the entries differ from *wanted*."""
        old, new = _labelled(self.known, wanted)
        places = _places(old, new)
        behind = self._behind_the_last({str(one): new[one] for one in new if one not in old})
        if behind is not None:
            found = self._found(old, new, {label: places[label] for label in new if label in old})
            if not found or found[-1].end <= behind.start:
                return [*found, behind]
        return self._found(old, new, places)

    def _found(
        self,
        old: dict[Hashable, Plain],
        new: dict[Hashable, Plain],
        places: dict[Hashable, int],
    ) -> list[Part]:
        """Return the parts for all that has a place among the *old* entries."""
        found: list[Part] = []
        for first, last in _runs(old, new, places):
            labels = list(old)[first : last + 1]
            here = [label for label in new if first <= places.get(label, -1) <= last]
            alone = labels[0] if first == last else None
            inside = None if alone is None else self._inside(first, old[alone], new.get(alone))
            if inside is not None and len(here) == 1:
                found += inside
                continue
            says, should = _holder(self.known, old, labels), _holder(self.known, new, here)
            if isinstance(says, list) and isinstance(should, list) and not _matched(says, should):
                raise _UnclearError
            stays = isinstance(self.known, dict) and labels[0] in here
            found.append(self._part(first, last, says, should, stays=stays or labels[0] == here[0]))
        return found

    def _part(self, first: int, last: int, says: Holder, should: Holder, *, stays: bool) -> Part:
        """Return a part with whole entries; *stays* says whether the first one stays in front.

        What is noted above that one is not in the part, unless it is the first of all.
        """
        start, end = self.starts[first], self.ends[last]
        if stays or self.around is None:
            return Part(start, end, self.text[start:end], says, should)
        if first or (isinstance(self.known, list) and "#" in self.text[self.start : start]):
            # The note goes with its item or is about the list: the other items show which.
            raise _UnclearError
        key = self.around
        text = self.text[self.start : end]
        return Part(self.start, end, text, {key.word: says}, {key.word: should}, key.line)

    def _behind_the_last(self, added: dict[str, Plain]) -> Part | None:
        """Return a part for new keys behind a last entry that is too large to be read for them.

        It holds the end of that entry, which is read as if nothing else stood in it.
        """
        start, end = self.starts[-1], self.ends[-1]
        if not isinstance(self.known, dict) or not added or end - start < _SMALL:
            return None
        head, start, says = self._last_branch()
        if not head or not isinstance(says, dict):
            return None
        return Part(start, end, self.text[start:end], says, {**says, **added}, head)

    def _last_branch(self) -> tuple[str, int, Holder]:
        """Return the keys around the very last entry, where it starts, and what both say."""
        if not isinstance(self.known, dict):
            return "", self.starts[-1], self.known[-1:]
        key, value = list(self.known.items())[-1]
        inner = self._region(len(self.starts) - 1, value)
        if inner is None:
            return "", self.starts[-1], {key: value}
        head, start, says = inner._last_branch()
        return self.text[self.starts[-1] : inner.starts[0]] + head, start, {key: says}

    def _inside(self, index: int, old: Plain, new: Plain) -> list[Part] | None:
        """Return the parts that differ inside one entry, None when it is to be taken whole."""
        if not (isinstance(new, dict | list) and new and type(old) is type(new)):
            return None
        inner = self._region(index, old)
        try:
            return inner.parts(new) if inner is not None else None
        except _UnclearError:
            return None

    def _region(self, index: int, value: Plain) -> _Region | None:
        """Return the lines with the entries of *value*, which is one entry, if they are clear."""
        start, end = self.starts[index], self.ends[index]
        if not (isinstance(value, dict | list) and value) or end - start < _SMALL:
            return None
        colon = _KEY.search(self.text, start, end) if isinstance(self.known, dict) else None
        line_end = _OPENING.match(self.text, colon.end(), end) if colon else None
        if colon is None or line_end is None:
            return None
        key = _Key(colon[1].rstrip(), self.text[start : line_end.end()])
        try:
            return _Region(self.text, line_end.end(), end, value, key)
        except _UnclearError:
            return None


def _starts(text: str, start: int, end: int, known: Holder) -> list[int]:
    """Return where the line of each entry of *known* starts."""
    first = _FIRST_ENTRY.match(text, start, end)
    if first is None:
        raise _UnclearError
    depth = len(first[1])
    lines = re.compile(rf"\n {{{depth}}}(?=[^ \n#])").finditer(text, first.start(1), end)
    starts = [first.start(1), *(line.start() + 1 for line in lines)]
    if isinstance(known, dict):
        keys = [_KEY.match(text, at + depth, end) for at in starts]
        clear = [key[1].rstrip() if key else None for key in keys] == list(known)
    else:
        heads = {text[at + depth : at + depth + 2] for at in starts}
        clear = len(starts) == len(known) and heads <= {"- ", "-\n"}
    if not clear:
        raise _UnclearError
    return starts


def _labelled(known: Holder, wanted: Holder) -> tuple[dict[Hashable, Plain], dict[Hashable, Plain]]:
    """Return the entries of both by key, id, place or content.

    By place only when no item can have moved: its comments would stay behind.
    """
    if isinstance(known, dict) and isinstance(wanted, dict):
        # Keys are text, which the type of a dict's keys cannot widen by itself.
        return dict(known.items()), dict(wanted.items())
    items, others = list(known), list(wanted)
    old, new = _by_id(items), _by_id(others)
    if old is not None and new is not None:
        return old, new
    changed = [pair for pair in zip(items, others, strict=False) if pair[0] != pair[1]]
    in_place = all(match([was], [now]) == [0] for was, now in changed[:1])
    if len(items) == len(others) and len(changed) <= 1 and in_place:
        return dict(enumerate(items)), dict(enumerate(others))
    old, new = {repr(item): item for item in items}, {repr(item): item for item in others}
    if len(old) < len(items) or len(new) < len(others):
        raise _UnclearError
    return old, new


def _by_id(items: Sequence[Plain]) -> dict[Hashable, Plain] | None:
    found: dict[Hashable, Plain] = {}
    for item in items:
        item_id = item.get("id") if isinstance(item, dict) else None
        if not isinstance(item_id, str) or item_id in found:
            return None
        found[item_id] = item
    return found


def _places(old: dict[Hashable, Plain], new: dict[Hashable, Plain]) -> dict[Hashable, int]:
    """Return for each new entry the position of the old one that it is, or goes behind."""
    positions = {label: at for at, label in enumerate(old)}
    places, place = {}, 0
    for label in new:
        place = positions.get(label, place)
        places[label] = place
    return places


def _runs(
    old: dict[Hashable, Plain], new: dict[Hashable, Plain], places: dict[Hashable, int]
) -> list[tuple[int, int]]:
    """Return the runs of entries that hold all that differs; in each, one entry stays."""
    last = len(old) - 1
    labels = list(old)
    runs = [
        (index, index) if label in new else (max(index - 1, 0), max(index, min(1, last)))
        for index, label in enumerate(labels)
        if label not in new or new[label] != old[label]
    ]
    runs += [(at, at) for label, at in places.items() if label not in old]
    runs += _moved([places[label] for label in new if label in old])
    joined: list[tuple[int, int]] = []
    for first, end in sorted(runs):
        before = joined[-1] if joined else (-1, -1)
        if first <= before[1]:
            joined[-1] = (before[0], max(before[1], end))
        else:
            joined.append((first, end))
    for first, end in joined:
        if not any(label in new for label in labels[first : end + 1]):
            raise _UnclearError
    return joined


def _moved(order: list[int]) -> list[tuple[int, int]]:
    """Return the run of positions that stand in another order, if any do.

    It starts one earlier: behind that one stand the comments of the first that moved.
    """
    moved = [at for at, expected in zip(order, sorted(order), strict=True) if at != expected]
    return [(max(min(moved) - 1, 0), max(moved))] if moved else []


def _holder(like: Holder, entries: dict[Hashable, Plain], labels: Sequence[Hashable]) -> Holder:
    if isinstance(like, dict):
        return {str(label): entries[label] for label in labels}
    return [entries[label] for label in labels]


def _matched(old: list[Plain], new: list[Plain]) -> bool:
    """Return whether each item that stays as it is will be taken for itself, seen so few."""
    there = set(map(repr, old))
    return all(
        repr(item) not in there or (place is not None and old[place] == item)
        for item, place in zip(new, match(old, new), strict=True)
    )
