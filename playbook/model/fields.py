"""Look the model's fields up by path, so that data can name them and be checked.

A path joins field names with dots, and ``[]`` stands for each item of a list:
``journey.touchpoints[].standard``.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from playbook.model.base import Record, Refers

Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that points at an item elsewhere in the playbook."""

    path: Path
    to: str
    """The list it points into, such as people.roles."""
    id: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the model, as its path finds it."""

    path: str
    required: bool
    refers: str | None
    """The list whose ids the field holds, such as people.roles."""
    choices: tuple[str, ...]
    """The values the field allows, where it allows only some."""
    record: type[Record] | None
    """The kind of record the field holds, or holds a list of."""
    is_list: bool
    help: str


@cache
def reference(record: type[Record], name: str) -> str | None:
    """Return the list whose ids the field *name* of *record* holds, if it holds any."""
    return _describe(name, record.model_fields[name]).refers


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


def fields(record: type[Record], before: str = "") -> Iterator[Field]:
    """Yield every field below *record*, parents before their children."""
    for name, info in record.model_fields.items():
        if name == "suggested":
            continue
        field = _describe(f"{before}{name}", info)
        yield field
        if field.record is not None:
            yield from fields(field.record, field.path + ("[]." if field.is_list else "."))


def _describe(path: str, info: FieldInfo) -> Field:
    parts = list(_parts(info.annotation)) + list(info.metadata)
    refers = next((part.to for part in parts if isinstance(part, Refers)), None)
    record = next(
        (part for part in parts if isinstance(part, type) and issubclass(part, Record)), None
    )
    choices = tuple(
        value for part in parts if get_origin(part) is Literal for value in get_args(part)
    )
    return Field(
        path=path,
        required=info.is_required(),
        refers=refers,
        choices=choices,
        record=record,
        is_list=any(get_origin(part) is tuple for part in parts),
        help=info.description or "",
    )


def _parts(annotation: Any) -> Iterator[Any]:
    """Yield *annotation* and everything it is put together from."""
    yield annotation
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        yield from _parts(inner)
        yield from metadata
    elif origin in (Union, types.UnionType, tuple):
        for argument in get_args(annotation):
            yield from _parts(argument)
