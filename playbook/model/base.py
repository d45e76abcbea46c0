"""Give every part of the model its base class and its field types."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic.json_schema import SkipJsonSchema

from playbook.parse.countries import read_country
from playbook.parse.dates import Moves, day_by_hand
from playbook.parse.meaning import Unclear
from playbook.parse.names import truth_in
from playbook.parse.numbers import amount_by_hand
from playbook.words import MAX_TEXT, Words
from playbook.yamlfile import Path

MAX_LINE = 200
_NUMBERS = {
    "number": "number, such as 95 or 2.5",
    "count": "whole number, such as 24",
    "money": "number, such as 1200 or 49.50",
    "percent": "number of percent, such as 95",
}
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#@<>\"'`\\{}|]+(/[^\s?#<>\"'`\\{}|]*)?\Z")
MAX_ADDRESS = 300


def _check_text(value: Any) -> Any:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if not isinstance(value, str):
        raise ValueError("must be text")  # noqa: TRY004 - pydantic reports ValueError only
    if len(value) > MAX_TEXT:
        raise ValueError(f"is longer than {MAX_TEXT:,} characters")
    return Words(value)


def _check_required_text(value: Any) -> Any:
    words = _check_text(value)
    if words is None:
        raise ValueError("must not be empty")
    return words


def _check_line(value: Any) -> Any:
    words = _check_required_text(value)
    if len(words) > MAX_LINE:
        raise ValueError(f"is a name, and longer than {MAX_LINE} characters")
    return Words(" ".join(words.plain.split("\n"))) if "\n" in words else words


def is_id(text: str) -> bool:
    """Return whether *text* can be an id."""
    return _ID.match(text) is not None and len(text) <= 60


def _check_id(value: str) -> str:
    if not is_id(value):
        raise ValueError(
            "must be lower-case letters, digits and single hyphens, such as front-desk"
        )
    return value


def _amount(kind: str) -> BeforeValidator:
    """Return what reads a number, counted in the unit that its record names."""

    def check(value: Any, info: ValidationInfo) -> Any:
        if value in (None, ""):
            return None
        unit = info.data.get("unit")
        try:
            return amount_by_hand(kind, str(value), unit.plain if unit else "").value
        except Unclear:
            raise ValueError(f"must be a {_NUMBERS[kind]}") from None

    return BeforeValidator(check)


def _check_date(value: Any) -> Any:
    if value in (None, "") or isinstance(value, datetime.date):
        return value or None
    try:
        return day_by_hand(str(value)).value
    except Moves:
        raise ValueError("must be the same day whenever it is read, such as 2027-03-31") from None
    except Unclear:
        raise ValueError("must be a date written year-month-day, such as 2027-03-31") from None


def _check_truth(value: Any) -> Any:
    truth = truth_in(value) if isinstance(value, str) else value
    if not isinstance(truth, bool):
        raise ValueError("must be yes or no")  # noqa: TRY004 - pydantic reports ValueError only
    return truth


def _check_web_address(value: Any) -> Any:
    words = _check_text(value)
    if words is None:
        return None
    if len(words) > MAX_ADDRESS or not _WEB_ADDRESS.match(words.plain.strip()):
        raise ValueError("must be a web address, such as https://www.example.com/playbook/")
    return Words(words.plain.strip())


def _check_country(value: Any) -> Any:
    words = _check_text(value)
    if words is None:
        return None
    try:
        read_country(words.plain)
    except Unclear:
        raise ValueError(
            "must be a country by its name or its two letters, such as Ireland or IE"
        ) from None
    return words


def _refuse(_value: Any) -> Any:
    raise ValueError("is not a key you can use")


def _as_list(value: Any) -> Any:
    if value is None:
        return ()
    if isinstance(value, str):
        raise ValueError("must be a list: one item a line, each behind a hyphen")  # noqa: TRY004
    return value


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a field that holds the id of an item in the list at *to*, such as people.roles."""

    to: str


@dataclass(frozen=True, slots=True)
class Kind:
    """Marks a field that holds what can be written in many ways: number, date, country."""

    name: str


@dataclass(frozen=True, slots=True)
class ManagersOnly:
    """Marks a field that only the edition for managers holds."""


MANAGERS_ONLY = ManagersOnly()


@dataclass(frozen=True, slots=True)
class Due:
    """Marks a date by which something is to be done."""


DUE = Due()

