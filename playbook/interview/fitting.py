"""Tell whether an earlier answer still fits its question."""

from __future__ import annotations

from playbook.interview.choices import options_for
from playbook.interview.session import Session
from playbook.parse.numbers import Unclear
from playbook.parse.reading import read

_LISTS = ("lines", "several", "things")
_READ = ("number", "money", "percent", "date", "colour")


def fits(session: Session) -> bool:
    """Return whether the owner's answer to the question can stay as it is."""
    value, question = session.value, session.question
    if isinstance(value, dict) or isinstance(value, list) != (question.kind in _LISTS):
        return False
    if question.kind in ("choice", "several"):
        options = options_for(session.draft, question, session.path)
        known = {option.value.casefold() for option in options}
        chosen = value if isinstance(value, list) else [value]
        return all(str(one).casefold() in known for one in chosen)
    if question.kind in _READ:
        try:
            read(question.kind, str(value), today=session.today)
        except Unclear:
            return False
    return True
