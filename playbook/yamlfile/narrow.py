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
        self.starts = _starts(text, start, end, known)
        self.ends = [*self.starts[1:], end]

    def parts(self, wanted: Holder) -> list[Part]:
        """Return the parts in which the entries differ from *wanted*."""
        old, new = _labelled(self.known, wanted)
        found: list[Part] = []
        for first, last in _runs(old, new):
            label = list(old)[first]
            inside = self._inside(first, old[label], new.get(label)) if first == last else None
            added = [key for key in new if key not in old] if last == len(old) - 1 else []
            if inside is not None and not added:
                found += inside
                continue
            labels = list(old)[first : last + 1]
            start, end = self.starts[first], self.ends[last]
            kept = [key for key in labels if key in new]
            found.append(
                Part(
                    start,
                    end,
                    self.text[start:end],
                    _holder(self.known, old, labels),
                    _holder(self.known, new, [*kept, *added]),
                )
            )
        return found

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
    """Return the entries of both by key, id or place; new ones must stand at the end."""
    if isinstance(known, dict) and isinstance(wanted, dict):
        # Keys are text, which the type of a dict's keys cannot widen by itself.
        return dict(known.items()), dict(wanted.items())
    old, new = _by_id(list(known)), _by_id(list(wanted))
    if old is None or new is None:
        if len(known) != len(wanted):
            raise _UnclearError
        return dict(enumerate(known)), dict(enumerate(wanted))
    kept = [label for label in old if label in new]
    if list(new)[: len(kept)] != kept:
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


def _runs(old: dict[Hashable, Plain], new: dict[Hashable, Plain]) -> list[tuple[int, int]]:
    """Return the runs of entries that hold all that differs; in each, one entry stays."""
    last = len(old) - 1
    labels = list(old)
    runs = [
        (index, index) if label in new else (max(index - 1, 0), max(index, min(1, last)))
        for index, label in enumerate(labels)
        if label not in new or new[label] != old[label]
    ]
    if len(new.keys() - old.keys()) > 0:
        runs.append((last, last))
    joined: list[tuple[int, int]] = []
    for first, end in runs:
        before = joined[-1] if joined else (-1, -1)
        if first <= before[1]:
            joined[-1] = (before[0], max(before[1], end))
        else:
            joined.append((first, end))
    for first, end in joined:
        if not any(label in new for label in labels[first : end + 1]):
            raise _UnclearError
    return joined


def _holder(like: Holder, entries: dict[Hashable, Plain], labels: Sequence[Hashable]) -> Holder:
    if isinstance(like, dict):
        return {str(label): entries[label] for label in labels}
    return [entries[label] for label in labels]
