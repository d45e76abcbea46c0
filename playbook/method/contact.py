"""Take a question for a contact apart into one for each of its parts."""

from __future__ import annotations

from collections.abc import Iterable

from playbook.method.models import Question

PARTS = {
    "name": "The name of the person",
    "phone": "The phone number to call",
    "email": "The mail address to write to",
    "hours": "The hours in which somebody answers",
}
"""The parts of a contact: each is asked for by itself."""
ASKED_FIRST = ("name", "phone")
"""The parts that a first draft needs; the others are asked in their chapter."""


def spread(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return the questions, those for a contact taken apart into one for each part."""
    return tuple(part for question in questions for part in _parts(question))


def _parts(question: Question) -> list[Question]:
    if question.kind != "contact" or part_of(question):
        return [question]
    return [
        question.model_copy(
            update={"fills": f"{question.fills}.{part}", "label": f"{question.label}: {part}"}
        )
        for part in PARTS
    ]


def part_of(question: Question) -> str:
    """Return which part of a contact a question asks for, or an empty text."""
    part = question.fills.rpartition(".")[2]
    return part if question.kind == "contact" and part in PARTS else ""
