"""The page about what the business promises, where it is kept, by whom, and how it is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from playbook.model.promises import Difference, Promise
from playbook.pages.context import Guide
from playbook.pages.parts import (
    Address,
    Anchor,
    Answer,
    Answers,
    Link,
    Page,
    Task,
    Who,
    answers,
    is_suggestion,
)
from playbook.words import Words


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """A reason to come to us."""

    name: Words
    suggested: bool
    felt: Answer
    measure: Link | None


@dataclass(frozen=True, slots=True)
class PromiseView:
    """A promise, with where it is made and where it is kept."""

    anchor: Anchor
    name: Words
    suggested: bool
    detail: Answer
    made: Answers
    kept: tuple[Link, ...]
    owner: Who
    measure: Link | None
    can_keep: Answer
    needed: Answer
    untold: Words | None
    """That customers are not told of it."""
    why_untold: Words | None
    """Why they are not, for managers."""
    decided: Answer
    """What is done about a promise that is not kept every time."""
    task: Task


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisesPage(Page):
    """What customers may count on."""

    kind: ClassVar[str] = "promises"

    value_proposition: Answer
    promises: tuple[PromiseView, ...]
    differences: tuple[DifferenceView, ...]
    basics: Answers
    expectations: Answer
    gaps: Answer
    gaps_task: Task


def build(guide: Guide) -> Iterator[PromisesPage]:
    """Yield the page about promises."""
    offer = guide.playbook.promise
    yield PromisesPage(
        address=Address("promises.md"),
        title=guide.say("promises.title"),
        ideas=guide.ideas("promises"),
        value_proposition=guide.answer(offer, "value_proposition"),
        promises=tuple(_promise(guide, promise) for promise in offer.promises),
        differences=tuple(_difference(guide, difference) for difference in offer.differences),
        basics=answers(offer, "basics"),
        expectations=guide.answer(offer, "expectations"),
        gaps=guide.answer(offer, "gaps"),
        gaps_task=guide.follow_up(offer.gaps_follow_up),
    )


def _promise(guide: Guide, promise: Promise) -> PromiseView:
    kept_at = [point for point in guide.ordered_touchpoints() if promise.id in point.promises]
    return PromiseView(
        anchor=Anchor(f"promise-{promise.id}"),
        name=promise.name,
        suggested=is_suggestion(promise),
        detail=guide.answer(promise, "detail"),
        made=answers(promise, "made"),
        kept=guide.touchpoint_links(kept_at),
        owner=guide.who(promise, "owner"),
        measure=guide.measure(promise),
        can_keep=guide.labelled(promise, "can_keep", "can-keep"),
        needed=guide.answer(promise, "needed"),
        untold=None if is_suggestion(promise) else guide.not_told(promise),
        why_untold=Words(why) if (why := guide.untold.get(promise.id)) else None,
        decided=guide.labelled(promise, "decision", "decision"),
        task=guide.task(promise, "", "decision_owner", "decision_by"),
    )


def _difference(guide: Guide, difference: Difference) -> DifferenceView:
    return DifferenceView(
        name=difference.name,
        suggested=is_suggestion(difference),
        felt=guide.answer(difference, "felt"),
        measure=guide.measure(difference),
    )
