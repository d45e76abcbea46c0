"""Find out which items of a new list are which items of the old one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from playbook.yamlfile.nodes import Plain


def match(old: Sequence[Plain], new: Sequence[Plain]) -> list[int | None]:
    """Return for each new item the index of the old item it continues, None for a new one.

    An item continues an equal one at the same place, else the first equal one, else the one
    with the same id, or, where both have none, the one at the same place:
    ``match(["a", "b", "a"], ["x", "a", "a"])`` is ``[None, 0, 2]``.
    """
    found: list[int | None] = [None] * len(new)
    left, unmatched = dict(enumerate(old)), dict(enumerate(new))
    for name_of in (_place_and_content, _content, _id_or_place):
        free: dict[Hashable, list[int]] = defaultdict(list)
        for index, item in left.items():
            free[name_of(index, item)].append(index)
        for place, item in tuple(unmatched.items()):
            same = free[name_of(place, item)]
            if same:
                found[place] = index = same.pop(0)
                del left[index], unmatched[place]
    return found


def _place_and_content(place: int, item: Plain) -> Hashable:
    return place, repr(item)


def _content(_place: int, item: Plain) -> Hashable:
    return repr(item)


def _id_or_place(place: int, item: Plain) -> Hashable:
    match item:
        case {"id": str(item_id)}:
            return item_id
    return place
