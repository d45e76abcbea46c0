"""Let a starter pack say chapters and questions in its own words, or in its own language."""

from __future__ import annotations

from collections.abc import Mapping

from playbook.method.models import (
    Chapter,
    ChapterWording,
    Method,
    Pack,
    Question,
    QuestionWording,
    Wording,
)


def reworded(method: Method, pack: Pack) -> Method:
    """Return *method* with the words of *pack* for its chapters and questions."""
    wording = pack.wording
    if not wording.chapters and not wording.questions:
        return method
    chapters = tuple(_chapter(chapter, wording) for chapter in method.chapters)
    return method.model_copy(update={"chapters": chapters})


def _chapter(chapter: Chapter, wording: Wording) -> Chapter:
    said = wording.chapters.get(chapter.id, ChapterWording())
    questions = tuple(_question(question, wording.questions) for question in chapter.questions)
    return chapter.model_copy(update={**_words(said), "questions": questions})


def _question(question: Question, wording: Mapping[str, QuestionWording]) -> Question:
    said = wording.get(question.id, QuestionWording())
    choices = tuple(
        one.model_copy(update={"label": said.choices.get(one.value, one.label)})
        for one in question.choices
    )
    each = tuple(_question(one, wording) for one in question.each)
    return question.said_as({**_words(said), "choices": choices, "each": each})


def _words(said: ChapterWording | QuestionWording) -> dict[str, str]:
    """Return what is said otherwise; what was left out keeps our own words."""
    return said.model_dump(exclude_defaults=True)
