"""Leave out of a playbook what an edition of it must not hold."""

from __future__ import annotations

from typing import Literal, TypeVar, get_args

from playbook.model.base import Record
from playbook.model.fields import withheld_from_staff

Edition = Literal["manager", "staff", "customer"]
EDITIONS: tuple[Edition, ...] = get_args(Edition)
AnyRecord = TypeVar("AnyRecord", bound=Record)


def for_staff(record: AnyRecord) -> AnyRecord:
    """Return *record* without anything that only managers are to read.

    What is left out is gone rather than hidden: no page made from the copy can print it.
    """
    private = withheld_from_staff(type(record))
    kept = record.with_inner(lambda inner, _: for_staff(inner))
    empty = {name: type(record).model_fields[name].get_default() for name in private}
    marks = {"suggested": record.suggested - private, "withheld": private}
    return record.model_copy(update={**kept, **empty, **marks})
