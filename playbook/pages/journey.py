"""The journey: an overview, a page for each stage and a page for each touchpoint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import ClassVar

from playbook.model.journey import Stage, Touchpoint
from playbook.pages import journey_map
from playbook.pages.context import Guide, link_if_any
from playbook.pages.parts import (
    Address,
    Answer,
    Answers,
    Link,
    Page,
    Task,
    Who,
    answers,
    is_suggestion,
    unsaid,
)
from playbook.words import Words


@dataclass(frozen=True, slots=True)
class TouchpointRow:
    """A touchpoint in the overview: today, intended, who."""

    link: Link
    suggested: bool
    moment_of_truth: bool
    customer_wants: Answer
    today: Answer
    hurts: Answer
    intended: Answer
    owner: Who


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage in the overview, with its touchpoints."""

    number: int
    link: Link
    customer_wants: Answer
    feeling: Answer
    measure: Link | None
    touchpoints: tuple[TouchpointRow, ...]
    tells_today: bool
    """Whether it is known of any touchpoint how it goes today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyPage(Page):
    """The whole journey at a glance."""

    kind: ClassVar[str] = "journey"

    customer: Words
    customers: Words
    stages: tuple[StageRow, ...]
    unplaced: tuple[Link, ...]
    core_activities: Answers
    last_customer: Answer
    unstuck: Answer
    after_sale: Answer
    core_task: Task
    walk: Task
    after_sale_task: Task


@dataclass(frozen=True, slots=True, kw_only=True)
class StagePage(Page):
    """One stage of the journey."""

    kind: ClassVar[str] = "stage"

    suggested: bool
    number: int
    count: int
    customers: Words
    customer_wants: Answer
    feeling: Answer
    measure: Link | None
    touchpoints: tuple[TouchpointRow, ...]
    tells_today: bool
    prompts: tuple[Words, ...]
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class RecoveryView:
    """Something that can go wrong, and what to do."""

    wrong: Words
    put_right: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchpointPage(Page):
    """One contact, as a card to follow while the customer is there."""

    kind: ClassVar[str] = "touchpoint"

    suggested: bool
    stage: Link | None
    channel: Answer
    moment_of_truth: bool
    customer: Words
    customer_does: Answer
    customer_wants: Answer
    steps: Answers
    we_say: Answers
    standard: Answer
    standard_share: Answer
    """How often the standard must be met."""
    owner: Who
    stand_in: Who
    measure: Link | None
    promises: tuple[Link, ...]
    recovery: tuple[RecoveryView, ...]
    recovery_suggested: bool
    behind_the_scenes: Answer
    today: Answer
    hurts: Answer
    stop: Answer
    opportunity: Answer
    previous: Link | None
    next: Link | None


def build(guide: Guide) -> Iterator[Page]:
    """Yield the overview and the map, then each stage with its touchpoints."""
    journey = guide.playbook.journey
    unplaced = guide.playbook.touchpoints_in(None)
    yield JourneyPage(
        address=Address("journey.md"),
        title=guide.say("journey.title"),
        ideas=guide.ideas("journey", "stage", "touchpoint"),
        customer=guide.customer,
        customers=guide.customers,
        stages=tuple(
            _stage_row(guide, number, stage) for number, stage in enumerate(journey.stages, 1)
        ),
        unplaced=guide.touchpoint_links(unplaced),
        core_activities=answers(journey, "core_activities"),
        last_customer=guide.answer(journey, "last_customer"),
        unstuck=guide.answer(journey, "unstuck"),
        after_sale=guide.answer(journey, "after_sale"),
        core_task=guide.follow_up(journey.core_follow_up),
        walk=guide.follow_up(journey.walk),
        after_sale_task=guide.task(journey, "", "after_sale_owner", "after_sale_by"),
    )
    yield from journey_map.build(guide)
    yield from _stages(guide)
    yield from _touchpoints(guide)


def _stages(guide: Guide) -> Iterator[StagePage]:
    stages = guide.playbook.journey.stages
    links = tuple(map(guide.stage_link, stages))
    numbered = enumerate(stages, 1)
    for (number, stage), (previous, following) in zip(numbered, _neighbours(links), strict=False):
        row = _stage_row(guide, number, stage)
        yield StagePage(
            address=row.link.address,
            title=stage.name,
            ideas=(),
            suggested=row.link.suggested,
            number=row.number,
            count=len(stages),
            customers=guide.customers,
            customer_wants=row.customer_wants,
            feeling=row.feeling,
            measure=row.measure,
            touchpoints=row.touchpoints,
            tells_today=row.tells_today,
            prompts=tuple(Words(prompt.text) for prompt in guide.method.prompts.get(stage.id, ())),
            previous=previous,
            next=following,
        )


def _touchpoints(guide: Guide) -> Iterator[TouchpointPage]:
    points = guide.ordered_touchpoints()
    links = guide.touchpoint_links(points)
    placed = links[: sum(point.stage is not None for point in points)]
    around = _neighbours(placed)
    for point, link, (previous, following) in zip(points, links, around, strict=False):
        yield TouchpointPage(
            address=link.address,
            title=point.name,
            ideas=(),
            suggested=is_suggestion(point),
            stage=link_if_any(guide.stage_link, guide.playbook.stage(point.stage)),
            channel=guide.channel(point),
            moment_of_truth=point.moment_of_truth,
            customer=guide.customer,
            customer_does=guide.answer(point, "customer_does"),
            customer_wants=guide.answer(point, "customer_wants"),
            steps=answers(point, "steps"),
            we_say=answers(point, "say"),
            standard=guide.answer(point, "standard"),
            standard_share=_share(guide, point),
            owner=guide.who(point, "owner"),
            stand_in=guide.who(point, "stand_in"),
            measure=guide.measure(point),
            promises=guide.kept_promises(point),
            recovery=tuple(
                RecoveryView(slip.wrong, guide.answer(slip, "put_right")) for slip in point.recovery
            ),
            recovery_suggested="recovery" in point.suggested,
            behind_the_scenes=guide.answer(point, "behind_the_scenes"),
            today=guide.answer(point, "today"),
            hurts=guide.answer(point, "hurts"),
            stop=guide.answer(point, "stop"),
            opportunity=guide.answer(point, "opportunity"),
            previous=previous,
            next=following,
        )


def _stage_row(guide: Guide, number: int, stage: Stage) -> StageRow:
    rows = _touchpoint_rows(guide, stage)
    return StageRow(
        number=number,
        link=guide.stage_link(stage),
        customer_wants=guide.answer(stage, "customer_wants"),
        feeling=guide.answer(stage, "feeling"),
        measure=guide.measure(stage),
        touchpoints=rows,
        tells_today=any(row.today.text for row in rows),
    )


def _touchpoint_rows(guide: Guide, stage: Stage) -> tuple[TouchpointRow, ...]:
    points = guide.playbook.touchpoints_in(stage.id)
    return tuple(_touchpoint_row(guide, point) for point in points)


def _touchpoint_row(guide: Guide, point: Touchpoint) -> TouchpointRow:
    return TouchpointRow(
        link=guide.touchpoint_link(point),
        suggested=is_suggestion(point),
        moment_of_truth=point.moment_of_truth,
        customer_wants=guide.answer(point, "customer_wants"),
        today=guide.answer(point, "today"),
        hurts=guide.answer(point, "hurts"),
        intended=guide.answer(point, "standard"),
        owner=guide.who(point, "owner"),
    )


def _neighbours(links: Sequence[Link]) -> Iterator[tuple[Link | None, Link | None]]:
    """Yield what comes before and after each of *links*; nothing for all that lies outside them."""
    yield from zip([None, *links[:-1]], [*links[1:], None], strict=True)
    yield from repeat((None, None))


def _share(guide: Guide, point: Touchpoint) -> Answer:
    """Return how often the standard of a touchpoint must be met, in words."""
    if point.standard_share is None:
        return unsaid(point, "standard_share")
    words = guide.say("touchpoint.share", share=format(point.standard_share, "f"))
    return Answer(words, "standard_share" in point.suggested)
