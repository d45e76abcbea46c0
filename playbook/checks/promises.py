"""Is every promise kept somewhere, and can it be?"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.finding import Found, numbered
from playbook.model.playbook import Playbook


def nobody_keeps(playbook: Playbook) -> Iterator[Found]:
    """Find promises that no touchpoint keeps (Hamilton, rule 1)."""
    kept = {promise for point in playbook.journey.touchpoints for promise in point.promises}
    for path, promise in numbered(playbook.promise.promises, "promise", "promises"):
        if promise.id not in kept:
            what = f"Nobody keeps the promise “{promise.name}”: no touchpoint names it."
            yield Found(path, what, "Add its id to the promises of the touchpoint that keeps it.")


def cannot_keep(playbook: Playbook) -> Iterator[Found]:
    """Find promises the business says it cannot keep yet (Hamilton, question 1 and rule 1)."""
    for path, promise in numbered(playbook.promise.promises, "promise", "promises"):
        if promise.can_keep == "not-yet" and promise.needed is None:
            what = f"You make the promise “{promise.name}” and say you cannot keep it yet."
            yield Found(path, what, "Say what it needs, or stop promising it.")
