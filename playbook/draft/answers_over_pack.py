"""Merge what was said and what is proposed into one tree, in which each value knows who gave it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar

from playbook.answers.answers import NOT_FOR_US
from playbook.draft.draft import Draft, still_there
from playbook.draft.held import Held
from playbook.model.base import Record
from playbook.model.paths import entries_in, find, get, ids_in, only, path_to
from playbook.model.playbook import referring
from playbook.yamlfile import Path

AnyRecord = TypeVar("AnyRecord", bound=Record)
OWN_KEYS = ("format", "pack", "interview", NOT_FOR_US)
"""Keys of the answers file that are about the file, not about the business."""


@dataclass
class Merged:
    """A playbook as plain data."""

    tree: dict[str, Any] = field(default_factory=dict)
    proposed: set[Path] = field(default_factory=set)
    """The places at which the pack's suggestion holds."""
    declined: set[Path] = field(default_factory=set)
    """The places that the owner said are not for them."""

    def marked(self, record: AnyRecord, path: Path = ()) -> AnyRecord:
        """Return *record*, which stands at *path*, with its suggestions and gaps marked as such."""
        values = record.with_inner(lambda inner, steps: self.marked(inner, (*path, *steps)))
        suggested = frozenset(name for name in values if (*path, name) in self.proposed)
        declined = frozenset(name for name in values if (*path, name) in self.declined)
        return record.model_copy(update={**values, "suggested": suggested, "declined": declined})


def merge(draft: Draft) -> Merged:
    """Return what holds everywhere in *draft*.

    A suggestion that points at something the owner left out is dropped, and so is a reference of
    the owner's to something that is not for them.
    """
    merged = Merged()
    said = {key: value for key, value in draft.answers.data.items() if key not in OWN_KEYS}
    top = Held(said, draft.pack.suggests, draft.declined)
    merged.tree = _value(top, (), merged)
    for one in referring():
        _prune(merged, one.path, one.refers, draft)
    return merged


def _value(held: Held, path: Path, merged: Merged) -> Any:
    """Return what holds below *held*, and note who gave it."""
    value = held.value
    if held.origin == "declined":
        merged.declined.add(path)
        return None
    if held.origin == "pack":
        merged.proposed.add(path)
    if isinstance(value, list):
        return _things(held, value, path, merged)
    if isinstance(value, dict | None):
        return _group(held, value, path, merged)
    return value


def _group(held: Held, value: dict[str, Any] | None, path: Path, merged: Merged) -> Any:
    """Return what holds in each field; also note what is declined where nobody spoke."""
    declined = [one[0] for one in held.declines]
    names = [*entries_in(held.proposed), *entries_in(value), *declined]
    found = {}
    for name in dict.fromkeys(names):
        inner = _value(held.step(name), (*path, name), merged)
        if inner is not None:
            found[name] = inner
    return None if value is None else found


def _things(held: Held, value: list[Any], path: Path, merged: Merged) -> list[Any]:
    found: list[Any] = []
    for at in range(len(value)):
        inner = held.step(at)
        # An empty line of the file, or a thing that is declined, leaves no hole in the list.
        if inner.value is not None:
            found.append(_value(inner, (*path, len(found)), merged))
    return found


def _prune(merged: Merged, field: str, to: str, draft: Draft) -> None:
    """Drop or turn each reference in *field* that points at something that is not there."""
    known = ids_in(get(merged.tree, path_to(to)))
    declined = [one[-1] for one in draft.declined if ".".join(one[:-1]) == to]
    for path, value in list(find(merged.tree, field)):
        if path in merged.proposed:
            kept = still_there(value, to, path, known)
        else:
            kept = only(value, lambda one: one not in declined)
        record = get(merged.tree, path[:-1])
        record[path[-1]] = kept
        if kept is None:
            del record[path[-1]]
            merged.proposed.discard(path)
