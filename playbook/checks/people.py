"""Is there a person behind each role, and a duty for each?"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.finding import Found, numbered
from playbook.model.playbook import Playbook

_MOST_DUTIES = 12


def idle_roles(playbook: Playbook) -> Iterator[Found]:
    """Find roles that answer for nothing, and roles that answer for too much."""
    owners = [playbook.people.responsible]
    owners += [promise.owner for promise in playbook.promise.promises]
    owners += [measure.owner for measure in playbook.scorecard.measures]
    for path, role in numbered(playbook.people.roles, "people", "roles"):
        count = len(playbook.touchpoints_of(role.id))
        if count == 0 and role.id not in owners:
            what = f"The role “{role.name}” answers for nothing."
            yield Found(path, what, "Make it the owner of a touchpoint, promise or measure.")
        if count > _MOST_DUTIES:
            what = f"The role “{role.name}” answers for {count} touchpoints."
            mend = f"Share them out: more than {_MOST_DUTIES} is too many for one."
            yield Found(path, what, mend)


def no_holder(playbook: Playbook) -> Iterator[Found]:
    """Find roles nobody holds, once any person has been named."""
    roles = playbook.people.roles if playbook.people.people else ()
    for path, role in numbered(roles, "people", "roles"):
        if not playbook.holders(role.id):
            what = f"Nobody holds the role “{role.name}”."
            yield Found(path, what, "Give it to a person in people.people.")
