"""What a check finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from playbook.model.base import Item
from playbook.model.playbook import Playbook
from playbook.model.walk import Path

Severity = Literal["error", "warning", "advice"]
MOST_NAMED = 12
"""How many ids a mend lists."""
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")


@dataclass(frozen=True, slots=True)
class Found:
    """Something a rule noticed."""

    path: Path
    """Where in the playbook."""
    what: str
    mend: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing a sound playbook satisfies."""

    id: str
    severity: Severity
    about: str
    """What the rule asks for and why, in one sentence."""
    look: Callable[[Playbook], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a rule noticed, with how much it matters."""

    rule: str
    severity: Severity
    path: Path
    what: str
    mend: str


def one_of(items: Sequence[Item], field: str) -> str:
    """Return how to fill *field* with the id of one of *items*."""
    ids = [item.id for item in items[:MOST_NAMED]]
    if not ids:
        return f"Give it a line {field}: … once there is something to name there."
    more = "" if len(items) <= MOST_NAMED else ", …"
    return f"Give it a line {field}: … with one of: {', '.join(ids)}{more}."
