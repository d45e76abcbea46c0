"""The page about the rhythm of reviews."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from playbook.model.reviews import Meeting
from playbook.pages.context import Guide
from playbook.pages.parts import (
    Address,
    Answer,
    Answers,
    Link,
    Page,
    answer,
    answers,
    is_suggestion,
)
from playbook.words import Words


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A regular meeting."""

    name: Words
    suggested: bool
    how_often: Answer
    length: Answer
    who: tuple[Link, ...]
    looks_at: Answers


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewsPage(Page):
    """When we look at the journey, and whether we can live up to it."""

    kind: ClassVar[str] = "reviews"

    meetings: tuple[MeetingView, ...]
    skills_check: Answer
    edition: Answer
    reviewed: Answer
    next_review: Answer


def build(guide: Guide) -> Iterator[ReviewsPage]:
    """Yield the page about reviews."""
    reviews = guide.playbook.reviews
    yield ReviewsPage(
        address=Address("reviews.md"),
        title=Words("Review rhythm"),
        ideas=guide.ideas("reviews"),
        meetings=tuple(_meeting(guide, meeting) for meeting in reviews.meetings),
        skills_check=answer(reviews, "skills_check"),
        edition=answer(reviews, "edition"),
        reviewed=answer(reviews, "reviewed"),
        next_review=answer(reviews, "next_review"),
    )


def _meeting(guide: Guide, meeting: Meeting) -> MeetingView:
    return MeetingView(
        name=meeting.name,
        suggested=is_suggestion(meeting),
        how_often=answer(meeting, "how_often"),
        length=answer(meeting, "length"),
        who=guide.role_links(meeting.who),
        looks_at=answers(meeting, "looks_at"),
    )
