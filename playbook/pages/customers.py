"""The page about the people the business serves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from playbook.model.customers import Segment
from playbook.pages.context import Guide
from playbook.pages.parts import (
    Address,
    Anchor,
    Answer,
    Answers,
    Page,
    answers,
    is_suggestion,
)
from playbook.words import Words


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question customers ask, and our answer."""

    anchor: Anchor
    question: Words
    answer: Answer


@dataclass(frozen=True, slots=True)
class SegmentView:
    """A group of customers, as the page shows it."""

    anchor: Anchor
    name: Words
    suggested: bool
    who: Answer
    needs: Answers
    wants: Answers
    pain_points: Answers
    challenges: Answers
    questions: tuple[AskedQuestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomersPage(Page):
    """Who our customers are and what they want."""

    kind: ClassVar[str] = "customers"

    segments: tuple[SegmentView, ...]


def build(guide: Guide) -> Iterator[CustomersPage]:
    """Yield the page about customers."""
    yield CustomersPage(
        address=Address("customers.md"),
        title=guide.say("customers.title"),
        ideas=guide.ideas("customers"),
        segments=tuple(_view(guide, segment) for segment in guide.playbook.customers.segments),
    )


def _view(guide: Guide, segment: Segment) -> SegmentView:
    return SegmentView(
        anchor=Anchor(f"segment-{segment.id}"),
        name=segment.name,
        suggested=is_suggestion(segment),
        who=guide.answer(segment, "who"),
        needs=answers(segment, "needs"),
        wants=answers(segment, "wants"),
        pain_points=answers(segment, "pain_points"),
        challenges=answers(segment, "challenges"),
        questions=tuple(
            AskedQuestion(
                anchor=guide.question_address(segment, number).anchor,
                question=asked.question,
                answer=guide.answer(asked, "answer"),
            )
            for number, asked in enumerate(segment.questions, 1)
        ),
    )
