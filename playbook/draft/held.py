"""Tell what holds at a place: the owner's word before the starter pack's, or “not for us”.

This is the one rule for it. A question that is asked, a setting, a check and a whole website
all look at a place through ``Held``, step by step from the top.

Who adds one thing to a list from another question has not seen the rest of that list. The rest is
kept by its ids alone, unseen, which leaves every word of it a suggestion.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from playbook.model.paths import get, items_in, position_of, thing_with
from playbook.yamlfile import Path, Plain

Thing = dict[str, Plain]
PLACED_BY = ("stage",)
"""The fields that say where among the others a thing belongs."""
WRITTEN_WHEN_TICKED = ("id", "name", *PLACED_BY)
"""What the answers keep of a thing that was only ticked."""
Origin: TypeAlias = Literal["owner", "pack", "nobody", "declined"]
Declined: TypeAlias = frozenset[tuple[str, ...]]
"""Paths with ids that are not for the owner, counted from the place they are kept at."""
_NOTHING: tuple[Plain, ...] = (None, "", [], {})


@dataclass(frozen=True, slots=True)
class Held:
    """What the owner said at a place, and what the pack proposes there.

    A list that the owner gave is their selection: a thing in it inherits what they left open
    from the pack's thing with the same id. An empty list says “none of them”.
    """

    said: Any = None
    proposed: Any = None
    declines: Declined = frozenset()

    @property
    def origin(self) -> Origin:
        """Who decided what holds here."""
        if () in self.declines:
            return "declined"
        if self.said is not None:
            return "owner"
        return "nobody" if self.proposed is None else "pack"

    @property
    def value(self) -> Plain:
        """What holds here; of a group or a list, only what one of the two gave."""
        value: Plain = self.proposed if self.said is None else self.said
        return None if () in self.declines else value

    def step(self, step: str | int) -> Held:
        """Return what is held one step further: in a field, or in a thing by position or id."""
        if isinstance(self.value, list):
            return self._in_list(position_of(self.value, step))
        said, proposed = get(self.said, (step,)), get(self.proposed, (step,))
        return self._at(str(step), said, proposed)

    def _in_list(self, at: int | None) -> Held:
        if at is None:
            return Held()
        item = get(self.value, (at,))
        item_id = get(item, ("id",))
        if self.said is None:
            return self._at(str(item_id), None, item)
        return self._at(str(item_id), item, thing_with(self.proposed, item_id))

    def _at(self, name: str, said: Any, proposed: Any) -> Held:
        # What is declined as a whole is declined in each of its parts.
        inside = frozenset(one[1:] for one in self.declines if one[:1] in ((name,), ()))
        said = None if isinstance(said, str) and not said.strip() else said
        if isinstance(proposed, list):
            proposed = [one for one in proposed if (get(one, ("id",)),) not in inside]
        return Held(said, None if proposed in _NOTHING else proposed, inside)

    def at(self, path: Path) -> Held:
        """Return what is held at the end of *path*, counted from here."""
        held = self
        for step in path:
            held = held.step(step)
        return held


def is_unseen(thing: object) -> bool:
    """Return whether a thing of a list says nothing but its id."""
    return isinstance(thing, dict) and thing.keys() == {"id"}


def has_unseen(value: object) -> bool:
    """Return whether a list holds things that the owner has not seen there."""
    return any(map(is_unseen, items_in(value)))
