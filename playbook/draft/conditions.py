"""Tell which questions are asked, and park the answers of those that are not."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.answers.answers import Answers
from playbook.draft.draft import Draft
from playbook.method.models import Condition, Question
from playbook.model.paths import path_to
from playbook.model.playbook import Playbook
from playbook.yamlfile import Path

_ROUNDS = 10  # a chain of conditions settles in as many rounds as it is long


def is_asked(draft: Draft, question: Question, within: Path = ()) -> bool:
    """Return whether a question is asked, given the answers so far."""
    condition = question.when
    if condition is None:
        return True
    actual = draft.holds(_meant(condition, within))
    if condition.value is None:
        return bool(actual)
    if isinstance(actual, list):
        return condition.value in actual
    return str(actual or "").casefold() == condition.value.casefold()


def settled(draft: Draft) -> Draft:
    """Return the draft with answers to hidden questions parked, and to shown ones brought back."""
    conditional = [question for question in draft.method.questions if _has_condition(question)]
    for _ in range(_ROUNDS):
        before = draft
        for question in conditional:
            for inner, within in _asked_places(draft, question, ()):
                draft = _parked_or_back(draft, inner, within)
        if draft is before:
            break
    return draft


def parked_key(answers: Answers, path: Path) -> str:
    """Return the name under which an answer is parked: its path, with ids for positions."""
    names = []
    for end, step in enumerate(path, 1):
        item_id = answers.get((*path[:end], "id")) if isinstance(step, int) else None
        names.append(str(item_id or step))
    return ".".join(names)


def _meant(condition: Condition, within: Path) -> Path:
    """Return the path a condition looks at: a field of the same thing, or of the playbook."""
    if condition.field.partition(".")[0] in Playbook.model_fields:
        return path_to(condition.field)
    return path_to(condition.field, within)


def _has_condition(question: Question) -> bool:
    return question.when is not None or any(map(_has_condition, question.each))


def _asked_places(
    draft: Draft, question: Question, within: Path
) -> Iterator[tuple[Question, Path]]:
    """Yield each question with a condition, once for every thing it is asked about."""
    if question.when is not None:
        yield question, within
    inner = [each for each in question.each if _has_condition(each)]
    path = path_to(question.fills, within)
    things = draft.said(path) if inner else None
    for index in range(len(things) if isinstance(things, list) else 0):
        for each in inner:
            yield from _asked_places(draft, each, (*path, index))


def _parked_or_back(draft: Draft, question: Question, within: Path) -> Draft:
    path = path_to(question.fills, within)
    key = parked_key(draft.answers, path)
    said, parked = draft.said(path), draft.answers.parked.get(key)
    asked = is_asked(draft, question, within)
    if asked and said is None and parked is not None:
        draft = draft.put(path, parked)
        return draft.with_answers(draft.answers.with_parked(key, None))
    if not asked and said is not None:
        draft = draft.put(path, None)
        return draft.with_answers(draft.answers.with_parked(key, said))
    return draft
