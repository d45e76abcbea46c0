"""Ask for a contact part by part: one thing at a time."""

from __future__ import annotations

from collections.abc import Iterable

from playbook.method.models import Question

PARTS = {
    "name": "The name of the person",
    "phone": "The phone number to call",
    "email": "The mail address to write to",
    "hours": "The hours in which somebody answers",
}


ASKED_FIRST = ("name", "phone")
"""The parts that a first draft needs; the others are asked in their chapter."""


def spread(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return the questions, those for a contact taken apart into one for each part."""
    found: list[Question] = []
    for question in questions:
        if question.kind != "contact" or part_of(question) in PARTS:
            found.append(question)
            continue
        found.extend(
            question.model_copy(
                update={"fills": f"{question.fills}.{part}", "label": f"{question.label}: {part}"}
            )
            for part in PARTS
        )
    return tuple(found)


def part_of(question: Question) -> str:
    """Return which part of a contact a question asks for, or an empty text."""
    return question.fills.rpartition(".")[2] if question.kind == "contact" else ""
