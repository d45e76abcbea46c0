"""Bring answers written by an older version to today's format, one step at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from playbook.errors import AnswersError
from playbook.yamlfile import Document, Plain

Data: TypeAlias = dict[str, Plain]
Migration: TypeAlias = Callable[[Data], Data]

MIGRATIONS: tuple[Migration, ...] = ()
"""The first turns format 1 into format 2, the second 2 into 3, and so on; none is ever removed.

A migration gets data of its own, may change it, and moves what it does not understand along.
"""


def current_format(migrations: Sequence[Migration] = MIGRATIONS) -> str:
    """Return the format that this version writes."""
    return str(len(migrations) + 1)


def migrate(
    data: Mapping[str, Plain],
    document: Document | None = None,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> Data:
    """Return *data* in today's format; data that names no format counts as format 1.

    Raise AnswersError, with the line in *document*, when a newer version wrote it.
    """
    written = _format(data, document or Document("answers.yml"), migrations)
    steps = migrations[written - 1 :]
    changed = dict(data)
    for step in steps:
        changed = step(changed)
    return {**changed, "format": current_format(migrations)} if steps else changed


def _format(data: Mapping[str, Plain], document: Document, migrations: Sequence[Migration]) -> int:
    today = len(migrations) + 1
    named = data.get("format")
    if named is None:
        return 1
    if not re.fullmatch(r"\d{1,9}", str(named)) or int(str(named)) < 1:
        what = f"The format is not a number from 1 to {today}."
        raise AnswersError([document.problem(("format",), what, f"Write format: {today}")])
    written = int(str(named))
    if written > today:
        what = f"The file was made by a newer version of Playbook (format {named})."
        mend = f"Update Playbook; this version knows format {today}."
        raise AnswersError([document.problem(("format",), what, mend)])
    return written
