"""Look the model's fields up by path, so that data can name them and be checked.

A path joins field names with dots, and ``[]`` stands for each item of a list:
``journey.touchpoints[].standard``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from playbook.model.base import DUE, MANAGERS_ONLY, Kind, Record, Refers


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the model, as its path finds it."""

    path: str
    parent: str
    """The path of the record that the field belongs to, such as people.roles[]."""
    name: str
    required: bool
    refers: str
    """The list whose ids the field holds, such as people.roles, or an empty text."""
    choices: tuple[str, ...]
    """The values the field allows, where it allows only some."""
    kind: str
    """What the field is read as where it can be written in many ways, such as money."""
    record: type[Record] | None
    """The kind of record the field holds, or holds a list of."""
    is_list: bool
    managers_only: bool
    """Whether only the edition for managers holds it."""
    due: bool
    """Whether it is a day by which something is to be done."""
    help: str

    @property
    def each(self) -> str:
        """The path of what the field holds, or of each thing in the list that it holds."""
        return f"{self.path}[]" if self.is_list else self.path


def at(record: Record, dotted: str) -> Any:
    """Return the value at a path below *record* that leads through no list: people.roles."""
    value: Any = record
    for name in dotted.split("."):
        value = getattr(value, name)
    return value


@cache
def withheld_from_staff(record: type[Record]) -> frozenset[str]:
    """Return the names of the fields of *record* that only the edition for managers holds."""
    known = record.model_fields
    return frozenset(
        name for name in record.own_fields() if _describe(name, known[name]).managers_only
    )


@cache
def deadlines(record: type[Record]) -> frozenset[str]:
    """Return the names of the fields of *record* that are days by which something is to be done."""
    described = (_describe(name, record.model_fields[name]) for name in record.own_fields())
    return frozenset(field.path for field in described if field.due)


def fields(record: type[Record], before: str = "") -> Iterator[Field]:
    """Yield every field below *record*, parents before their children."""
    for name in record.own_fields():
        field = _describe(f"{before}{name}", record.model_fields[name])
        yield field
        if field.record is not None:
            yield from fields(field.record, f"{field.each}.")


def _describe(path: str, info: FieldInfo) -> Field:
    parts = [*_parts(info.annotation), *info.metadata]
    marks = {type(part): part for part in parts}
    origins = {get_origin(part): part for part in parts}
    records = [part for part in parts if isinstance(part, type) and issubclass(part, Record)]
    parent, _, name = path.rpartition(".")
    return Field(
        path=path,
        parent=parent,
        name=name,
        required=info.is_required(),
        refers=getattr(marks.get(Refers), "to", ""),
        choices=get_args(origins.get(Literal)),
        kind=getattr(marks.get(Kind), "name", ""),
        record=next(iter(records), None),
        is_list=tuple in origins,
        managers_only=MANAGERS_ONLY in parts,
        due=DUE in parts,
        help=info.description or "",
    )


def _parts(annotation: Any) -> Iterator[Any]:
    """Yield *annotation* and everything it is put together from."""
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)
