"""Find the questions that settle what the checks find, to be answered one after the other."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from playbook.checks import find, find_overdue, gravest_first, rules_for
from playbook.draft.answers_over_pack import merge
from playbook.draft.compose import compose_unnamed
from playbook.draft.decisive import Decisive
from playbook.draft.draft import Draft
from playbook.method.models import Question
from playbook.model.paths import path_to, with_ids
from playbook.yamlfile import Document, Path


@dataclass(frozen=True, slots=True)
class ToDo:
    """What is to be asked next: a question of a chapter, or some about a thing of its list."""

    question: Question
    fields: tuple[Path, ...]
    """What is answered with it, by paths with ids."""
    thing: Decisive | None = None


def next_to_do(draft: Draft, today: datetime.date, done: Collection[Path]) -> ToDo | None:
    """Return what to ask next so that the checks find less: the gravest that is not *done*.

    Return None where no question would help. Raise AnswersError where the answers make no
    playbook.
    """
    playbook = compose_unnamed(draft, Document("answers.yml"))
    found = find(playbook, rules_for(draft.pack.language))
    findings = gravest_first((*find_overdue(playbook, today), *found))
    tree = merge(draft).tree
    asked = [with_ids(tree, field) for finding in findings for field in finding.asks]
    waiting = [field for field in asked if field not in done]
    return _together(draft, waiting) if waiting else None


def _together(draft: Draft, waiting: list[Path]) -> ToDo:
    """Return what to ask about the first of some fields, with all that is about the same thing."""
    first = waiting[0]
    question = _leading(draft.method.questions, first)
    list_path = path_to(question.fills)
    about = first[: len(list_path) + 1]
    names = dict(draft.things(question.fills))
    key = str(about[-1])
    if first == list_path or key not in names:
        return ToDo(question, (first,))
    fields = tuple(field for field in waiting if field[: len(about)] == about)
    row = dict.fromkeys(_leading(question.each, field[len(about) :]).fills for field in fields)
    return ToDo(question, fields, Decisive(question, key, names[key], tuple(row), again=True))


def _leading(among: Iterable[Question], field: Path) -> Question:
    """Return the question that fills a field, or a list or contact that it is part of."""
    paths = ((one, path_to(one.fills)) for one in among)
    return next(one for one, path in paths if field[: len(path)] == path)
