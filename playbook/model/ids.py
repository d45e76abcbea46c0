"""Check the ids in the plain data of a playbook: none stands twice, none points at nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.model.paths import find, get, ids_in, path_to
from playbook.model.playbook import model_fields
from playbook.yamlfile import Path


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """An id that points at nothing, with the ids it could have meant."""

    path: Path
    id: str
    to: str
    """The list it points into, such as people.roles."""
    known: tuple[str, ...]


def loose_ends(tree: object) -> Iterator[LooseEnd]:
    """Yield every id in *tree*, which need not be valid, that points at nothing."""
    referring = [field for field in model_fields().values() if field.refers is not None]
    for field in referring:
        known = ids_in(get(tree, path_to(str(field.refers))))
        for path, value in find(tree, f"{field.path}[]" if field.is_list else field.path):
            if isinstance(value, str) and value and value not in known:
                yield LooseEnd(path, value, str(field.refers), tuple(known))


def repeated_ids(tree: object) -> Iterator[tuple[Path, str]]:
    """Yield the place of every id that stands in its list a second time, and the id."""
    for pattern in model_fields():
        seen: set[tuple[Path, str]] = set()
        for path, item_id in find(tree, pattern) if pattern.endswith("[].id") else ():
            one = (path[:-2], str(item_id))
            if one in seen:
                yield path, str(item_id)
            seen.add(one)
