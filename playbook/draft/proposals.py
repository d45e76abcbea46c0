"""Tell what a starter pack proposes at a place, and what holds there until the owner speaks."""

from __future__ import annotations

from functools import cache
from typing import Any

from playbook.answers.answers import Answers
from playbook.answers.paths import Place, field_at, look_up, model_fields, place, value_at
from playbook.draft.suggest import heir
from playbook.method.models import Pack
from playbook.yamlfile import Plain


def proposed_at(answers: Answers, pack: Pack, where: Place) -> Plain:
    """Return the pack's suggestion for a place, or None.

    A thing of the owner's inherits from the pack's thing with the same id. A suggestion
    that points at something the owner left out is none.
    """
    value: Plain = _proposed(answers, pack, where)
    field = field_at(where)
    if field is None or field.refers is None or value is None:
        return value
    known = {item_id for item_id, _ in items_at(answers, pack, field.refers)}
    if isinstance(value, list):
        return [one for one in value if one in known] or None
    return heir(str(value), field.refers, str(where[-1]), known)


def _proposed(answers: Answers, pack: Pack, where: Place) -> Any:
    said: Any = answers.data
    proposed: Any = pack.suggests
    for step in where:
        if isinstance(step, int):
            item_id = look_up(said, (step, "id"))
            proposed = item_with_id(proposed, item_id) if item_id else None
        else:
            proposed = look_up(proposed, (step,))
        said = look_up(said, (step,))
    return proposed if proposed not in ("", [], {}) else None


def effective_at(answers: Answers, pack: Pack, where: Place) -> Plain:
    """Return what the owner said at a place, or else what the pack proposes there."""
    value = value_at(answers, where)
    return proposed_at(answers, pack, where) if value is None else value


def item_with_id(items: Any, item_id: Any) -> dict[str, Plain] | None:
    """Return the thing with an id from a list of things, or None."""
    if not isinstance(items, list):
        return None
    return next((i for i in items if isinstance(i, dict) and i.get("id") == item_id), None)


def items_at(answers: Answers, pack: Pack, path: str) -> tuple[tuple[str, str], ...]:
    """Return the id and name of each thing in the list at *path*, the owner's or the pack's."""
    items = effective_at(answers, pack, place(path))
    return tuple(
        (str(item["id"]), name_of(pack, path, item))
        for item in (items if isinstance(items, list) else [])
        if isinstance(item, dict) and item.get("id")
    )


def name_of(pack: Pack, path: str, item: dict[str, Plain]) -> str:
    """Return what a thing of the list at *path* is called."""
    own = item.get(label_field(path))
    if isinstance(own, str) and own.strip():
        return own
    proposed = item_with_id(look_up(pack.suggests, place(path)), item.get("id"))
    return str((proposed or {}).get("name") or item.get("id") or "unnamed")


@cache
def label_field(path: str) -> str:
    """Return the field that names a thing of the list at *path*: its first required one."""
    below = f"{path}[]."
    names = [
        field.path.removeprefix(below)
        for field in model_fields().values()
        if field.path.startswith(below) and field.required
    ]
    required = [name for name in names if "." not in name and "[" not in name and name != "id"]
    return required[0] if required else "name"


def in_words(answers: Answers, pack: Pack, where: Place, value: Plain) -> str:
    """Return an answer as people read it, with names instead of ids."""
    field = field_at(where)
    if value is None:
        return ""
    if isinstance(value, list):
        if field is not None and field.record is not None:
            path = ".".join(step for step in where if isinstance(step, str))
            if any(isinstance(step, int) for step in where):
                return ", ".join(
                    str(item.get(_label_in(item)) or "") for item in value if isinstance(item, dict)
                )
            named = (name_of(pack, path, i) for i in value if isinstance(i, dict))
            return ", ".join(named) or "none"
        return ", ".join(_in_words(answers, pack, where, one) for one in value) or "none"
    if isinstance(value, dict):
        return ", ".join(str(one) for one in value.values() if isinstance(one, str))
    return _in_words(answers, pack, where, value)


def _label_in(item: dict[str, Plain]) -> str:
    return next((name for name in ("name", "question", "wrong") if name in item), "name")


def _in_words(answers: Answers, pack: Pack, where: Place, value: Plain) -> str:
    field = field_at(where)
    if field is not None and field.refers is not None:
        return dict(items_at(answers, pack, field.refers)).get(str(value), str(value))
    return str(value)
