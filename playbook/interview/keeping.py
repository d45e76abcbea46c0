"""Keep every answer at once, and keep both when somebody changed the file meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from playbook.answers.answers import Answers
from playbook.yamlfile import Plain


class Store(Protocol):
    """Where answers are kept."""

    @property
    def name(self) -> str:
        """What the place is called on the screen."""

    def save(self, answers: Answers) -> None:
        """Keep the answers; raise ChangedMeanwhile or another WorkspaceError."""

    def reload(self) -> Answers:
        """Return the answers as they are kept now."""

    def bring(self, typed: str) -> str:
        """Copy a file of the owner's into their folder and return its path there."""


def merged(base: Answers, mine: Answers, theirs: Answers) -> tuple[Answers, tuple[str, ...]]:
    """Return *theirs* with what changed from *base* to *mine*, and what both changed.

    Where both changed the same answer, *mine* is taken and its path returned.
    """
    before, ours, others = (_leaves(one.data) for one in (base, mine, theirs))
    result, both = theirs, []
    for path in ours.keys() | before.keys():
        if ours.get(path) == before.get(path):
            continue
        if others.get(path) != before.get(path) and others.get(path) != ours.get(path):
            both.append(".".join(path))
        result = _with(result, path, ours.get(path))
    return result, tuple(sorted(both))


def _leaves(value: Plain, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], Plain]:
    """Return every answer by its path; a list counts as one answer."""
    if not isinstance(value, dict):
        return {path: value}
    found: dict[tuple[str, ...], Plain] = {}
    for key, inner in value.items():
        if path == ("interview",):  # what was skipped and parked changes as a whole
            found[(*path, key)] = inner
        else:
            found.update(_leaves(inner, (*path, key)))
    return found


def _with(answers: Answers, path: tuple[str, ...], value: Plain) -> Answers:
    return Answers(_put(answers.data, path, value))


def _put(data: Mapping[str, Plain], path: tuple[str, ...], value: Plain) -> dict[str, Plain]:
    key, rest = path[0], path[1:]
    changed = dict(data)
    inner = changed.get(key)
    if rest:
        value = _put(inner if isinstance(inner, dict) else {}, rest, value) or None
    if value is None:
        changed.pop(key, None)
    else:
        changed[key] = value
    return changed
