"""List all answers by chapter, with what is suggested or undecided marked in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playbook.draft.draft import State
from playbook.draft.held import has_unseen
from playbook.interview.session import Session
from playbook.method.models import Chapter, Question
from playbook.model.paths import path_to
from playbook.text_width import shortened
from playbook.yamlfile import Path

_ROOM = 50


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One answer in the review."""

    question: Question
    chapter: Chapter
    state: State
    words: str
    """The answer, or what is suggested, in a few words."""


def review(session: Session, chapters: Iterable[Chapter]) -> tuple[Reviewed, ...]:
    """Return every question of some chapters that is asked, with its answer in words."""
    return tuple(
        _reviewed(session, chapter, question)
        for chapter in chapters
        for question in chapter.questions
        if session.draft.is_asked(question)
    )


def _reviewed(session: Session, chapter: Chapter, question: Question) -> Reviewed:
    state = session.draft.state(question)
    words = state_in_words(session, path_to(question.fills))
    if state is State.OPEN:
        words = "open"
    elif state is State.SKIPPED:
        words = "not decided yet" if words == "open" else f"not decided yet ({words})"
    return Reviewed(question, chapter, state, words)


def state_in_words(session: Session, path: Path) -> str:
    """Say in a few words what the answer at a path is."""
    held = session.draft.held(path)
    if held.value is None:
        return "open"
    words = session.draft.in_words(path, held.value)
    suggested = "suggested: " if held.origin == "pack" or has_unseen(held.said) else ""
    return f"{suggested}{shortened(words, _ROOM)}"
