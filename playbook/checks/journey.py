"""Does the journey go all the way, with somebody behind each step?"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.finding import Found, one_of
from playbook.model.journey import Touchpoint
from playbook.model.people import Role
from playbook.model.playbook import Playbook
from playbook.model.walk import Path

MOST_TOUCHPOINTS = 25
MOMENTS_OF_TRUTH = range(3, 6)
MOST_DUTIES = 12


def after_the_sale(playbook: Playbook) -> Iterator[Found]:
    """Find a journey that ends when the customer has paid (Nowak; Aftahi, 4)."""
    after = {stage.id for stage in playbook.journey.stages if stage.after_sale}
    if not after:
        what = "No stage of the journey lies after the sale."
        yield Found(
            ("journey", "stages"), what, "Add after_sale: yes to the stages that follow payment."
        )
    elif not any(point.stage in after for point in playbook.journey.touchpoints):
        what = "Nothing happens after the sale: no touchpoint belongs to a stage that follows it."
        yield Found(
            ("journey", "touchpoints"), what, "Add a thank-you, a follow-up or a way to come back."
        )


def empty_stages(playbook: Playbook) -> Iterator[Found]:
    """Find stages in which nothing happens."""
    for index, stage in enumerate(playbook.journey.stages):
        if not playbook.touchpoints_in(stage.id):
            what = f"The stage “{stage.name}” has no touchpoint."
            yield Found(("journey", "stages", index), what, "Add one, or remove the stage.")


def no_stage(playbook: Playbook) -> Iterator[Found]:
    """Find touchpoints outside the journey."""
    for path, point in _points(playbook):
        if point.stage is None:
            what = f"The touchpoint “{point.name}” belongs to no stage."
            yield Found(path, what, one_of(playbook.journey.stages, "stage"))


def no_owner(playbook: Playbook) -> Iterator[Found]:
    """Find touchpoints nobody answers for (Hamilton, step 7)."""
    for path, point in _points(playbook):
        if point.owner is None:
            what = f"Nobody answers for the touchpoint “{point.name}”."
            yield Found(path, what, one_of(playbook.people.roles, "owner"))


def no_measure(playbook: Playbook) -> Iterator[Found]:
    """Find touchpoints whose success nobody could tell (Hamilton, steps 5 and 7)."""
    for path, point in _points(playbook):
        if point.measure is None:
            what = f"Nothing tells whether the touchpoint “{point.name}” works."
            yield Found(path, what, one_of(playbook.scorecard.measures, "measure"))


def no_standard(playbook: Playbook) -> Iterator[Found]:
    """Find touchpoints that do not say how well they must be done (Hamilton, step 3)."""
    for path, point in _points(playbook):
        if point.standard is None:
            what = f"Nothing says how well “{point.name}” must be done."
            yield Found(path, what, "Add a standard that a bystander could see or count.")


def unprepared_moments(playbook: Playbook) -> Iterator[Found]:
    """Find moments of truth with no way to put things right."""
    for path, point in _points(playbook):
        if point.moment_of_truth and not point.recovery:
            what = f"“{point.name}” is a moment of truth, and nothing says what to do if it fails."
            yield Found(path, what, "Add what can go wrong there and how you put it right.")


def unanswered_slips(playbook: Playbook) -> Iterator[Found]:
    """Find things that can go wrong with no word on what to do then."""
    for path, point in _points(playbook):
        for index, slip in enumerate(point.recovery):
            if slip.put_right is None:
                what = f"“{slip.wrong}” can happen at “{point.name}”, and nothing says what to do."
                yield Found((*path, "recovery", index), what, "Say what you do and say at once.")


def moments_of_truth(playbook: Playbook) -> Iterator[Found]:
    """Find a journey with no moment of truth, or with so many that none stands out."""
    count = sum(point.moment_of_truth for point in playbook.journey.touchpoints)
    if playbook.journey.touchpoints and count not in MOMENTS_OF_TRUTH:
        what = f"{count} touchpoints are moments of truth; three to five help people most."
        yield Found(("journey", "touchpoints"), what, "Mark the few that decide what people think.")


def too_many_touchpoints(playbook: Playbook) -> Iterator[Found]:
    """Find a journey too long to act on."""
    count = len(playbook.journey.touchpoints)
    if count > MOST_TOUCHPOINTS:
        what = f"{count} touchpoints are more than a team can keep in mind."
        yield Found(("journey", "touchpoints"), what, f"Merge or drop some: {MOST_TOUCHPOINTS} do.")


def idle_roles(playbook: Playbook) -> Iterator[Found]:
    """Find roles that answer for nothing, and roles that answer for too much."""
    for index, role in enumerate(playbook.people.roles):
        count = len(playbook.touchpoints_of(role.id))
        path: Path = ("people", "roles", index)
        if not count and not _answers_otherwise(playbook, role):
            what = f"The role “{role.name}” answers for nothing."
            yield Found(path, what, "Make it the owner of a touchpoint, promise or measure.")
        elif count > MOST_DUTIES:
            what = f"The role “{role.name}” answers for {count} touchpoints."
            yield Found(path, what, f"Share them out: more than {MOST_DUTIES} is too many for one.")


def no_holder(playbook: Playbook) -> Iterator[Found]:
    """Find roles nobody holds, once any person has been named."""
    if not playbook.people.people:
        return
    for index, role in enumerate(playbook.people.roles):
        if not playbook.holders(role.id):
            what = f"Nobody holds the role “{role.name}”."
            yield Found(("people", "roles", index), what, "Give it to a person in people.people.")


def no_role(playbook: Playbook) -> Iterator[Found]:
    """Find people without a role."""
    for index, person in enumerate(playbook.people.people):
        if not person.roles:
            what = f"{person.name} holds no role."
            yield Found(("people", "people", index), what, "Give the person one or more roles.")


def _answers_otherwise(playbook: Playbook, role: Role) -> bool:
    return (
        playbook.people.responsible == role.id
        or any(promise.owner == role.id for promise in playbook.promise.promises)
        or any(measure.owner == role.id for measure in playbook.scorecard.measures)
    )


def _points(playbook: Playbook) -> Iterator[tuple[Path, Touchpoint]]:
    for index, point in enumerate(playbook.journey.touchpoints):
        yield ("journey", "touchpoints", index), point
