"""Read what was typed at a question as its answer, with what that needs of the other answers."""

from __future__ import annotations

from typing import Protocol

from playbook.interview.choices import options_for
from playbook.interview.parts import part_of
from playbook.interview.session import Session
from playbook.model.paths import path_to
from playbook.model.playbook import field_at
from playbook.parse.meaning import Unclear
from playbook.parse.reading import READ, Reading, lines, read, read_contact
from playbook.yamlfile import Path

_LISTS = ("lines", "several", "things")


class Bringing(Protocol):
    """What can bring a file of the owner's into their folder."""

    def bring(self, typed: str) -> str:
        """Return the path in the owner's folder of the file that was typed."""


def read_answer(session: Session, store: Bringing, text: str) -> Reading:
    """Return *text* as an answer to the question of *session* that is typed, not chosen.

    Raise Unclear where it means nothing or could mean two things, and WorkspaceError for a file
    that cannot be used.
    """
    kind = session.question.kind
    if kind == "file":
        path = store.bring(text)
        return Reading(path, path if path != text else "")
    if part_of(session.question):
        return read_contact(part_of(session.question), text)
    if kind == "lines" and text.startswith("+"):
        added = lines(text.removeprefix("+"))
        if not added:
            raise Unclear("Type behind the + what to add, such as: + We answer within a day.")
        so_far = session.value if isinstance(session.value, list) else session.suggestion
        return Reading([*(so_far if isinstance(so_far, list) else []), *added])
    reading = understood(session, text)
    if reading.question:
        raise Unclear(reading.question)
    return reading


def understood(session: Session, text: str) -> Reading:
    """Return what *text* means at the question of *session*; raise Unclear where nothing."""
    return read(read_as(session), text, today=session.today, unit=_unit(session))


def read_as(session: Session) -> str:
    """Return as what an answer to the question of *session* is read."""
    field = field_at(session.path)
    return field.kind if field and field.kind else session.question.kind


def fits(session: Session) -> bool:
    """Return whether the owner's answer to the question can stay as it is."""
    value, question = session.value, session.question
    if isinstance(value, dict) or isinstance(value, list) != (question.kind in _LISTS):
        return False
    if read_as(session) in READ:
        try:
            understood(session, str(value))
        except Unclear:
            return False
    elif question.kind in ("choice", "several"):
        options = options_for(session.draft, question, session.path)
        known = {option.value.casefold() for option in options}
        chosen = value if isinstance(value, list) else [value]
        return all(str(one).casefold() in known for one in chosen)
    return True


def _unit(session: Session) -> str:
    """Return what a number is counted in: the unit of its measure, or the currency."""
    path: Path = (*session.frame.within, "unit")
    if session.question.kind == "money":
        path = path_to("scorecard.revenue.currency")
    unit = session.draft.holds(path)
    return unit if isinstance(unit, str) else ""
