"""List the answers a question offers to choose from, and find those that a text names."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from playbook.interview.session import Session
from playbook.model.paths import field_at
from playbook.parse.numbers import Unclear
from playbook.parse.reading import Option, named
from playbook.text_width import shortened

CHOSEN = ("choice", "several")
"""The kinds of question whose answer is chosen, not typed."""
_TRUTH = (Option("yes", "Yes"), Option("no", "No"))
_ROOM = 80
"""How much of what names nothing is repeated."""
_NEARLY = 0.75
"""How alike two names are of which one may be a slip of the other."""
_NEAR_OFFERED = 3


def options_for(session: Session) -> tuple[Option, ...]:
    """Return what the owner may choose as the answer to the question."""
    question = session.question
    if question.choices:
        return tuple(Option(choice.value, choice.label) for choice in question.choices)
    listed = list_of_choices(session)
    if listed:
        return tuple(Option(*thing) for thing in session.draft.things(listed))
    field = field_at(session.path)
    choices = field.choices if field else ()
    named_by_model = tuple(Option(value, value.capitalize()) for value in choices)
    return named_by_model or _TRUTH


def list_of_choices(session: Session) -> str:
    """Return the list whose things are the choices, or an empty text."""
    field = field_at(session.path)
    referred = field.refers if field else ""
    return session.question.choices_from or referred or ""


def singular(path: str) -> str:
    """Return what one thing of the list at *path* is called."""
    many = path.rpartition(".")[2].replace("_", " ")
    return {"people": "person"}.get(many, many.removesuffix("s"))


def parts_of(text: str) -> list[str]:
    """Return the names in a text that gives several."""
    return [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]


def named_in(text: str, options: Sequence[Option], *, several: bool) -> tuple[Option, ...]:
    """Return the options that *text* names in full, *several* between commas, none of them twice.

    Raise Unclear where it names none, or two at once.
    """
    parts = [text]
    # A name may hold a comma, so the whole is tried first.
    if several and not named(text, options):
        parts = parts_of(text) or parts
    return tuple(dict.fromkeys(_named_in(part, options) for part in parts))


def _named_in(text: str, options: Sequence[Option]) -> Option:
    found = named(text, options)
    if len(found) == 1:
        return found[0]
    shown = shortened(text, _ROOM)
    if found:
        ids = " and ".join(one.value for one in found)
        raise Unclear(f"“{shown}” is the name of {ids}. Write the id of the one you mean.")
    known = ", ".join(f"{one.value} ({one.label})" for one in options)
    raise Unclear(f"“{shown}” is not a choice here. Choose from: {known or 'nothing yet'}.")


def unmistakable(option: Option, options: Sequence[Option]) -> str:
    """Return the label of an option, with its id where another has the same label."""
    alike = [one for one in options if one.label.casefold() == option.label.casefold()]
    return option.label if len(alike) == 1 else f"{option.label} ({option.value})"


def nearly(name: str, options: Sequence[Option]) -> list[Option]:
    """Return the options whose label is nearly *name*, the nearest first."""
    labels = {option.label.casefold(): option for option in options}
    close = difflib.get_close_matches(name.casefold(), labels, _NEAR_OFFERED, _NEARLY)
    return [labels[label] for label in close]


def can_be_new(text: str, options: Sequence[Option]) -> bool:
    """Return whether *text* may be the name of something that is not among the options yet."""
    wanted = " ".join(text.split()).casefold()
    alike = [one for one in options if wanted in one.label.casefold()]
    stands_for_several = len(wanted) > 2 and len(alike) > 1
    has_a_word = re.search(r"[^\W\d_]{2}", text) is not None
    return has_a_word and not text.endswith("?") and not stands_for_several
