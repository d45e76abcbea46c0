"""The page about the rhythm of reviews."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from playbook.model.reviews import Meeting, Verdicts
from playbook.pages.context import Guide, supposed
from playbook.pages.parts import (
    Address,
    Answer,
    Answers,
    Link,
    Page,
    Task,
    answers,
    is_suggestion,
)
from playbook.words import Words

QUESTIONS = {
    "can_deliver": "verdict.can-deliver",
    "easy": "verdict.easy",
    "lives_up": "verdict.lives-up",
}
"""The phrases of the three questions (Hamilton), by the field of their verdict."""


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A regular meeting."""

    name: Words
    suggested: bool
    how_often: Answer
    length: Answer
    who: tuple[Link, ...]
    looks_at: Answers


@dataclass(frozen=True, slots=True)
class VerdictView:
    """What we say of ourselves when we ask one of the three questions."""

    question: Words
    answer: Answer
    words: Answer
    task: Task


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewsPage(Page):
    """When we look at the journey, and whether we can live up to it."""

    kind: ClassVar[str] = "reviews"

    meetings: tuple[MeetingView, ...]
    skills_check: Answer
    skills_task: Task
    verdicts: tuple[VerdictView, ...]
    edition: Answer
    reviewed: Answer
    next_review: Answer


def build(guide: Guide) -> Iterator[ReviewsPage]:
    """Yield the page about reviews."""
    reviews = guide.playbook.reviews
    yield ReviewsPage(
        address=Address("reviews.md"),
        title=guide.say("reviews.title"),
        ideas=guide.ideas("reviews"),
        meetings=tuple(_meeting(guide, meeting) for meeting in reviews.meetings),
        skills_check=guide.answer(reviews, "skills_check"),
        skills_task=guide.task(reviews, "", "skills_owner", "skills_by"),
        verdicts=tuple(_verdicts(guide, reviews.questions)),
        edition=guide.answer(reviews, "edition"),
        reviewed=guide.answer(reviews, "reviewed"),
        next_review=guide.answer(reviews, "next_review"),
    )


def _verdicts(guide: Guide, verdicts: Verdicts | None) -> Iterator[VerdictView]:
    """Yield those of the three questions that were answered, in Hamilton's order."""
    for name, question in QUESTIONS.items():
        verdict = getattr(verdicts, name, None)
        if verdict is not None:
            yield VerdictView(
                question=guide.say(question),
                answer=guide.labelled(verdict, "answer", "verdict-answer"),
                words=guide.answer(verdict, "words"),
                task=guide.task(verdict, "", "owner", "again"),
            )


def _meeting(guide: Guide, meeting: Meeting) -> MeetingView:
    return MeetingView(
        name=meeting.name,
        suggested=is_suggestion(meeting),
        how_often=guide.answer(meeting, "how_often"),
        length=guide.answer(meeting, "length"),
        who=tuple(supposed(link, meeting, "who") for link in guide.role_links(meeting.who)),
        looks_at=answers(meeting, "looks_at"),
    )
