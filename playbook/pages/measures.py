"""The page about the numbers that tell whether the intended journey happens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from playbook.model.scorecard import Measure, Objective, Revenue
from playbook.pages.context import Guide, naming
from playbook.pages.parts import (
    Address,
    Anchor,
    Answer,
    Link,
    Page,
    Task,
    Who,
    is_suggestion,
)
from playbook.words import Words


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure, with everything needed to read it off."""

    anchor: Anchor
    name: Words
    suggested: bool
    definition: Answer
    formula: Answer
    why: Answer
    better: Answer
    source: Answer
    cadence: Answer
    owner: Who
    baseline: Answer
    baseline_date: Answer
    target: Answer
    target_date: Answer
    tells_about: tuple[Link, ...]
    """The touchpoints and promises it is the measure of."""


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """Something the business wants to achieve for its customers."""

    name: Words
    suggested: bool
    resources: Answer
    measure: Link | None
    task: Task


@dataclass(frozen=True, slots=True)
class RevenueView:
    """The income the better journey should bring."""

    objective: Answer
    new: Answer
    cross_sale: Answer
    repeat: Answer
    repeat_share: Answer
    task: Task


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuresPage(Page):
    """Few measures, each with an owner."""

    kind: ClassVar[str] = "measures"

    customers: Words
    measures: tuple[MeasureView, ...]
    tells_aims: bool
    """Whether the edition tells where we stand, and what we aim for."""
    objectives: tuple[ObjectiveView, ...]
    revenue: RevenueView


def build(guide: Guide) -> Iterator[MeasuresPage]:
    """Yield the page about measures."""
    scorecard = guide.playbook.scorecard
    yield MeasuresPage(
        address=Address("measures.md"),
        title=guide.say("measures.title"),
        ideas=guide.ideas("measures"),
        customers=guide.customers,
        measures=tuple(_measure(guide, measure) for measure in scorecard.measures),
        tells_aims="objectives" not in scorecard.withheld,
        objectives=tuple(_objective(guide, objective) for objective in scorecard.objectives),
        revenue=_revenue(guide, scorecard.revenue or Revenue()),
    )


def _measure(guide: Guide, measure: Measure) -> MeasureView:
    points = naming(measure, "measure", guide.ordered_touchpoints())
    promises = naming(measure, "measure", guide.playbook.promise.promises)
    return MeasureView(
        anchor=Anchor(f"measure-{measure.id}"),
        name=measure.name,
        suggested=is_suggestion(measure),
        definition=guide.answer(measure, "definition"),
        formula=guide.answer(measure, "formula"),
        why=guide.answer(measure, "why"),
        better=guide.labelled(measure, "better", "better"),
        source=guide.answer(measure, "source"),
        cadence=guide.labelled(measure, "cadence", "cadence"),
        owner=guide.who(measure, "owner"),
        baseline=_with_unit(guide, measure.baseline, measure.unit),
        baseline_date=guide.answer(measure, "baseline_date"),
        target=_with_unit(guide, measure.target, measure.unit),
        target_date=guide.answer(measure, "target_date"),
        tells_about=(*map(guide.promise_link, promises), *guide.touchpoint_links(points)),
    )


def _with_unit(guide: Guide, value: Decimal | None, unit: Words | None) -> Answer:
    if value is None:
        return Answer()
    number = guide.language.in_words(value)
    if unit is None:
        return Answer(number)
    space = "" if unit == "%" else " "
    return Answer(Words(f"{number}{space}{unit.plain}"))


def _objective(guide: Guide, objective: Objective) -> ObjectiveView:
    return ObjectiveView(
        name=objective.name,
        suggested=is_suggestion(objective),
        resources=guide.answer(objective, "resources"),
        measure=guide.measure(objective),
        task=guide.task(objective, "", "owner", "by"),
    )


def _revenue(guide: Guide, revenue: Revenue) -> RevenueView:
    return RevenueView(
        objective=guide.answer(revenue, "objective"),
        new=_amount(guide, revenue.new),
        cross_sale=_amount(guide, revenue.cross_sale),
        repeat=_amount(guide, revenue.repeat),
        repeat_share=_with_unit(guide, revenue.repeat_share, Words("%")),
        task=guide.task(revenue, "", "owner", "by"),
    )


def _amount(guide: Guide, amount: Decimal | None) -> Answer:
    return Answer() if amount is None else guide.money(amount)