Id: TypeAlias = Annotated[str, AfterValidator(_check_id)]
_TEXT_SCHEMA = WithJsonSchema({"type": "string"})
Text: TypeAlias = Annotated[Words | None, BeforeValidator(_check_text), _TEXT_SCHEMA]
Phone: TypeAlias = Annotated[
    Words | None, Kind("phone"), BeforeValidator(_check_text), _TEXT_SCHEMA
]
Mail: TypeAlias = Annotated[Words | None, Kind("email"), BeforeValidator(_check_text), _TEXT_SCHEMA]
Country: TypeAlias = Annotated[
    Words | None, Kind("country"), BeforeValidator(_check_country), _TEXT_SCHEMA
]
WebAddress: TypeAlias = Annotated[Words | None, BeforeValidator(_check_web_address), _TEXT_SCHEMA]
RequiredText: TypeAlias = Annotated[Words, BeforeValidator(_check_required_text), _TEXT_SCHEMA]
Line: TypeAlias = Annotated[Words, BeforeValidator(_check_line), _TEXT_SCHEMA]
"""A name: one line, so that it can be a heading, a menu entry or a link."""
Texts: TypeAlias = Annotated[tuple[RequiredText, ...], BeforeValidator(_as_list)]
Number: TypeAlias = Annotated[Decimal | None, Kind("number"), _amount("number")]
Count: TypeAlias = Annotated[Decimal | None, Kind("count"), _amount("count")]
Money: TypeAlias = Annotated[Decimal | None, Kind("money"), _amount("money")]
Share: TypeAlias = Annotated[Decimal | None, Kind("percent"), _amount("percent")]
Date: TypeAlias = Annotated[datetime.date | None, Kind("date"), BeforeValidator(_check_date)]
Deadline: TypeAlias = Annotated[
    datetime.date | None, Kind("date"), DUE, BeforeValidator(_check_date)
]
"""A day by which something is to be done: past it, the thing is overdue."""
Truth: TypeAlias = Annotated[bool, Kind("truth"), BeforeValidator(_check_truth)]


class Record(BaseModel):
    """A part of the playbook: frozen, with no field beyond those it names.

    ``suggested`` names the fields whose value a starter pack proposed and the owner has
    not confirmed, ``withheld`` those that an edition leaves out. Neither is ever read from a
    file; ``playbook.draft.suggest`` and ``playbook.model.editions`` set them.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, arbitrary_types_allowed=True
    )

    suggested: SkipJsonSchema[Annotated[frozenset[str], BeforeValidator(_refuse)]] = Field(
        default=frozenset(), exclude=True
    )
    """Names of the fields that hold an unconfirmed suggestion."""
    withheld: SkipJsonSchema[Annotated[frozenset[str], BeforeValidator(_refuse)]] = Field(
        default=frozenset(), exclude=True
    )
    """Names of the fields that this edition does not hold."""
    declined: SkipJsonSchema[Annotated[frozenset[str], BeforeValidator(_refuse)]] = Field(
        default=frozenset(), exclude=True
    )
    """Names of the fields that the owner said are not for them."""

    @classmethod
    def own_fields(cls) -> tuple[str, ...]:
        """Return the names of the fields that say something about the business."""
        return tuple(name for name, info in cls.model_fields.items() if not info.exclude)

    def with_inner(self, change: Callable[[Record, Path], Record]) -> dict[str, Any]:
        """Return the fields with each record in them changed; *change* is told where it stands.

        In a field *steps* a record stands at ("steps",), in a list of them at ("steps", 0).
        """
        return {
            name: _with_changed(getattr(self, name), (name,), change) for name in self.own_fields()
        }

    def records(self, path: Path = ()) -> list[tuple[Path, Record]]:
        """Return this record, which stands at *path*, and each one in it, with where it stands."""
        found: list[tuple[Path, Record]] = [(path, self)]

        def visit(inner: Record, steps: Path) -> Record:
            found.extend(inner.records((*path, *steps)))
            return inner

        self.with_inner(visit)
        return found


def _with_changed(value: Any, path: Path, change: Callable[[Record, Path], Record]) -> Any:
    """Return what a field holds with the record, or each record of the list, changed."""
    if isinstance(value, Record):
        return change(value, path)
    if isinstance(value, tuple):
        return tuple(_with_changed(one, (*path, at), change) for at, one in enumerate(value))
    return value


class Item(Record):
    """A record that others refer to by its id."""

    id: Id
    """A short name for files and addresses: lower-case letters, digits and hyphens."""
    name: Line
    """What people call it."""


class FollowUp(Record):
    """What is decided about something, who sees to it, and by when."""

    decision: Text = None
    """What is decided."""
    owner: Annotated[Id | None, Refers("people.roles")] = None
    """The role that sees to it."""
    by: Deadline = None
    """The day by which it is done, or looked at again."""
