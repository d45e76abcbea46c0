"""Name a place in plain data, and read or change what is there.

A path joins field names with positions in lists, or with the ids of the things in them:
``("people", "roles", 2, "name")`` and ``("people", "roles", "cook", "name")`` may be one place.
Its general form writes [] for each step into a list: ``people.roles[].name``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from playbook.yamlfile import Path, Plain


def path_to(dotted: str, within: Path = ()) -> Path:
    """Return the path that a text such as ``business.name`` means, inside the thing at *within*."""
    return (*within, *dotted.split("."))


@lru_cache(maxsize=1024)  # asked for each thing of a long list, and mostly the same
def general(path: Path) -> str:
    """Return a path by positions in its general form: ("a", 2, "b") is ``a[].b``."""
    steps = ("[]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def items_in(value: object) -> list[Any]:
    """Return the items of a list, none of anything else."""
    return value if isinstance(value, list) else []


def entries_in(value: object) -> dict[str, Any]:
    """Return the entries of a group, none of anything else."""
    return value if isinstance(value, dict) else {}


def listed(value: Plain) -> list[Plain]:
    """Return a list as it is, anything else as a list of one, and nothing as an empty list."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def only(value: Any, wanted: Callable[[Any], bool]) -> Any:
    """Return a value that is *wanted*, or else None; of a list, the items that are."""
    if isinstance(value, list):
        return [one for one in value if wanted(one)]
    return value if wanted(value) else None


def texts_in(value: object) -> list[str]:
    """Return the texts of a list, none of anything else."""
    return [item for item in items_in(value) if isinstance(item, str)]


def things_in(value: object) -> list[dict[str, Any]]:
    """Return the things of a list, none of anything else."""
    return [item for item in items_in(value) if isinstance(item, dict)]


def ids_in(value: object) -> list[str]:
    """Return the ids of the things of a list, in its order."""
    return [str(item["id"]) for item in things_in(value) if item.get("id")]


def by_id(value: object) -> dict[str, dict[str, Any]]:
    """Return the things of a list that have an id, by it."""
    return {str(item["id"]): item for item in things_in(value) if item.get("id")}


def thing_with(value: object, item_id: object) -> dict[str, Any] | None:
    """Return the thing of a list that has an id, or None; nothing has no id."""
    thing: dict[str, Any] | None = get(items_in(value), (str(item_id),))
    return thing


def position_of(value: object, step: object) -> int | None:
    """Return where in a list a step leads: a position, or the id of a thing; None for nowhere."""
    items = items_in(value)
    if isinstance(step, int):
        return step if 0 <= step < len(items) else None
    for at, item in enumerate(items):
        if isinstance(item, dict) and item.get("id") == step:
            return at
    return None


def get(tree: object, path: Path) -> Any:
    """Return what *tree* has at *path*, or None."""
    for step in path:
        if isinstance(tree, dict):
            tree = tree.get(step)
            continue
        at = position_of(tree, step)
        tree = None if at is None else items_in(tree)[at]
    return tree


def put(tree: Any, path: Path, value: Plain) -> Any:
    """Return a copy of *tree* with *value* at *path*; None takes away what is there.

    What is left empty by that goes as well, but for the things of a list. An id that a list does
    not have yet adds a thing. Raise ValueError when the path leads through a text, KeyError when
    it names a position that is not there.
    """
    if not path:
        return value
    if isinstance(tree, list):
        return _put_in_list(tree, path, value)
    if tree is not None and not isinstance(tree, dict):
        shown = ".".join(map(str, path))
        raise ValueError(f"“{tree}” is a text; nothing can be put at {shown}")
    entries = dict(tree or {})
    changed = put(entries.get(path[0]), path[1:], value)
    if changed is None:
        entries.pop(path[0], None)
    else:
        entries[path[0]] = changed
    return entries or None


def _put_in_list(items: list[Any], path: Path, value: Plain) -> list[Any] | None:
    step, *rest = path
    at = position_of(items, step)
    if at is None:
        if isinstance(step, int):
            raise KeyError(step)
        added = [] if value is None else [put({"id": step}, tuple(rest), value)]
        return [*items, *added]
    changed = put(items[at], tuple(rest), value)
    if changed is None and not rest:
        return [*items[:at], *items[at + 1 :]] or None
    return [*items[:at], changed or {}, *items[at + 1 :]]


def with_ids(tree: object, path: Path) -> Path:
    """Return a path by positions with the ids of things in their place, where they have one."""
    named: Path = ()
    for end, step in enumerate(path, 1):
        item_id = get(tree, (*path[:end], "id")) if isinstance(step, int) else None
        named = (*named, item_id or step)
    return named


def find(tree: object, pattern: str) -> Iterator[tuple[Path, Any]]:
    """Yield every value in *tree* at a general form, with its path.

    ``a[].b`` in ``{"a": [{"b": 1}, {}, {"b": 2}]}`` is 1 at ("a", 0, "b") and 2 at ("a", 2, "b").
    No pattern at all is the tree itself.
    """
    steps = pattern.replace("[]", ".[]").split(".") if pattern else []
    return _found(tree, tuple(steps), ())


def _found(tree: object, steps: tuple[str, ...], path: Path) -> Iterator[tuple[Path, Any]]:
    if not steps:
        yield path, tree
    elif steps[0] == "[]":
        for at, item in enumerate(items_in(tree)):
            yield from _found(item, steps[1:], (*path, at))
    elif isinstance(tree, dict) and steps[0] in tree:
        yield from _found(tree[steps[0]], steps[1:], (*path, steps[0]))


def position_among(keys: Sequence[object], key: object, order: Sequence[object]) -> int:
    """Return where a thing belongs among others: behind those that precede it in *order*.

    A “c” among “a d” in the order “a b c d” belongs at 1, behind “a”.
    """
    earlier = order[: order.index(key)]
    return max((at + 1 for at, one in enumerate(keys) if one in earlier), default=0)
