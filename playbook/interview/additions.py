"""Add things to a list by their names, ask at once what cannot wait, and put them in place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from playbook.draft.conditions import is_asked
from playbook.draft.item_list import ItemList
from playbook.draft.unseen import PLACED_BY
from playbook.interview.frame import Frame, spread
from playbook.interview.session import Session
from playbook.method.models import Question
from playbook.model.paths import label_field, path_to
from playbook.parse.reading import lines
from playbook.yamlfile import Path, Plain

_ASKED_AT_ONCE = (*PLACED_BY, "roles")
FEW = 2
"""So many questions about a thing inside another thing are asked at once."""


def names_in(text: str, path: str) -> list[str]:
    """Return the names to add to the list at *path*: one a line, and of people also in a row."""
    found = list(lines(text))
    if path != "people.people" or len(found) != 1:
        return found
    people = [one.strip() for one in re.split(r",|\band\b|&", found[0]) if one.strip()]
    is_a_row = "," in found[0] or len(people) == 2
    return people if is_a_row and all(len(one.split()) <= 3 for one in people) else found


def with_questions(session: Session, keys: Iterable[str]) -> Session:
    """Return the session inside the things just added, where something is to be asked at once."""
    frames: list[Frame] = []
    for key in keys:
        position = session.things.position(key)
        assert position is not None
        questions = _asked_at_once(session, (*session.path, position))
        if questions:
            frames.insert(0, session.in_thing(position, questions=questions).frame)
    return replace(session, frames=(*session.frames, *frames))


def _asked_at_once(session: Session, within: Path) -> tuple[Question, ...]:
    """Return the questions about a new thing that nobody has answered and that cannot wait."""
    label = label_field(session.things.field)
    about = [one for one in spread(session.question.each) if one.fills != label]
    if not session.frame.within or len(about) > FEW:
        about = [one for one in about if one.fills in _ASKED_AT_ONCE]
    draft = session.draft
    return tuple(
        one
        for one in about
        if draft.held(path_to(one.fills, within)).origin == "nobody"
        and is_asked(draft, one, within)
    )


def answered_in_place(session: Session, value: Plain) -> Session:
    """Return the session with an answer; what the answer gives a place is moved there.

    A thing added to the end of a list goes behind the last one that has the same place: one of
    the place “a”, added behind things of the places “a b”, goes between them.
    """
    fills, within = session.question.fills, session.frame.within
    if fills not in PLACED_BY or not within or session.effective is not None:
        return session.answered(value)
    where, at = within[:-1], int(within[-1])
    placed = session.written(value)
    others = [placed.draft.holds(path_to(fills, (*where, one))) for one in range(at)]
    to = max((one + 1 for one in range(at) if others[one] == value), default=at)
    moved = placed.with_draft(ItemList(placed.draft, where).moved(at, to).draft, session.path)
    frames = tuple(_following(frame, where, at, to) for frame in moved.frames)
    return replace(moved, frames=frames).forward()


def _following(frame: Frame, where: Path, at: int, to: int) -> Frame:
    """Return a row of questions about the same thing, after one of the list moved to the front.

    After the thing at 3 moved to 1, what is asked about the one at 2 is asked about that at 3.
    """
    position = frame.within[len(where) : len(where) + 1]
    if frame.within[: len(where)] != where or not position:
        return frame
    before = int(position[0])
    now = to if before == at else before + (to <= before < at)
    return replace(frame, within=(*where, now, *frame.within[len(where) + 1 :]))
