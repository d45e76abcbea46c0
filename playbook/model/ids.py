"""Check the ids in the plain data of a playbook: none stands twice, none points at nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.model.paths import find, get, ids_in, path_to
from playbook.model.playbook import model_fields, referring
from playbook.yamlfile import Path


@dataclass(frozen=True, slots=True)
class WrongId:
    """An id that stands twice in its list, or points at nothing."""

    path: Path
    id: str
    to: str = ""
    """The list in which it points at nothing, such as people.roles."""
    known: tuple[str, ...] = ()
    """The ids that it could have meant."""


def wrong_ids(tree: object) -> Iterator[WrongId]:
    """Yield every wrong id in *tree*, which need not be valid."""
    for field in referring():
        known = ids_in(get(tree, path_to(field.refers)))
        for path, value in find(tree, field.each):
            if isinstance(value, str) and value not in ("", *known):
                yield WrongId(path, value, field.refers, tuple(known))
    for pattern in (path for path in model_fields() if path.endswith("[].id")):
        seen: set[tuple[Path, str]] = set()
        for path, item_id in find(tree, pattern):
            one = (path[:-2], str(item_id))
            if one in seen:
                yield WrongId(path, str(item_id))
            seen.add(one)
