"""Find and change one value among the answers by the steps that lead to it.

A place joins field names and positions in lists: ``("journey", "touchpoints", 2, "standard")``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeAlias

from playbook.answers.answers import Answers
from playbook.model.fields import Field, fields
from playbook.model.playbook import Playbook
from playbook.yamlfile import Plain

Place: TypeAlias = tuple[str | int, ...]


def place(path: str, within: Place = ()) -> Place:
    """Return the place of the dotted *path*, inside the thing at *within*."""
    return (*within, *path.split("."))


def value_at(answers: Answers, where: Place) -> Plain:
    """Return what the owner said at a place, or None."""
    top, rest = _split(where)
    value: Plain = look_up(answers.get(top), rest)
    return value


def with_value_at(answers: Answers, where: Place, value: Plain) -> Answers:
    """Return the answers with *value* at a place; None takes the answer away."""
    top, rest = _split(where)
    answers = _without_text_in_the_way(answers, top)
    return answers.with_value(top, _put(answers.get(top), rest, value))


def _without_text_in_the_way(answers: Answers, path: str) -> Answers:
    """Return the answers with a text parked that stands where a group of answers belongs."""
    names = path.split(".")
    for count in range(1, len(names)):
        holder = ".".join(names[:count])
        value = answers.get(holder)
        if isinstance(value, str):
            return answers.with_parked(holder, value).with_value(holder, None)
    return answers


def look_up(value: Any, steps: Place) -> Any:
    """Return what lies below *value* after *steps*, or None where they lead nowhere."""
    for step in steps:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
            value = value[step]
        else:
            return None
    return value


def _split(where: Place) -> tuple[str, Place]:
    """Return the dotted path down to the first list, and the steps below it."""
    names = [step for step in where if isinstance(step, str)]
    first = next((at for at, step in enumerate(where) if isinstance(step, int)), len(where))
    return ".".join(names[:first]), where[first:]


def _put(value: Plain, steps: Place, new: Plain) -> Plain:
    if not steps:
        return new
    step, rest = steps[0], steps[1:]
    if isinstance(step, int):
        if not isinstance(value, list) or not 0 <= step < len(value):
            raise KeyError(step)
        return [_put(item, rest, new) if at == step else item for at, item in enumerate(value)]
    record = dict(value) if isinstance(value, dict) else {}
    inner = _put(record.get(step), rest, new)
    if inner is None:
        record.pop(step, None)
    else:
        record[step] = inner
    return record


def general(where: Place) -> str:
    """Return a place as the model's fields write it, with [] for each list item."""
    path = ""
    for step in where:
        path += "[]" if isinstance(step, int) else f".{step}" if path else step
    return path


@cache
def model_fields() -> dict[str, Field]:
    """Return every field of the model by its path."""
    return {field.path: field for field in fields(Playbook)}


def lists_of_things() -> tuple[str, ...]:
    """Return the paths of the lists of things that lie in no other list."""
    return tuple(
        path
        for path, field in model_fields().items()
        if field.is_list and field.record is not None and "[" not in path
    )


def position_among(keys: Sequence[object], key: object, order: Sequence[object]) -> int:
    """Return where a thing belongs among others: behind those that precede it in *order*."""
    earlier = order[: order.index(key)]
    return max((at + 1 for at, one in enumerate(keys) if one in earlier), default=0)


def field_at(where: Place) -> Field | None:
    """Return the model's description of the field at a place."""
    return model_fields().get(general(where))
