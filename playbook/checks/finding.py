"""What a check finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeAlias, TypeVar

from playbook.model.base import Item
from playbook.model.playbook import Playbook
from playbook.yamlfile import Path

Severity = Literal["error", "warning", "advice"]
Looked = TypeVar("Looked")
"""What a rule looks at: a playbook, how its file was written, or its logo."""
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")
AnyItem = TypeVar("AnyItem", bound=Item)


@dataclass(frozen=True, slots=True)
class Found:
    """Something a rule noticed."""

    path: Path
    """Where in the playbook."""
    what: str
    mend: str
    asks: tuple[Path, ...] = ()
    """The fields whose answers would settle it."""
    question: str = ""
    """What it comes down to, asked in plain words; without it, *what* says it all."""


Look: TypeAlias = Callable[[Playbook], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Rule(Generic[Looked]):
    """One thing a sound playbook satisfies."""

    severity: Severity
    id: str
    about: str
    """What the rule asks for and why, in one sentence."""
    look: Callable[[Looked], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a rule noticed, with how much it matters."""

    rule: str
    severity: Severity
    path: Path
    what: str
    mend: str
    asks: tuple[Path, ...] = ()
    """The fields whose answers would settle it."""
    question: str = ""
    """What it comes down to, asked in plain words; without it, *what* says it all."""

    @property
    def plainly(self) -> str:
        """What is to be done about it, for somebody who never saw the file."""
        return self.question or f"{self.what} {self.mend}"


def numbered(items: Sequence[AnyItem], *path: str) -> Iterator[tuple[Path, AnyItem]]:
    """Yield each of the *items* in the list at *path*, with its own path."""
    for index, item in enumerate(items):
        yield (*path, index), item
