"""Walk through a playbook: to a path, to every record, along every id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from playbook.model.base import Item, Record
from playbook.model.fields import reference

Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that points at an item elsewhere in the playbook."""

    path: Path
    to: str
    """The list it points into, such as people.roles."""
    id: str


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """An id that points at nothing, with the ids it could have meant."""

    reference: Reference
    known: tuple[str, ...]


def references(record: Record, path: Path = ()) -> Iterator[Reference]:
    """Yield every id below *record* that points at an item elsewhere."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        to = reference(type(record), name)
        if to is not None:
            for index, item_id in enumerate(value if isinstance(value, tuple) else (value,)):
                if item_id is not None:
                    where = (*path, name, index) if isinstance(value, tuple) else (*path, name)
                    yield Reference(where, to, item_id)
        else:
            for step, child in children(name, value):
                yield from references(child, (*path, *step))


def children(name: str, value: object) -> Iterator[tuple[Path, Record]]:
    """Yield the records in a field's *value*, each with the steps that lead to it."""
    if isinstance(value, Record):
        yield (name,), value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            if isinstance(item, Record):
                yield (name, index), item


def at(record: Record, path: str) -> Any:
    """Return the value at a dotted *path* below *record*, such as people.roles."""
    value: Any = record
    for name in path.split("."):
        value = getattr(value, name)
    return value


def loose_ends(record: Record) -> Iterator[LooseEnd]:
    """Yield every id in a whole playbook that points at nothing."""
    ids: dict[str, tuple[str, ...]] = {}
    for found in references(record):
        if found.to not in ids:
            ids[found.to] = tuple(item.id for item in at(record, found.to))
        if found.id not in ids[found.to]:
            yield LooseEnd(found, ids[found.to])


def repeated_ids(record: Record, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield the place of every id that stands twice in its list, and the id."""
    for name in type(record).model_fields:
        seen: set[str] = set()
        for step, child in children(name, getattr(record, name)):
            if isinstance(child, Item):
                if child.id in seen:
                    yield (*path, *step, "id"), child.id
                seen.add(child.id)
            yield from repeated_ids(child, (*path, *step))
