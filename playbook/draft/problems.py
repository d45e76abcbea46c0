"""Say what does not fit in an answers file in words that help to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from pydantic_core import ErrorDetails

from playbook.errors import Problem, did_you_mean
from playbook.model.fields import fields
from playbook.model.playbook import Playbook
from playbook.model.walk import Path
from playbook.yamlfile import Document

OWN_KEYS = ("format", "pack", "interview")
"""Keys of the answers file that are about the file, not about the business."""

_SHAPES = {
    "model_type": "needs indented lines below it, each with a key and a colon.",
    "model_attributes_type": "needs indented lines below it, each with a key and a colon.",
    "tuple_type": "must be a list: one item a line, each behind a hyphen.",
    "list_type": "must be a list: one item a line, each behind a hyphen.",
    "string_type": "must be text, on one line or in a block that starts with |.",
}


def explain(details: ErrorDetails, document: Document) -> Problem:
    """Return one pydantic error as a problem an owner can mend."""
    path = details["loc"]
    key = str(path[-1]) if path else "answers"
    kind = details["type"]
    if kind == "extra_forbidden":
        known = _keys_at(path[:-1])
        mend = did_you_mean(key, known) or f"Known here: {', '.join(known)}."
        return document.problem(path, f"“{key}” is not known here.", mend)
    if kind == "missing":
        mend = f"Add a line {key}: …"
        given = details["input"].get("id") if isinstance(details["input"], dict) else None
        if key == "name" and given:
            what = f"“{given}” has no name, and the starter pack knows no “{given}”."
            return document.problem(path[:-1], what, mend)
        if key == "id":
            mend = "Add a line id: … with a short name in lower-case letters, such as front-desk."
        return document.problem(path[:-1], f"{_label(path[:-1])} has no {key}.", mend)
    if kind == "literal_error":
        what = f"“{details['input']}” is not a choice for {key}."
        return document.problem(path, what, f"Choose {_either(_choices_at(path))}.")
    if kind == "value_error":
        words = details["msg"].removeprefix("Value error, ")
        shown = str(details["input"])[:40]
        return document.problem(path, f"{_label(path)} {words}; it says “{shown}”.")
    return document.problem(path, f"{_label(path)} {_SHAPES.get(kind, _SHAPES['string_type'])}")


def _label(path: Iterable[str | int]) -> str:
    label = ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
    return label or "The file"


def _either(values: Iterable[str]) -> str:
    *most, last = values
    return f"{', '.join(most)} or {last}" if most else last


def general(path: Iterable[str | int]) -> str:
    """Return a path as ``fields`` writes it, with [] for each list item."""
    place = ""
    for step in path:
        place += "[]" if isinstance(step, int) else f".{step}" if place else step
    return place


def _keys_at(path: Path) -> list[str]:
    place = general(path)
    if not place:
        return [*OWN_KEYS, *Playbook.own_fields()]
    below = f"{place}."
    return [
        field.path.removeprefix(below)
        for field in fields(Playbook)
        if field.path.startswith(below) and not set(field.path.removeprefix(below)) & {".", "["}
    ]


def _choices_at(path: Path) -> tuple[str, ...]:
    place = general(path)
    return next(field.choices for field in fields(Playbook) if field.path == place)


@cache
def reference_paths() -> frozenset[str]:
    """Return the paths of all fields that hold ids of other things."""
    found = [field for field in fields(Playbook) if field.refers is not None]
    return frozenset(
        path for field in found for path in ({f"{field.path}[]"} if field.is_list else {field.path})
    )
