"""Does somebody see to what was decided, and has its day come?"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from playbook.checks.finding import Found
from playbook.model.base import Record
from playbook.model.fields import deadlines
from playbook.model.improvements import Improvement
from playbook.model.paths import general, path_to
from playbook.model.playbook import Playbook
from playbook.model.promises import Promise
from playbook.parse.dates import said
from playbook.yamlfile import Path


@dataclass(frozen=True, slots=True)
class Dated:
    """A playbook on a day."""

    playbook: Playbook
    today: datetime.date


@dataclass(frozen=True, slots=True)
class _Place:
    """A place at which something is decided that somebody has to see to."""

    words: str
    """What it is called; {} stands for the name of the thing it belongs to."""
    said: str
    """The field that says what is decided."""
    owner: str = "owner"
    by: str = "by"


_SINGLE = (
    _Place(  # Hamilton, what people expect
        "Where you fall short of what people expect",
        "promise.gaps",
        "promise.gaps_follow_up.owner",
        "promise.gaps_follow_up.by",
    ),
    _Place(  # Hamilton, step 1
        "What everything hangs on",
        "journey.core_activities",
        "journey.core_follow_up.owner",
        "journey.core_follow_up.by",
    ),
    _Place(  # Hamilton, step 2
        "Going the way ourselves", "journey.walk.decision", "journey.walk.owner", "journey.walk.by"
    ),
    _Place(  # Nowak, 1
        "The follow-up after the sale",
        "journey.after_sale",
        "journey.after_sale_owner",
        "journey.after_sale_by",
    ),
    _Place(  # Nowak, 1
        "How bills stay right",
        "fairness.billing.right",
        "fairness.billing.owner",
        "fairness.billing.by",
    ),
    _Place(  # Hamilton, step 6
        "The income you aim for",
        "scorecard.revenue.objective",
        "scorecard.revenue.owner",
        "scorecard.revenue.by",
    ),
    _Place(  # Hamilton, rule 6
        "The test of hands and skills",
        "reviews.skills_check",
        "reviews.skills_owner",
        "reviews.skills_by",
    ),
    *(
        _Place(  # Hamilton, questions 1 to 3
            f"The verdict on “{words}”",
            f"reviews.questions.{key}.answer",
            f"reviews.questions.{key}.owner",
            f"reviews.questions.{key}.again",
        )
        for key, words in (
            ("can_deliver", "Can we deliver it?"),
            ("easy", "Is it easy?"),
            ("lives_up", "Does it live up to what we say?"),
        )
    ),
)
_LISTS = {
    "people.hand_offs": _Place("The hand-off “{}”", "passes_on"),  # Hamilton, step 7
    "scorecard.objectives": _Place("The aim “{}”", "name"),  # BizBest, 8
    "listening.outreach": _Place("Before they need us, “{}”", "action"),  # BizBest, 1
    "listening.visits": _Place("The visit “{}”", "name"),  # Aftahi, 2
    "improvements.easier": _Place("The change “{}”", "name"),
    "improvements.wow": _Place("The change “{}”", "name"),
    "improvements.stop": _Place("“{}”, which should stop", "name"),
}
_NAMED = {
    "reviews.next_review": "The next review of this playbook",
    "scorecard.measures[].target_date": "The target of “{}”",
    "promise.promises[].decision_by": "What you do about the promise “{}”",
    **{place.by: place.words for place in _SINGLE},
    **{f"{things}[].{place.by}": place.words for things, place in _LISTS.items()},
}
"""What is due at each deadline, by its path."""
_SETTLED: dict[type[Record], tuple[str, str]] = {
    Improvement: ("progress", "done"),
    Promise: ("can_keep", "always"),
}
"""The field of a record, and what it says once nothing is due any more."""


def nobody_or_never(playbook: Playbook) -> Iterator[Found]:
    """Find what was decided without saying who sees to it, or by when."""
    for place in _SINGLE:
        if _confirmed(playbook, place.said):
            yield from _lacking(playbook, place, ())
    for things, place in _LISTS.items():
        for at, thing in enumerate(_value(playbook, things) or ()):
            if _confirmed(thing, place.said):
                yield from _lacking(thing, place, (*path_to(things), at))


def _lacking(record: Record, place: _Place, within: Path) -> list[Found]:
    lacks = {place.owner: "who sees to it", place.by: "by when"}
    missing = [field for field in lacks if _value(record, field) is None]
    if not missing:
        return []
    words = place.words.format(getattr(record, "name", ""))
    what = f"{words}: nothing says {' or '.join(lacks[one] for one in missing)}."
    asks = tuple((*within, *path_to(one)) for one in missing)
    mend = "Say it, or leave the thing out."
    question = f"{words}: {' and '.join(lacks[one] for one in missing)}?"
    return [Found(within or path_to(place.said), what, mend, asks, question)]


def overdue(dated: Dated) -> Iterator[Found]:
    """Find what should have been done by now (Hamilton, step 8)."""
    for path, record in dated.playbook.records():
        for name in sorted(deadlines(type(record))):
            day = getattr(record, name)
            if day is None or day >= dated.today or _is_settled(record):
                continue
            words = _NAMED[general((*path, name))].format(getattr(record, "name", ""))
            mend = "Do it and say so, or set another day."
            what = f"{words}: it was due on {said(day)}."
            question = f"{what} Is it done, or which other day is it?"
            settled, _ = _SETTLED.get(type(record), (name, ""))
            asks = dict.fromkeys(((*path, name), (*path, settled)))
            yield Found((*path, name), what, mend, tuple(asks), question)


def _is_settled(record: Record) -> bool:
    """Return whether what was to be done by a day is done, so that the day may pass."""
    field, done = _SETTLED.get(type(record), ("", "done"))
    return getattr(record, field, "") == done


def _value(record: Record, dotted: str) -> Any:
    """Return what a record says at a path that leads through no list, or None."""
    return _at_end(record, dotted.split("."))


def _confirmed(record: Record, dotted: str) -> bool:
    """Return whether the owner said something at a path, rather than a pack."""
    *before, name = dotted.split(".")
    holder = _at_end(record, before)
    return bool(getattr(holder, name, None)) and name not in holder.suggested


def _at_end(record: Any, steps: Iterable[str]) -> Any:
    for name in steps:
        record = getattr(record, name, None)
    return record
