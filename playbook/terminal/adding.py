"""Add things by their names, ask at once what cannot wait about them, and put them in place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from playbook.draft.unseen import PLACED_BY
from playbook.interview.frame import Frame
from playbook.interview.parts import spread
from playbook.interview.session import Session
from playbook.method.models import Question
from playbook.model.paths import path_to
from playbook.model.playbook import label_field
from playbook.parse.reading import lines
from playbook.yamlfile import Path

_ASKED_AT_ONCE = (*PLACED_BY, "roles")
FEW = 2
"""So many questions about a thing inside another thing are asked at once."""


def with_questions(session: Session, keys: Iterable[str]) -> Session:
    """Return the session inside the things just added, where something is to be asked at once."""
    frames = []
    for key in keys:
        position = session.things.position(key)
        within = () if position is None else (*session.path, position)
        questions = tuple(one for one in _at_once(session) if _is_open(session, one, within))
        if position is not None and questions:
            frames.append(session.in_thing(position, questions=questions).frame)
    return replace(session, frames=(*session.frames, *reversed(frames)))


def _at_once(session: Session) -> tuple[Question, ...]:
    label = label_field(session.things.field)
    rest = tuple(one for one in spread(session.question.each) if one.fills != label)
    if session.frame.within and len(rest) <= FEW:
        return rest
    return tuple(one for one in rest if one.fills in _ASKED_AT_ONCE)


def _is_open(session: Session, question: Question, within: Path) -> bool:
    held = session.draft.held(path_to(question.fills, within))
    return held.origin == "nobody" and session.draft.is_asked(question, within)


def answered_in_place(session: Session, value: str) -> Session:
    """Return the session with an answer; what the answer gives a place is moved there.

    A thing added to the end of a list goes behind the last one that has the same place.
    """
    question, within = session.question, session.frame.within
    if not within or question.fills not in PLACED_BY or session.effective is not None:
        return session.answered(value)
    where, at = within[:-1], int(within[-1])
    draft = session.draft.put(session.path, value)
    alike = (
        one for one in range(at) if draft.holds(path_to(question.fills, (*where, one))) == value
    )
    to = max(alike, default=at - 1) + 1
    things: Any = draft.said(where)
    things = [*things[:to], things[at], *things[to:at], *things[at + 1 :]]
    moved = session.with_draft(draft.put(where, things))
    frames = tuple(_following(frame, where, at, to) for frame in session.frames)
    return replace(moved, frames=frames).forward()


def _following(frame: Frame, where: Path, at: int, to: int) -> Frame:
    """Return a row of questions about the same thing, after one of the list moved to the front."""
    if frame.within[: len(where)] != where or len(frame.within) == len(where):
        return frame
    position, *rest = frame.within[len(where) :]
    assert isinstance(position, int)
    position = to if position == at else position + (to <= position < at)
    return replace(frame, within=(*where, position, *rest))


def names_in(text: str, path: str) -> list[str]:
    """Return the names to add to the list at *path*: one a line, and of people also in a row."""
    found = list(lines(text))
    if path != "people.people" or len(found) != 1:
        return found
    people = [one.strip() for one in re.split(r",|\band\b|&", found[0]) if one.strip()]
    is_a_row = "," in found[0] or len(people) == 2
    return people if is_a_row and all(len(one.split()) <= 3 for one in people) else found
