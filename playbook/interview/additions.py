"""Add things by their names, and ask at once what cannot wait about them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from playbook.interview.conditions import is_asked
from playbook.interview.parts import spread
from playbook.interview.places import Place, place
from playbook.interview.proposals import label_field
from playbook.interview.reading import lines
from playbook.interview.session import Session
from playbook.interview.things import PLACED_BY
from playbook.method.models import Question

_ASKED_AT_ONCE = (*PLACED_BY, "roles")
FEW = 2
"""So many questions about a thing inside another thing are asked at once."""


def with_questions(session: Session, keys: Iterable[str]) -> Session:
    """Return the session inside the things just added, where something is to be asked at once."""
    frames = []
    for key in keys:
        position = session.things.position(key)
        within = () if position is None else (*session.where, position)
        questions = tuple(one for one in _at_once(session) if _is_open(session, one, within))
        if position is not None and questions:
            frames.append(session.in_thing(position, questions=questions).frame)
    return replace(session, frames=(*session.frames, *reversed(frames)))


def _at_once(session: Session) -> tuple[Question, ...]:
    label = label_field(session.things.path)
    rest = tuple(one for one in spread(session.question.each) if one.fills != label)
    if session.frame.within and len(rest) <= FEW:
        return rest
    return tuple(one for one in rest if one.fills in _ASKED_AT_ONCE)


def _is_open(session: Session, question: Question, within: Place) -> bool:
    said_and_proposed = session.said_and_proposed(place(question.fills, within))
    return said_and_proposed == (None, None) and is_asked(
        session.answers, session.pack, question, within
    )


def names_in(text: str, path: str) -> list[str]:
    """Return the names to add to the list at *path*: one a line, and of people also in a row."""
    found = list(lines(text))
    if path != "people.people" or len(found) != 1:
        return found
    people = [one.strip() for one in re.split(r",|\band\b|&", found[0]) if one.strip()]
    is_a_row = "," in found[0] or len(people) == 2
    return people if is_a_row and all(len(one.split()) <= 3 for one in people) else found
