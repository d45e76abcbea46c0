"""List the answers a question offers to choose from."""

from __future__ import annotations

from playbook.answers.answers import Answers
from playbook.interview.places import Place, field_at
from playbook.interview.proposals import items_at
from playbook.interview.reading import Option
from playbook.method.models import Pack, Question

_TRUTH = (Option("yes", "Yes"), Option("no", "No"))


def options_for(
    answers: Answers, pack: Pack, question: Question, where: Place
) -> tuple[Option, ...]:
    """Return what the owner may choose as the answer to a question at a place."""
    if question.choices:
        return tuple(Option(choice.value, choice.label) for choice in question.choices)
    listed = list_of_choices(question, where)
    if listed:
        return tuple(Option(*item) for item in items_at(answers, pack, listed))
    if question.kind != "choice":
        return ()
    field = field_at(where)
    if field is not None and field.choices:
        return tuple(Option(value, value.capitalize()) for value in field.choices)
    return _TRUTH


def list_of_choices(question: Question, where: Place) -> str:
    """Return the list whose things are the choices, or an empty text."""
    field = field_at(where)
    return question.choices_from or (field.refers if field and field.refers else "") or ""
