"""Find the questions that settle what the checks find, to be answered one after the other."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from playbook.checks import (
    find,
    find_in_writing,
    find_overdue,
    gravest_first,
    rules_for,
    written,
)
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
    why: tuple[str, ...]
    """What the checks found, in plain words."""
    thing: Decisive | None = None


def next_to_do(draft: Draft, today: datetime.date, done: Collection[Path]) -> ToDo | None:
    """Return what to ask next so that the checks find less: the gravest that is not *done*.

    Return None where no question would help. Raise AnswersError where the answers make no
    playbook.
    """
    playbook = compose_unnamed(draft, Document("answers.yml"))
    tree = merge(draft).tree
    found = (*find_overdue(playbook, today), *find(playbook, rules_for(draft.pack.language)))
    findings = gravest_first((*found, *find_in_writing(written(tree))))
    asked = [(with_ids(tree, field), one.plainly) for one in findings for field in one.asks]
    waiting = [(field, why) for field, why in asked if field not in done]
    return _together(draft, waiting) if waiting else None


def _together(draft: Draft, waiting: list[tuple[Path, str]]) -> ToDo:
    """Return what to ask about the first of some fields, with all that is about the same thing.

    Each field comes with what was found there.
    """
    first, _ = waiting[0]
    question = _leading(draft.method.questions, first)
    list_path = path_to(question.fills)
    about = first[: len(list_path) + 1]
    names = dict(draft.things(question.fills))
    key = str(about[-1])
    if first == list_path or key not in names:
        whys = dict.fromkeys(why for field, why in waiting if field == first)
        return ToDo(question, (first,), tuple(whys))
    found = {field: why for field, why in waiting if field[: len(about)] == about}
    row = dict.fromkeys(_leading(question.each, field[len(about) :]).fills for field in found)
    thing = Decisive(question, key, names[key], tuple(row), again=True)
    return ToDo(question, tuple(found), tuple(dict.fromkeys(found.values())), thing)


def _leading(among: Iterable[Question], field: Path) -> Question:
    """Return the question that fills a field, or a list or contact that it is part of."""
    paths = ((one, path_to(one.fills)) for one in among)
    return next(one for one, path in paths if field[: len(path)] == path)
