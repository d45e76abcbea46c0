"""Tell which of the pack's suggestions name a thing, and so lose it when it goes."""

from __future__ import annotations

from playbook.answers.references import mentions
from playbook.draft.draft import Draft
from playbook.draft.item_list import ItemList
from playbook.model.paths import general, get
from playbook.yamlfile import Path

_NAMED = 3


def losing(things: ItemList, item_id: str) -> tuple[str, ...]:
    """Return the names of what would be suggested with a thing of a list in it."""
    draft = things.draft
    found = mentions(draft.pack.suggests, things.field, item_id)
    held = [where for _, where in found if _holds(draft, where)]
    return tuple(dict.fromkeys(_called(draft, where) for where in held))


def in_short(names: tuple[str, ...]) -> str:
    """Return up to three names, and how many there are besides."""
    shown = [f"“{name}”" for name in names[:_NAMED]]
    if len(names) > _NAMED:
        return f"{', '.join(shown)} and {len(names) - _NAMED} more"
    return " and ".join([*filter(None, [", ".join(shown[:-1])]), shown[-1]])


def _called(draft: Draft, where: Path) -> str:
    """Return what a suggestion is about: a thing of a list, or a single answer."""
    at = next((at for at, step in enumerate(where) if isinstance(step, int)), None)
    if at is None:
        return draft.method.question_filling(general(where)).label
    item_id = get(draft.pack.suggests, (*where[: at + 1], "id"))
    held = draft.root.at((*where[:at], item_id))
    thing = held.value if isinstance(held.value, dict) else {}
    return draft.name_of(general(where[:at]), {"id": item_id, **thing})


def _holds(draft: Draft, where: Path) -> bool:
    """Return whether the suggestion at a place in the pack is not overruled by the owner."""
    by_ids: Path = ()
    for at, step in enumerate(where):
        item_id = get(draft.pack.suggests, (*where[: at + 1], "id"))
        by_ids = (*by_ids, item_id if isinstance(step, int) and item_id else step)
    return draft.root.at(by_ids).origin == "pack"
