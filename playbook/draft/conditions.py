"""Tell which questions are asked, and park the answers of those that are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playbook.answers.answers import Answers
from playbook.answers.paths import Place, place, value_at, with_value_at
from playbook.draft.proposals import effective_at
from playbook.method.models import Condition, Pack, Question
from playbook.model.playbook import Playbook

_ROUNDS = 10  # a chain of conditions settles in as many rounds as it is long


def is_asked(answers: Answers, pack: Pack, question: Question, within: Place = ()) -> bool:
    """Return whether a question is asked, given the answers so far."""
    condition = question.when
    if condition is None:
        return True
    actual = effective_at(answers, pack, _meant(condition, within))
    if condition.value is None:
        return actual not in (None, "", [], {})
    if isinstance(actual, list):
        return condition.value in actual
    return str(actual or "").casefold() == condition.value.casefold()


def settled(answers: Answers, questions: Iterable[Question], pack: Pack) -> Answers:
    """Return the answers with those of hidden questions parked, and of shown ones brought back."""
    conditional = [question for question in questions if _has_condition(question)]
    for _ in range(_ROUNDS):
        before = answers
        for question in conditional:
            for inner, within in _asked_places(answers, question, ()):
                answers = _parked_or_back(answers, pack, inner, within)
        if answers == before:
            return answers
    return answers


def parked_key(answers: Answers, where: Place) -> str:
    """Return the name under which an answer is parked: its path, with ids for positions."""
    names = []
    for at, step in enumerate(where):
        item_id = value_at(answers, (*where[: at + 1], "id")) if isinstance(step, int) else None
        names.append(str(item_id or step))
    return ".".join(names)


def _meant(condition: Condition, within: Place) -> Place:
    """Return the place a condition looks at: a field of the same thing, or of the playbook."""
    if within and condition.field.partition(".")[0] not in Playbook.model_fields:
        return place(condition.field, within)
    return place(condition.field)


def _has_condition(question: Question) -> bool:
    return question.when is not None or any(map(_has_condition, question.each))


def _asked_places(
    answers: Answers, question: Question, within: Place
) -> Iterator[tuple[Question, Place]]:
    """Yield each question with a condition, once for every thing it is asked about."""
    if question.when is not None:
        yield question, within
    inner = [each for each in question.each if _has_condition(each)]
    where = place(question.fills, within)
    things = value_at(answers, where) if inner else None
    for index in range(len(things) if isinstance(things, list) else 0):
        for each in inner:
            yield from _asked_places(answers, each, (*where, index))


def _parked_or_back(answers: Answers, pack: Pack, question: Question, within: Place) -> Answers:
    where = place(question.fills, within)
    key = parked_key(answers, where)
    said, parked = value_at(answers, where), answers.parked.get(key)
    if is_asked(answers, pack, question, within):
        if parked is None or said is not None:
            return answers
        return with_value_at(answers, where, parked).with_parked(key, None)
    if said is None:
        return answers
    return with_value_at(answers, where, None).with_parked(key, said)
