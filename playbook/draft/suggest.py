"""Fill what the owner has not said with a starter pack's suggestions, marked as such."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypeVar

from playbook.model.base import Item, Record
from playbook.model.fields import reference
from playbook.model.playbook import Playbook
from playbook.model.walk import at

ROLES = "people.roles"
AnyRecord = TypeVar("AnyRecord", bound=Record)


def suggest(said: Playbook, proposed: Playbook) -> Playbook:
    """Return *said* with the gaps filled from *proposed*.

    A list the owner gave stays the owner's selection; its items inherit what they leave
    open from the item with the same id. A suggestion that points at something the owner
    left out is dropped; one that names a role falls to the only role there is, where a business
    has no other.
    """
    return _without_loose_ends(_fill(said, proposed))


def _fill(said: AnyRecord, proposed: AnyRecord) -> AnyRecord:
    values: dict[str, Any] = {}
    suggested = set()
    for name in said.own_fields():
        mine, theirs = getattr(said, name), getattr(proposed, name)
        if name in said.model_fields_set and mine is not None:
            values[name] = _merge(mine, theirs)
        elif theirs is not None and theirs != () and name in proposed.model_fields_set:
            values[name] = _as_suggestion(theirs)
            suggested.add(name)
    return said.with_suggestions(values, frozenset(suggested))


def _merge(mine: Any, theirs: Any) -> Any:
    if isinstance(mine, Record) and theirs is not None:
        return _fill(mine, theirs)
    if isinstance(mine, tuple) and isinstance(theirs, tuple):
        known = {item.id: item for item in theirs if isinstance(item, Item)}
        return tuple(
            _fill(item, known[item.id]) if isinstance(item, Item) and item.id in known else item
            for item in mine
        )
    return mine


def _as_suggestion(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_as_suggestion, value))
    if isinstance(value, Record):
        values = {name: _as_suggestion(getattr(value, name)) for name in value.own_fields()}
        return value.with_suggestions(values, frozenset(value.model_fields_set))
    return value


def _without_loose_ends(playbook: Playbook) -> Playbook:
    ids: dict[str, frozenset[str]] = {}

    def known(to: str) -> frozenset[str]:
        if to not in ids:
            ids[to] = frozenset(item.id for item in at(playbook, to))
        return ids[to]

    def prune(record: AnyRecord) -> AnyRecord:
        values = {name: prune_value(record, name) for name in record.own_fields()}
        gone = {name for name, value in values.items() if value is None or value == ()}
        return record.with_suggestions(values, record.suggested - gone)

    def prune_value(record: Record, name: str) -> Any:
        value = getattr(record, name)
        to = reference(type(record), name)
        if to is not None and name in record.suggested:
            if isinstance(value, tuple):
                return tuple(item_id for item_id in value if item_id in known(to))
            return heir(value, to, name, known(to))
        if isinstance(value, Record):
            return prune(value)
        if isinstance(value, tuple):
            return tuple(prune(item) if isinstance(item, Record) else item for item in value)
        return value

    return prune(playbook)


def heir(item_id: str, to: str, name: str, known: Collection[str]) -> str | None:
    """Return what a suggestion in the field *name* points at, among what the owner left in.

    Where one role does everything, what others were to do falls to it; but nobody stands in
    for themselves.
    """
    is_alone = to == ROLES and len(known) == 1
    if is_alone:
        return None if name == "stand_in" else next(iter(known))
    return item_id if item_id in known else None
