"""The page about what the business is making better."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from playbook.model.improvements import Improvement
from playbook.pages.context import Guide, link_if_any
from playbook.pages.parts import Address, Answer, Link, Page, Who, is_suggestion
from playbook.words import Words


@dataclass(frozen=True, slots=True)
class ImprovementView:
    """A change we intend."""

    name: Words
    suggested: bool
    today: Answer
    intended: Answer
    touchpoint: Link | None
    owner: Who
    by: Answer
    progress: Answer


@dataclass(frozen=True, slots=True)
class Gap:
    """A touchpoint where today falls short of what is intended."""

    touchpoint: Link
    today: Answer
    hurts: Answer
    intended: Answer
    stop: Answer
    owner: Who


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A way to make a touchpoint better still."""

    touchpoint: Link
    opportunity: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprovementsPage(Page):
    """From today to intended."""

    kind: ClassVar[str] = "improvements"

    gaps: tuple[Gap, ...]
    easier: tuple[ImprovementView, ...]
    wow: tuple[ImprovementView, ...]
    stop: tuple[ImprovementView, ...]
    opportunities: tuple[Opportunity, ...]


def build(guide: Guide) -> Iterator[ImprovementsPage]:
    """Yield the page about improvements, in an edition that holds them."""
    if "improvements" in guide.playbook.withheld:
        return
    improvements = guide.playbook.improvements
    points = guide.ordered_touchpoints()
    yield ImprovementsPage(
        address=Address("improvements.md"),
        title=guide.say("improvements.title"),
        ideas=guide.ideas("improvements"),
        gaps=tuple(
            Gap(
                touchpoint=guide.touchpoint_link(point),
                today=guide.answer(point, "today"),
                hurts=guide.answer(point, "hurts"),
                intended=guide.answer(point, "standard"),
                stop=guide.answer(point, "stop"),
                owner=guide.who(point, "owner"),
            )
            for point in points
            if point.today or point.hurts or point.stop
        ),
        easier=tuple(_views(guide, improvements.easier)),
        wow=tuple(_views(guide, improvements.wow)),
        stop=tuple(_views(guide, improvements.stop)),
        opportunities=tuple(
            Opportunity(guide.touchpoint_link(point), guide.answer(point, "opportunity"))
            for point in points
            if point.opportunity
        ),
    )


def _views(guide: Guide, improvements: Iterable[Improvement]) -> Iterator[ImprovementView]:
    for improvement in improvements:
        point = guide.playbook.touchpoint(improvement.touchpoint)
        yield ImprovementView(
            name=improvement.name,
            suggested=is_suggestion(improvement),
            today=guide.answer(improvement, "today"),
            intended=guide.answer(improvement, "intended"),
            touchpoint=link_if_any(guide.touchpoint_link, point),
            owner=guide.who(improvement, "owner"),
            by=guide.answer(improvement, "by"),
            progress=guide.labelled(improvement, "progress", "progress"),
        )
