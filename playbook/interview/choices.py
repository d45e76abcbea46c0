"""List the answers a question offers to choose from, and find those that a text names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from playbook.draft.draft import Draft
from playbook.method.models import Question
from playbook.model.playbook import field_at
from playbook.parse.meaning import Unclear
from playbook.parse.reading import Option, named
from playbook.text_width import shortened
from playbook.yamlfile import Path

_TRUTH = (Option("yes", "Yes"), Option("no", "No"))
_ROOM = 80
"""How much of what names nothing is repeated."""


def options_for(draft: Draft, question: Question, path: Path) -> tuple[Option, ...]:
    """Return what the owner may choose as the answer to a question at a path."""
    if question.choices:
        return tuple(Option(choice.value, choice.label) for choice in question.choices)
    listed = list_of_choices(question, path)
    if listed:
        return tuple(Option(*thing) for thing in draft.things(listed))
    if question.kind != "choice":
        return ()
    field = field_at(path)
    if field is not None and field.choices:
        return tuple(Option(value, value.capitalize()) for value in field.choices)
    return _TRUTH


def list_of_choices(question: Question, path: Path) -> str:
    """Return the list whose things are the choices, or an empty text."""
    field = field_at(path)
    return question.choices_from or (field.refers if field and field.refers else "") or ""


def named_in(text: str, options: Sequence[Option], *, several: bool) -> tuple[Option, ...]:
    """Return the options that *text* names in full, *several* between commas, none of them twice.

    Raise Unclear where it names none, or two at once.
    """
    # A name may hold a comma, so the whole is tried first.
    if several and not named(text, options):
        parts = [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]
    else:
        parts = [text]
    return tuple(dict.fromkeys(_named_in(part, options) for part in parts or [text]))


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
