"""Does the journey go all the way, and is it prepared for what can go wrong?"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.finding import Found, numbered
from playbook.model.playbook import Playbook

_MOMENTS_OF_TRUTH = range(3, 6)
_TOUCHPOINTS = ("journey", "touchpoints")
_STAGES = ("journey", "stages")


def after_the_sale(playbook: Playbook) -> Iterator[Found]:
    """Find a journey that ends when the customer has paid (Nowak; Aftahi, 4)."""
    after = {stage.id for stage in playbook.journey.stages if stage.after_sale}
    if not after:
        what = "No stage of the journey lies after the sale."
        mend = "Add after_sale: yes to the stages that follow payment."
        question = "Which part of the journey comes after customers have paid?"
        yield Found(_STAGES, what, mend, (_STAGES,), question)
    elif after.isdisjoint(point.stage for point in playbook.journey.touchpoints):
        what = "Nothing happens after the sale: no touchpoint belongs to a stage that follows it."
        mend = "Add a thank-you, a follow-up or a way to come back."
        question = "What happens once customers have paid: a thank-you, a follow-up, a way back?"
        yield Found(_TOUCHPOINTS, what, mend, (_TOUCHPOINTS,), question)


def empty_stages(playbook: Playbook) -> Iterator[Found]:
    """Find stages in which nothing happens."""
    for path, stage in numbered(playbook.journey.stages, *_STAGES):
        if not playbook.touchpoints_in(stage.id):
            what = f"The stage “{stage.name}” has no touchpoint."
            question = f"What happens in the stage “{stage.name}”, or can it go?"
            yield Found(path, what, "Add one, or remove the stage.", (_TOUCHPOINTS,), question)


def unprepared_moments(playbook: Playbook) -> Iterator[Found]:
    """Find moments of truth with no way to put things right."""
    for path, point in numbered(playbook.journey.touchpoints, *_TOUCHPOINTS):
        if point.moment_of_truth and not point.recovery:
            what = f"“{point.name}” is a moment of truth, and nothing says what to do if it fails."
            mend = "Add what can go wrong there and how you put it right."
            question = f"What can go wrong at “{point.name}”, and how do you put it right?"
            yield Found(path, what, mend, ((*path, "recovery"),), question)


def unanswered_slips(playbook: Playbook) -> Iterator[Found]:
    """Find things that can go wrong with no word on what to do then."""
    for path, point in numbered(playbook.journey.touchpoints, *_TOUCHPOINTS):
        for index, slip in enumerate(point.recovery):
            if slip.put_right is None:
                what = f"“{slip.wrong}” can happen at “{point.name}”, and nothing says what to do."
                mend = "Say what you do and say at once."
                question = f"What do you do at once when “{slip.wrong}” happens at “{point.name}”?"
                at = (*path, "recovery", index)
                yield Found(at, what, mend, ((*at, "put_right"),), question)


def moments_of_truth(playbook: Playbook) -> Iterator[Found]:
    """Find a journey with no moment of truth, or with so many that none stands out."""
    points = playbook.journey.touchpoints
    count = sum(point.moment_of_truth for point in points)
    if points and count not in _MOMENTS_OF_TRUTH:
        what = f"{count} touchpoints are moments of truth; three to five help people most."
        question = (
            "Which three to five touchpoints decide what people think of you? "
            f"Now {count} are marked."
        )
        mend = "Mark the few that decide what people think."
        yield Found(_TOUCHPOINTS, what, mend, (_TOUCHPOINTS,), question)
