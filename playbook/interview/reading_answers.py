"""Read what was typed at a question as its answer, with what that needs of the other answers."""

from __future__ import annotations

from typing import Protocol

from playbook.interview.parts import part_of
from playbook.interview.session import Session
from playbook.model.paths import path_to
from playbook.parse.numbers import Unclear
from playbook.parse.reading import Reading, lines, read, read_contact
from playbook.yamlfile import Path


class Bringing(Protocol):
    """What can bring a file of the owner's into their folder."""

    def bring(self, typed: str) -> str:
        """Return the path in the owner's folder of the file that was typed."""


def read_answer(session: Session, store: Bringing, text: str) -> Reading:
    """Return *text* as an answer to the question of *session* that is typed, not chosen.

    Raise Unclear where it means nothing, and WorkspaceError for a file that cannot be used.
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
    return read(kind, text, today=session.today, unit=_unit(session))


def _unit(session: Session) -> str:
    """Return what a number is counted in: the unit of its measure, or the currency."""
    path: Path = (*session.frame.within, "unit")
    if session.question.kind == "money":
        path = path_to("scorecard.revenue.currency")
    unit = session.draft.holds(path)
    return unit if isinstance(unit, str) else ""
