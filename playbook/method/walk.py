"""Go through the questions of the method, those about the things of a list too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playbook.method.models import Chapter, Question


def walk(chapters: Iterable[Chapter]) -> Iterator[tuple[str, Question]]:
    """Yield every question with the full path it fills, those about the things of a list too."""
    for chapter in chapters:
        yield from _nested(chapter.questions, "")


def _nested(questions: Iterable[Question], before: str) -> Iterator[tuple[str, Question]]:
    for question in questions:
        yield before + question.fills, question
        yield from _nested(question.each, f"{before}{question.fills}[].")
