"""Find out which items of a new list are which items of the old one."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from playbook.yamlfile.tree import Plain


def match(old: Sequence[Plain], new: Sequence[Plain]) -> list[int | None]:
    """Return for each new item the index of the old item it continues, None for a new one.

    Items with an id continue the item with the same id. Others continue an equal item,
    else the item without an id at the same place.
    """
    found: list[int | None] = [
        index if index < len(old) and item == old[index] else None for index, item in enumerate(new)
    ]
    free = set(range(len(old))).difference(found)
    clear = all(_are_ids(list(map(_id, items))) for items in (old, new))
    for key in (_id,) if clear else (_content, _id):
        places: dict[Hashable, list[int]] = {}
        for index in sorted(free, reverse=True):
            places.setdefault(key(old[index]), []).append(index)
        for index, item in enumerate(new):
            same = places.get(key(item)) if found[index] is None else None
            if same and key(item) is not None:
                place = same.pop()
                found[index] = place
                free.discard(place)
    for index, item in enumerate(new):
        alike = index in free and _id(item) is None and _id(old[index]) is None
        if found[index] is None and alike:
            found[index] = index
            free.discard(index)
    return found


def _id(item: Plain) -> Hashable:
    item_id = item.get("id") if isinstance(item, dict) else None
    return item_id if isinstance(item_id, str) else None


def _content(item: Plain) -> Hashable:
    return repr(item)


def _are_ids(ids: Sequence[Hashable]) -> bool:
    """Return whether every item has an id, and each its own."""
    return None not in ids and len(set(ids)) == len(ids)
