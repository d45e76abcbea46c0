"""Find what points at a thing by its id, turn it to another, and find what points at nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playbook.answers.answers import Answers
from playbook.model.paths import find, get, listed
from playbook.model.playbook import model_fields, referring
from playbook.yamlfile import Path, Plain

_NAMES = ("name", "question", "wrong", "id")
"""The fields of a thing by which an owner knows it, the best first."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """An answer of the owner's that names a thing by its id."""

    where: Path
    says: str
    """What the answer is, in the model's words."""


def pointers(answers: Answers, path: str, item_id: str) -> tuple[Pointer, ...]:
    """Return every answer that names the thing with *item_id* in the list at *path*."""
    return tuple(
        Pointer(where, model_fields()[field].help)
        for field, where in mentions(answers.data, path, item_id)
    )


def mentions(tree: object, path: str, item_id: str) -> Iterator[tuple[str, Path]]:
    """Yield the field and the place of all that names a thing of the list at *path* in *tree*."""
    for field in referring(path):
        for where, value in find(tree, field.path):
            if item_id in listed(value):
                yield field.path, where


def repointed(answers: Answers, path: str, item_id: str, to: str | None) -> Answers:
    """Return the answers with each mention of a thing turned to another, or taken away."""
    for pointer in pointers(answers, path, item_id):
        turned = _turned(answers.get(pointer.where), item_id, to)
        answers = answers.with_value(pointer.where, turned)
    return answers


def described(answers: Answers, pointer: Pointer) -> str:
    """Return where a mention stands, as the owner would say it."""
    ends = [at + 1 for at, step in enumerate(pointer.where) if isinstance(step, int)]
    names = [_called(get(answers.data, pointer.where[:end])) for end in ends]
    what = pointer.says.rstrip(".")
    what = what[:1].lower() + what[1:]
    return f"“{' › '.join(names)}”: {what}" if names else what


def _called(thing: Any) -> str:
    names = (get(thing, (key,)) for key in _NAMES)
    return str(next(filter(None, names), "?"))


def _turned(value: Plain, item_id: str, to: str | None) -> Plain:
    if not isinstance(value, list):
        return to
    turned: list[Plain] = []
    for one in value:
        now = to if one == item_id else one
        if now and now not in turned:
            turned.append(now)
    return turned or None
