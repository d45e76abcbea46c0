"""The page about the playbook itself: edition, what is undecided, where the ideas come from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from playbook.method.models import Chapter, Question, SourceDocument
from playbook.pages.context import Guide
from playbook.pages.parts import Address, Answer, Page
from playbook.words import Words


@dataclass(frozen=True, slots=True)
class OpenChapter:
    """A chapter of the interview with what it leaves open."""

    title: Words
    undecided: tuple[Words, ...]
    unconfirmed: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A document the method was distilled from, with the ideas taken from it."""

    title: Words
    author: Words
    year: Words
    ideas: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage(Page):
    """About this playbook."""

    kind: ClassVar[str] = "about"

    name: Words
    edition: Answer
    reviewed: Answer
    next_review: Answer
    decided: Words
    """How many answers are decided; nothing once all are."""
    open_chapters: tuple[OpenChapter, ...]
    sources: tuple[SourceView, ...]


def build(guide: Guide) -> Iterator[AboutPage]:
    """Yield the page about the playbook."""
    reviews = guide.playbook.reviews
    chapters = (_open_chapter(guide, chapter) for chapter in guide.method.chapters)
    yield AboutPage(
        address=Address("about.md"),
        title=guide.say("about.title"),
        ideas=guide.ideas("about"),
        name=guide.playbook.business.name,
        edition=guide.answer(reviews, "edition"),
        reviewed=guide.answer(reviews, "reviewed"),
        next_review=guide.answer(reviews, "next_review"),
        decided=_decided(guide),
        open_chapters=tuple(
            chapter for chapter in chapters if chapter.undecided or chapter.unconfirmed
        ),
        sources=tuple(_source(guide, document) for document in guide.method.documents),
    )


def _decided(guide: Guide) -> Words:
    count, total = guide.decided
    return Words() if count == total else guide.say("about.decided", count=count, total=total)


def _open_chapter(guide: Guide, chapter: Chapter) -> OpenChapter:
    asked: defaultdict[str, list[Words]] = defaultdict(list)
    for question in chapter.questions:
        asked[_state(guide, question)].append(Words(question.ask))
    return OpenChapter(
        title=Words(chapter.title),
        undecided=tuple(asked["undecided"]),
        unconfirmed=tuple(asked["unconfirmed"]),
    )


def _state(guide: Guide, question: Question) -> str:
    """Return whether the answer to a question is said, unconfirmed, undecided or left out."""
    value: Any = guide.playbook
    state = "said"
    for name in question.fills.split("."):
        if name in value.withheld | value.declined:
            return "left out"
        if name in value.suggested:
            state = "unconfirmed"
        value = getattr(value, name)
        if value in (None, ()):
            return "undecided"
    return state


def _source(guide: Guide, document: SourceDocument) -> SourceView:
    return SourceView(
        title=Words(document.title),
        author=Words(document.author),
        year=Words(document.year),
        ideas=tuple(
            Words(idea.idea) for idea in guide.method.ideas if idea.document == document.key
        ),
    )
