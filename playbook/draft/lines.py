"""Tell on which line of the answers file a thing of the playbook stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from playbook.errors import Problem
from playbook.model.paths import general, get, position_of
from playbook.yamlfile import Document, Path

Names = Mapping[str, Mapping[str, str]]
"""The new id of each renamed thing, by list and old id."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of an answers file, by the places that things have in a playbook.

    A list of the playbook need not be that of the file: ids were renamed, things that a pack
    brought since have joined it. What has an id is found by it, and all else by its position.
    """

    document: Document
    tree: Any
    """The playbook as plain data."""
    renamed: Names = field(default_factory=dict)

    def place(self, path: Path) -> Path:
        """Return the place in the file that holds what the playbook has at *path*."""
        found: Path = ()
        for end, step in enumerate(path, 1):
            here = get(self.document.data, found)
            is_list = isinstance(step, int) and isinstance(here, list)
            found = (*found, self._position(here, path[:end]) if is_list else step)
        return found

    def path_of(self, place: Path) -> Path:
        """Return the path that what the file has at *place* has in the playbook."""
        found: Path = ()
        for end, step in enumerate(place, 1):
            item_id = get(self.document.data, (*place[:end], "id"))
            now = self.renamed.get(general(found), {}).get(item_id, item_id)
            at = position_of(get(self.tree, found), now) if now else None
            found = (*found, step if at is None else at)
        return found

    def is_there(self, path: Path) -> bool:
        """Tell whether the file says anything of the chapter that *path* lies in."""
        return path[:1] in self.document.lines

    def line(self, path: Path) -> int:
        """Return the line of what the playbook has at *path*, or of the nearest thing around it."""
        return self.document.line(self.place(path))

    def problem(self, path: Path, what: str, mend: str = "") -> Problem:
        """Return a problem with what the playbook has at *path*."""
        return self.document.problem(self.place(path), what, mend)

    def _position(self, items: list[Any], path: Path) -> int | str:
        at, item_id = path[-1], get(self.tree, (*path, "id"))
        before = [
            old for old, new in self.renamed.get(general(path[:-1]), {}).items() if new == item_id
        ]
        if item_id is None or get(items, (at, "id")) in (item_id, *before):
            return at
        positions = (position_of(items, name) for name in (item_id, *before))
        return next((one for one in positions if one is not None), "")
