"""Find the question behind the name of a field, such as ``journey.touchpoints.greeting.standard``.

A field is named by its path in the answers file, with the id of a thing in its list, or with the
number of a thing where things of its kind have no ids.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from playbook.draft.draft import Draft
from playbook.draft.item_list import ItemList
from playbook.errors import did_you_mean
from playbook.interview.asking import Asking
from playbook.method.contact import spread
from playbook.method.models import Method, Question, walk
from playbook.model.paths import path_to
from playbook.parse.meaning import Unclear
from playbook.yamlfile import Path


@dataclass(frozen=True, slots=True)
class Address:
    """The questions that lead from list to list to a field; the last one fills it."""

    field: str
    questions: tuple[Question, ...]
    things: tuple[str, ...] = ()
    """The name of the thing in each list on the way."""


def address_of(field: str, method: Method) -> Address:
    """Return the address of a field; raise Unclear where no question fills it alone."""
    questions: list[Question] = []
    things: list[str] = []
    among, rest = method.questions, path_to(field)
    while True:
        question = _leading(among, rest)
        if question is None:
            raise Unclear(_unknown(field, method))
        questions.append(question)
        if question.kind != "things":
            return Address(field, tuple(questions), tuple(things))
        inside = rest[len(path_to(question.fills)) :]
        if not inside:
            example = f"{field}.<id>.{question.each[0].fills}"
            raise Unclear(f"This is a whole list. Set a field of one in it: {example}=…")
        things.append(str(inside[0]))
        among, rest = question.each, inside[1:]


def way_to(address: Address, draft: Draft, today: datetime.date) -> tuple[Asking, ...]:
    """Return the questions to a field as they are asked, each thing on the way put into its list.

    Raise Unclear where a thing on the way cannot be called as it is.
    """
    places: list[Path] = [()]
    for question, name in zip(address.questions, address.things, strict=False):
        things, at = ItemList(draft, path_to(question.fills, places[-1])).holding(name)
        draft = things.draft
        places.append((*things.path, at))
    asked = zip(address.questions, places, strict=True)
    return tuple(Asking(draft, question, today, within) for question, within in asked)


def _leading(questions: Iterable[Question], steps: Path) -> Question | None:
    """Return the question that fills the field at some steps, or a list on the way there."""
    for question in spread(questions):
        path = path_to(question.fills)
        if steps == path or (question.kind == "things" and steps[: len(path)] == path):
            return question
    return None


def _unknown(field: str, method: Method) -> str:
    known = [
        path.removesuffix(question.fills).replace("[]", ".<id>") + part.fills
        for path, question in walk(method.chapters)
        for part in spread([question])
    ]
    mend = did_you_mean(field, known) or "docs/answers.md lists every field."
    return f"No question fills such a field. {mend}"
