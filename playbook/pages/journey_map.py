"""The journey map: stages across, lanes down, and how customers are to feel along the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar

from playbook.charts.emotion_curve import CurvePoint, curve
from playbook.model.journey import FEELINGS, Stage, Touchpoint
from playbook.pages.context import Guide
from playbook.pages.parts import (
    Address,
    Answer,
    Answers,
    Link,
    Page,
    Who,
    all_suggested,
    answers,
)
from playbook.words import Safe, Words

ENOUGH = 10
"""From how many answers on an average tells something."""
_STEPS = 2
"""How many of its steps tell what a touchpoint is about."""
_LEVEL: dict[str | None, int] = {name: level for level, name in enumerate(FEELINGS, 1)}


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A touchpoint on the map, with what each lane says about it."""

    number: Safe
    """Its place on the map, such as 4.2, by which the lanes name it."""
    link: Link
    moment_of_truth: bool
    channel: Answer
    customer_does: Answer
    customer_wants: Answer
    lived_suggested: bool
    """Whether all that the customer does and wants is a suggestion."""
    steps: Answers
    """The first of its steps."""
    more_steps: int
    behind_the_scenes: Answer
    promises: tuple[Link, ...]
    standard: Answer
    kept_suggested: bool
    """Whether the standard and all promises are suggestions."""
    owner: Who
    measure: Link | None
    hurts: Answer


@dataclass(frozen=True, slots=True)
class MapStage:
    """A stage on the map: one column."""

    number: int
    link: Link
    customer_wants: Answer
    feeling: Answer
    level: Answer
    """How good customers are to feel, in words."""
    felt_suggested: bool
    """Whether all that is said of it is a suggestion."""
    heard: Words | None
    """What customers said themselves, in words."""
    on_curve: CurvePoint
    measure: Link | None
    points: tuple[MapPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPage(Page):
    """The whole journey on one map."""

    kind: ClassVar[str] = "map"

    customer: Words
    customers: Words
    stages: tuple[MapStage, ...]
    unplaced: tuple[Link, ...]
    levels: tuple[Words, ...]
    """What the feelings are called, from the lowest."""
    curve: Safe | None
    """The picture of how customers are to feel."""
    has_heard: bool
    """Whether customers were asked how any stage felt."""
    has_suggested_feelings: bool
    """Whether the picture shows any feeling that nobody has confirmed."""
    has_hurts: bool
    """Whether the edition has a lane for what hurts today."""


def build(guide: Guide) -> Iterator[MapPage]:
    """Yield the map."""
    journey = guide.playbook.journey
    stages = tuple(_stage(guide, number, one) for number, one in enumerate(journey.stages, 1))
    unplaced = guide.playbook.touchpoints_in(None)
    unsure = any(stage.level.suggested for stage in stages)
    told = [guide.say("map.said-below")]
    if unsure:
        told.append(guide.say("map.suggested-there"))
    levels = tuple(guide.say(f"feeling.{feeling}") for feeling in FEELINGS)
    yield MapPage(
        address=Address("journey-map.md"),
        title=guide.say("map.title"),
        ideas=guide.ideas("map"),
        customer=guide.customer,
        customers=guide.customers,
        stages=stages,
        unplaced=guide.touchpoint_links(unplaced),
        levels=levels,
        curve=curve(
            [stage.on_curve for stage in stages],
            levels,
            title=guide.say("map.curve-title"),
            told=Words(" ".join(told)),
        ),
        has_heard=any(stage.heard for stage in stages),
        has_suggested_feelings=unsure,
        has_hurts=not any("hurts" in point.withheld for point in journey.touchpoints),
    )


def _stage(guide: Guide, number: int, stage: Stage) -> MapStage:
    feeling, word = (
        guide.answer(stage, "feeling"),
        guide.labelled(stage, "feeling_level", "feeling"),
    )
    level = _LEVEL.get(stage.feeling_level)
    points = guide.playbook.touchpoints_in(stage.id)
    heard = None if stage.heard is None else float(stage.heard)
    enough = (stage.heard_count or 0) >= ENOUGH
    return MapStage(
        number=number,
        link=guide.stage_link(stage),
        customer_wants=guide.answer(stage, "customer_wants"),
        feeling=feeling,
        level=word,
        felt_suggested=all_suggested(word, feeling),
        heard=_heard(guide, stage.heard, stage.heard_count),
        on_curve=CurvePoint(stage.name, level, heard, enough, suggested=word.suggested),
        measure=guide.measure(stage),
        points=tuple(_point(guide, f"{number}.{at}", one) for at, one in enumerate(points, 1)),
    )


def _heard(guide: Guide, average: Decimal | None, count: Decimal | None) -> Words | None:
    if average is None:
        return None
    said = format(average, "f")
    if count is None:
        return guide.say("map.heard-uncounted", average=said)
    if count < ENOUGH:
        return guide.say("map.heard-few", average=said, count=int(count))
    return guide.say("map.heard", average=said, count=int(count))


def _point(guide: Guide, number: str, point: Touchpoint) -> MapPoint:
    steps = answers(point, "steps")
    does, wants = guide.answer(point, "customer_does"), guide.answer(point, "customer_wants")
    standard = guide.answer(point, "standard")
    # On one sheet there is room for the promise alone.
    promises = tuple(replace(link, note=None) for link in guide.kept_promises(point))
    return MapPoint(
        number=Safe(number),
        link=guide.touchpoint_link(point),
        moment_of_truth=point.moment_of_truth,
        channel=guide.channel(point),
        customer_does=does,
        customer_wants=wants,
        lived_suggested=all_suggested(does, wants),
        steps=Answers(steps.lines[:_STEPS], steps.suggested),
        more_steps=max(0, len(steps.lines) - _STEPS),
        behind_the_scenes=guide.answer(point, "behind_the_scenes"),
        promises=promises,
        standard=standard,
        kept_suggested=all_suggested(standard, *promises),
        owner=guide.who(point, "owner"),
        measure=guide.measure(point),
        hurts=guide.answer(point, "hurts"),
    )
