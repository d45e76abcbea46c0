"""Is every promise kept somewhere, and can it be?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from playbook.checks.finding import Found, numbered
from playbook.model.playbook import Playbook
from playbook.model.promises import why_not_told
from playbook.parse.numbers import plainly

_EVERY_TIME = Decimal(100)
_DECIDED = {
    "decision": "whether you say less, pay for what it takes, or stop promising it",
    "decision_owner": "who sees to that",
    "decision_by": "by when",
}
"""What is to be decided about a promise that is not kept every time."""


def nobody_keeps(playbook: Playbook) -> Iterator[Found]:
    """Find promises that no touchpoint keeps (Hamilton, rule 1)."""
    kept = {promise for point in playbook.journey.touchpoints for promise in point.promises}
    for path, promise in numbered(playbook.promise.promises, "promise", "promises"):
        if promise.id not in kept:
            what = f"Nobody keeps the promise “{promise.name}”: no touchpoint names it."
            mend = "Add its id to the promises of the touchpoint that keeps it."
            question = (
                f"Where in the journey do you keep the promise “{promise.name}”? Say so at the "
                "touchpoint, where it asks which promises are kept."
            )
            yield Found(path, what, mend, (("journey", "touchpoints"),), question)


def not_judged(playbook: Playbook) -> Iterator[Found]:
    """Find promises of the owner's of which nobody has said how often they are kept."""
    for path, promise in numbered(playbook.promise.promises, "promise", "promises"):
        if "name" not in promise.suggested and promise.can_keep is None:
            what = f"Nothing says how often you keep “{promise.name}”, so customers are not told."
            mend = "Say always, mostly or not yet."
            question = f"How often do you keep the promise “{promise.name}”?"
            yield Found(path, what, mend, ((*path, "can_keep"),), question)


def cannot_keep(playbook: Playbook) -> Iterator[Found]:
    """Find promises that are not kept every time, and nobody decided what to do (Hamilton, rule 1).

    Customers are not told of them. What is asked for is a decision, somebody who sees to it, and
    a day.
    """
    for path, promise in numbered(playbook.promise.promises, "promise", "promises"):
        if promise.can_keep in (None, "always"):
            continue
        missing = [name for name in _DECIDED if getattr(promise, name) is None]
        if missing:
            why = why_not_told(promise)
            what = f"You promise “{promise.name}”, but {why}, so customers are not told."
            mend = f"Say {_asked(missing)}."
            asks = tuple((*path, name) for name in missing)
            yield Found(path, what, mend, asks, f"{what} Please decide: {_asked(missing)}?")


def _asked(missing: list[str]) -> str:
    return ", ".join(_DECIDED[name] for name in missing)


def above_the_standard(playbook: Playbook) -> Iterator[Found]:
    """Find promises made for every time at a touchpoint whose standard allows a miss.

    The standard is the honest one of the two, so it is the promise that is asked about.
    """
    for path, point in numbered(playbook.journey.touchpoints, "journey", "touchpoints"):
        share = point.standard_share
        if share is None or share >= _EVERY_TIME:
            continue
        for promise in filter(None, map(playbook.promise_of, point.promises)):
            if not why_not_told(promise):
                missed = plainly(_EVERY_TIME - share)
                what = (
                    f"You promise “{promise.name}” every time. The standard at “{point.name}” lets "
                    f"{missed} of 100 miss."
                )
                mend = "Say in the promise where it ends, or raise what the standard asks for."
                yield Found((*path, "standard_share"), what, mend)
