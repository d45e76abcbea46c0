"""Is what was written by hand read the way it was meant?"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from playbook.checks.finding import Found
from playbook.model.paths import find, get
from playbook.model.playbook import model_fields
from playbook.parse.dates import day_by_hand
from playbook.parse.meaning import ByHand
from playbook.parse.numbers import AMOUNTS, amount_by_hand, plainly
from playbook.text_width import shortened
from playbook.yamlfile import Path

_ROOM = 40
"""How much of a text is repeated."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A number or a date as it was written, and as it is read."""

    path: Path
    text: str
    read: ByHand[Decimal] | ByHand[datetime.date]

    @property
    def shown(self) -> str:
        """The text as a finding repeats it."""
        return f"“{shortened(self.text, _ROOM)}”"


def written(tree: Any) -> Iterator[Entry]:
    """Yield the numbers and dates in *tree*, which is a playbook as plain data."""
    for field in model_fields().values():
        if field.kind in (*AMOUNTS, "date"):
            for path, text in find(tree, field.path):
                unit = get(tree, (*path[:-1], "unit"))
                yield Entry(path, text, _read(field.kind, text, unit or ""))


def doubtful(entries: Iterable[Entry]) -> Iterator[Found]:
    """Find numbers and dates that may mean two things."""
    for entry in entries:
        if len(entry.read.meanings) > 1:
            one, other = map(_plain, entry.read.meanings)
            value = entry.read.value
            counts = f"it counts as {_plain(value)}" if value is not None else "it is left open"
            what = f"{entry.shown} may mean {one} or {other}; {counts}."
            mend = f"Write {one} or {other}."
            yield Found(entry.path, what, mend, (entry.path,))


def read_anew(entries: Iterable[Entry]) -> Iterator[Found]:
    """Find numbers that earlier versions took for others, or alone could read."""
    for entry in entries:
        read, before = entry.read, entry.read.before
        if before is None or len(read.meanings) > 1 or read.meanings == (before,):
            continue
        now = _plain(read.value)
        what = f"{entry.shown} is read as {now}; an earlier version read {_plain(before)}."
        if not read.meanings:
            what = f"{entry.shown} is taken for {now}, as by an earlier version."
        yield Found(entry.path, what, f"Write {now} to be rid of this note.")


def taken_for_notes(lost: Mapping[Path, str]) -> Iterator[Found]:
    """Find words that a # makes a note of, though they may belong to an answer."""
    for path, words in lost.items():
        what = f"“{shortened(words, _ROOM)}” is no part of the answer: all behind # is a note."
        mend = "Put the whole answer in quotation marks; or, for a note, a blank behind the #."
        yield Found(path, what, mend)


def _read(kind: str, text: str, unit: str) -> ByHand[Decimal] | ByHand[datetime.date]:
    return day_by_hand(text) if kind == "date" else amount_by_hand(kind, text, unit)


def _plain(value: Decimal | datetime.date | None) -> str:
    return plainly(value) if isinstance(value, Decimal) else str(value)
