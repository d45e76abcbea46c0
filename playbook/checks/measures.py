"""Are there few measures, each with an owner, a source and a target?"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.finding import Found, one_of
from playbook.model.playbook import Playbook
from playbook.model.scorecard import Measure
from playbook.model.walk import Path

MOST_MEASURES = 15


def none_at_all(playbook: Playbook) -> Iterator[Found]:
    """Find a playbook without a single measure (Nowak, 2)."""
    if not playbook.scorecard.measures:
        yield Found(("scorecard", "measures"), "Nothing is measured.", "Choose three to seven.")


def too_many(playbook: Playbook) -> Iterator[Found]:
    """Find more measures than anybody will look at (Nowak, 2)."""
    count = len(playbook.scorecard.measures)
    if count > MOST_MEASURES:
        what = f"{count} measures are more than anybody will look at."
        yield Found(("scorecard", "measures"), what, "Keep the few that change what you do.")


def no_owner(playbook: Playbook) -> Iterator[Found]:
    """Find measures nobody brings."""
    for path, measure in _measures(playbook):
        if measure.owner is None:
            what = f"Nobody brings the number for “{measure.name}”."
            yield Found(path, what, one_of(playbook.people.roles, "owner"))


def no_source(playbook: Playbook) -> Iterator[Found]:
    """Find measures that nobody knows where to read."""
    for path, measure in _measures(playbook):
        if measure.source is None:
            what = f"Nothing says where the number for “{measure.name}” comes from."
            yield Found(path, what, "Name the report, till, list or tool it is read from.")


def no_target(playbook: Playbook) -> Iterator[Found]:
    """Find measures without a goal (BizBest, 8)."""
    for path, measure in _measures(playbook):
        if measure.target is None:
            what = f"“{measure.name}” has no target."
            yield Found(path, what, "Read it for a few weeks, then set one.")


def _measures(playbook: Playbook) -> Iterator[tuple[Path, Measure]]:
    for index, measure in enumerate(playbook.scorecard.measures):
        yield ("scorecard", "measures", index), measure
