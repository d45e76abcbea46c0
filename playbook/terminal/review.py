"""List all answers by chapter, with what is suggested or undecided marked in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playbook.draft.conditions import is_asked
from playbook.draft.progress import State, state_of
from playbook.interview.session import Session
from playbook.method.models import Chapter, Question
from playbook.model.paths import path_to
from playbook.terminal.describing import state
from playbook.terminal.screen.screen import MenuEntry


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One answer in the review."""

    question: Question
    chapter: Chapter
    state: State
    words: str


def review(session: Session, chapters: Iterable[Chapter]) -> tuple[Reviewed, ...]:
    """Return every question of some chapters that is asked, with its answer in words."""
    return tuple(
        Reviewed(
            question,
            chapter,
            state_of(session.draft, question),
            state(session, path_to(question.fills)),
        )
        for chapter in chapters
        for question in chapter.questions
        if is_asked(session.draft, question)
    )


def review_entries(reviewed: Iterable[Reviewed]) -> tuple[MenuEntry, ...]:
    """Return the review as a menu from which to jump to any answer."""
    entries: list[MenuEntry] = []
    chapter = ""
    for one in reviewed:
        heading = one.chapter.title if one.chapter.id != chapter else ""
        chapter = one.chapter.id
        label = f"{one.question.label}: {_words(one)}"
        entries.append(MenuEntry(label, heading=heading))
    return tuple(entries)


def _words(one: Reviewed) -> str:
    if one.state is State.DECIDED:
        return one.words
    if one.state is State.SKIPPED:
        return f"not decided yet ({one.words})" if one.words != "open" else "not decided yet"
    return one.words if one.state is State.SUGGESTED else "open"
