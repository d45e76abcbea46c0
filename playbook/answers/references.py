"""Find what points at a thing, before the thing is taken away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playbook.answers.answers import Answers
from playbook.answers.paths import Place, look_up, model_fields, with_value_at
from playbook.model.fields import Field
from playbook.yamlfile import Plain


@dataclass(frozen=True, slots=True)
class Pointer:
    """An answer of the owner's that names a thing by its id."""

    where: Place
    says: str
    """What the answer is, in the model's words."""


def pointers(answers: Answers, path: str, item_id: str) -> tuple[Pointer, ...]:
    """Return every answer that names the thing with *item_id* in the list at *path*."""
    found: list[Pointer] = []
    for field in model_fields().values():
        if field.refers == path:
            places = mentions(answers.data, field, item_id)
            found.extend(Pointer(where, field.help) for where in places)
    return tuple(found)


def repointed(answers: Answers, path: str, item_id: str, to: str | None) -> Answers:
    """Return the answers with each mention of a thing turned to another, or taken away."""
    for pointer in pointers(answers, path, item_id):
        value = look_up(answers.data, pointer.where)
        answers = with_value_at(answers, pointer.where, _turned(value, item_id, to))
    return answers


def described(answers: Answers, pointer: Pointer) -> str:
    """Return where a mention stands, as the owner would say it."""
    names = []
    for at, step in enumerate(pointer.where):
        if isinstance(step, int):
            item = look_up(answers.data, pointer.where[: at + 1])
            names.append(_called(item))
    what = pointer.says.rstrip(".")
    what = what[:1].lower() + what[1:]
    return f"“{' › '.join(names)}”: {what}" if names else what


def _called(item: Any) -> str:
    if not isinstance(item, dict):
        return "?"
    return str(next((item[key] for key in ("name", "question", "wrong", "id") if key in item), "?"))


def mentions(data: Mapping[str, Any], field: Field, item_id: str) -> Iterator[Place]:
    """Yield every place in some answers or suggestions where *field* holds an id."""
    steps = field.path.replace("[]", ".[]").split(".")
    for where, value in _values(data, steps, ()):
        if value == item_id or (isinstance(value, list) and item_id in value):
            yield where


def _values(value: Any, steps: list[str], where: Place) -> Iterator[tuple[Place, Any]]:
    if not steps:
        yield where, value
    elif steps[0] == "[]" and isinstance(value, list):
        for at, item in enumerate(value):
            yield from _values(item, steps[1:], (*where, at))
    elif isinstance(value, dict) and steps[0] in value:
        yield from _values(value[steps[0]], steps[1:], (*where, steps[0]))


def _turned(value: Plain, item_id: str, to: str | None) -> Plain:
    if isinstance(value, list):
        turned = [to if one == item_id else one for one in value]
        return [one for at, one in enumerate(turned) if one and one not in turned[:at]] or None
    return to
