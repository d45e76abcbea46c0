"""Is every promise made somewhere, kept somewhere, owned and measured?"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.finding import Found, one_of
from playbook.model.playbook import Playbook
from playbook.model.promises import Promise
from playbook.model.walk import Path


def nobody_keeps(playbook: Playbook) -> Iterator[Found]:
    """Find promises that no touchpoint keeps (Hamilton, rule 1)."""
    kept = {promise for point in playbook.journey.touchpoints for promise in point.promises}
    for path, promise in _promises(playbook):
        if promise.id not in kept:
            what = f"Nobody keeps the promise “{promise.name}”: no touchpoint names it."
            yield Found(path, what, "Add its id to the promises of the touchpoint that keeps it.")


def no_owner(playbook: Playbook) -> Iterator[Found]:
    """Find promises nobody answers for."""
    for path, promise in _promises(playbook):
        if promise.owner is None:
            what = f"Nobody answers for the promise “{promise.name}”."
            yield Found(path, what, one_of(playbook.people.roles, "owner"))


def no_measure(playbook: Playbook) -> Iterator[Found]:
    """Find promises whose keeping nobody could tell (Hamilton, step 5)."""
    for path, promise in _promises(playbook):
        if promise.measure is None:
            what = f"Nothing tells whether you keep the promise “{promise.name}”."
            yield Found(path, what, one_of(playbook.scorecard.measures, "measure"))


def cannot_keep(playbook: Playbook) -> Iterator[Found]:
    """Find promises the business says it cannot keep yet (Hamilton, question 1 and rule 1)."""
    for path, promise in _promises(playbook):
        if promise.can_keep == "not-yet" and promise.needed is None:
            what = f"You make the promise “{promise.name}” and say you cannot keep it yet."
            yield Found(path, what, "Say what it needs, or stop promising it.")


def unproved_differences(playbook: Playbook) -> Iterator[Found]:
    """Find points of difference without a measure (Hamilton, step 5)."""
    for index, difference in enumerate(playbook.promise.differences):
        if difference.measure is None:
            what = f"Nothing tells whether “{difference.name}” really sets you apart."
            path: Path = ("promise", "differences", index)
            yield Found(path, what, one_of(playbook.scorecard.measures, "measure"))


def _promises(playbook: Playbook) -> Iterator[tuple[Path, Promise]]:
    for index, promise in enumerate(playbook.promise.promises):
        yield ("promise", "promises", index), promise
