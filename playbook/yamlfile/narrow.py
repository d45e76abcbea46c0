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

from playbook.yamlfile.tree import Plain

_KEY = re.compile(r"([^\s:#'\"\[\]{},&*!|>%@`?-][^:\n#]*):(?=[ \n]|\Z)")
_OPENING = re.compile(r"[ \t]*(?:#[^\n]*)?\n")
_FIRST_ENTRY = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*( *)(?=[^ \n])")
_KEEPS_BLANK_LINES = re.compile(r"[|>]\d?\+")
_SMALL = 4_000
"""Parts of no more characters are not divided further."""
Holder: TypeAlias = "dict[str, Plain] | list[Plain]"


@dataclass(frozen=True, slots=True)
class Part:
    """Whole lines of a text, what they say and what they should say.

    A part without any lines says nothing yet: what it should say is to be put in there.
    """

    start: int
    end: int
    text: str
    old: Holder
    new: Holder
    depth: int = 0
    """By how many spaces its lines are indented."""


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
        return list(_Region(text, 0, len(text), known).parts(wanted))
    except _UnclearError:
        return None


class _Region:
    """Lines that hold all entries of one mapping or list, and nothing else."""

    def __init__(self, text: str, start: int, end: int, known: Holder) -> None:
        self.text = text
        self.known = known
        self.depth, self.starts = _starts(text, start, end, known)
        self.ends = [*self.starts[1:], end]

    def parts(self, wanted: Holder) -> list[Part]:
        """Return the parts in which the entries differ from *wanted*."""
        old, new = _labelled(self.known, wanted)
        places = _places(old, new)
        found: list[Part] = []
        behind: list[Part] = []
        if isinstance(self.known, dict):
            added = [label for label in new if label not in old]
            behind = self._behind_the_last({str(label): new[label] for label in added})
            places = {label: at for label, at in places.items() if label in old or not behind}
        for first, last in _runs(old, new, places):
            label = list(old)[first]
            inside = self._inside(first, old[label], new.get(label)) if first == last else None
            here = [label for label in new if first <= places.get(label, -1) <= last]
            if inside is not None and len(here) == 1:
                found += inside
                continue
            start, end = self.starts[first], self.ends[last]
            labels = list(old)[first : last + 1]
            says, should = _holder(self.known, old, labels), _holder(self.known, new, here)
            found.append(Part(start, end, self.text[start:end], says, should, self.depth))
        return [*found, *behind]

    def _behind_the_last(self, added: dict[str, Plain]) -> list[Part]:
        """Return a part for new entries behind a last one that is too large to be read for them.

        They go behind its last line: blank lines and comments may be about what follows.
        """
        start, end = self.starts[-1], self.ends[-1]
        if not added or end - start < _SMALL or self.text[end - 1] != "\n":
            return []
        if _KEEPS_BLANK_LINES.search(self.text, start, end):
            return []
        lines = self.text[start:end].splitlines(keepends=True)
        while re.match(rf" {{0,{self.depth}}}(?:#.*)?$", lines[-1].rstrip("\n")):
            end -= len(lines.pop())
        return [Part(end, end, "", {}, added, self.depth)]

    def _inside(self, index: int, old: Plain, new: Plain) -> list[Part] | None:
        """Return the parts that differ inside one entry, None when it is to be taken whole."""
        start, end = self.starts[index], self.ends[index]
        alike = isinstance(old, dict | list) and type(old) is type(new) and bool(old and new)
        if not alike or isinstance(self.known, list) or end - start < _SMALL:
            return None
        colon = _KEY.search(self.text, start, end)
        line_end = _OPENING.match(self.text, colon.end(), end) if colon else None
        if line_end is None or not isinstance(old, dict | list) or not isinstance(new, dict | list):
            return None
        try:
            return _Region(self.text, line_end.end(), end, old).parts(new)
        except _UnclearError:
            return None


def _starts(text: str, start: int, end: int, known: Holder) -> tuple[int, list[int]]:
    """Return the indent of the entries of *known*, and where the line of each starts."""
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
    return depth, starts


def _labelled(known: Holder, wanted: Holder) -> tuple[dict[Hashable, Plain], dict[Hashable, Plain]]:
    """Return the entries of both by key, id or place."""
    if isinstance(known, dict) and isinstance(wanted, dict):
        # Keys are text, which the type of a dict's keys cannot widen by itself.
        return dict(known.items()), dict(wanted.items())
    old, new = _by_id(list(known)), _by_id(list(wanted))
    if old is None or new is None:
        if len(known) != len(wanted):
            raise _UnclearError
        return dict(enumerate(known)), dict(enumerate(wanted))
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
    """Return the run of positions that stand in another order, if any do."""
    moved = [at for at, expected in zip(order, sorted(order), strict=True) if at != expected]
    return [(min(moved), max(moved))] if moved else []


def _holder(like: Holder, entries: dict[Hashable, Plain], labels: Sequence[Hashable]) -> Holder:
    if isinstance(like, dict):
        return {str(label): entries[label] for label in labels}
    return [entries[label] for label in labels]
