"""Tell which questions are asked, and park the answers of those that are not."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.draft.draft import Draft
from playbook.method.models import Method, Question, walk
from playbook.model.paths import path_to
from playbook.yamlfile import Path

_ROUNDS = 10  # a chain of conditions settles in as many rounds as it is long


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


def decides(method: Method, field: Path) -> bool:
    """Return whether a field is one on which it may depend what is asked, or asked on a condition.

    Where it is neither, another answer in it leaves nothing to be settled.
    """
    names = ".".join(step for step in field if isinstance(step, str))
    for place, question in walk(method.chapters):
        if question.when is not None:
            looked_at = f".{question.when.field}." in f".{names}."
            if looked_at or place.replace("[]", "") == names:
                return True
    return False


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
    key = draft.answers.parked_key(path)
    said, parked = draft.said(path), draft.answers.parked.get(key)
    asked = draft.is_asked(question, within)
    if asked and said is None and parked is not None:
        draft = draft.put(path, parked)
        return draft.with_answers(draft.answers.with_parked(key, None))
    if not asked and said is not None:
        draft = draft.put(path, None)
        return draft.with_answers(draft.answers.with_parked(key, said))
    return draft
