"""Say what does not fit in an answers file in words that help to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic_core import ErrorDetails

from playbook.draft.lines import Lines
from playbook.draft.merged import OWN_KEYS
from playbook.errors import Problem, did_you_mean
from playbook.model.faults import must_be
from playbook.model.paths import general
from playbook.model.playbook import Playbook, model_fields
from playbook.yamlfile import Path

_GROUPS = ("model_type", "model_attributes_type")


def explain(details: ErrorDetails, lines: Lines) -> Problem:
    """Return one pydantic error as a problem an owner can mend."""
    path = details["loc"]
    key = str(path[-1]) if path else "answers"
    kind = details["type"]
    if kind == "extra_forbidden":
        known = _keys_at(path[:-1])
        mend = did_you_mean(key, known) or f"Known here: {', '.join(known)}."
        return lines.problem(path, f"“{key}” is not known here.", mend)
    if kind == "missing":
        return lines.problem(path[:-1], *_missing(path[:-1], key, details["input"]))
    if kind == "literal_error":
        what = f"“{details['input']}” is not a choice for {key}."
        choices = str(details["ctx"]["expected"]).replace("'", "")
        return lines.problem(path, what, f"Choose {choices}.")
    asked = must_be(details)
    if kind == "value_error":
        asked = f"{asked}; it says “{str(details['input'])[:40]}”"
    if kind in _GROUPS:
        asked = "needs indented lines below it, each with a key and a colon"
    return lines.problem(path, f"{_label(path)} {asked}.")


def _missing(path: Path, key: str, given: Any) -> tuple[str, str]:
    """Return what to say of the thing at *path* that lacks *key*, and how it is mended."""
    item_id = given.get("id") if isinstance(given, dict) else None
    what, mend = f"{_label(path)} has no {key}.", f"Add a line {key}: …"
    if key == "name" and item_id:
        what = f"“{item_id}” has no name, and the starter pack knows no “{item_id}”."
    if key == "id":
        mend = f"{mend} with a short name in lower-case letters, such as front-desk."
    return what, mend


def _label(path: Iterable[str | int]) -> str:
    label = ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
    return label or "The file"


def _keys_at(path: Path) -> list[str]:
    place = general(path)
    if not place:
        return [*OWN_KEYS, *Playbook.own_fields()]
    below = f"{place}."
    return [
        field.path.removeprefix(below)
        for field in model_fields().values()
        if field.path.startswith(below) and not set(field.path.removeprefix(below)) & {".", "["}
    ]
