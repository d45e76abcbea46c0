"""Change a list of things: tick from the pack, add, copy, move, take out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from playbook.answers.answers import Answers
from playbook.answers.paths import (
    Place,
    look_up,
    model_fields,
    position_among,
    value_at,
    with_value_at,
)
from playbook.answers.paths import general as general_path
from playbook.answers.slug import slug
from playbook.draft.conditions import parked_key
from playbook.draft.proposals import item_with_id, label_field, name_of, proposed_at
from playbook.draft.unseen import has_unseen, is_unseen
from playbook.method.models import Pack
from playbook.model.base import Item
from playbook.yamlfile import Plain

Thing = dict[str, Plain]
PLACED_BY = ("stage",)
"""The fields that say where among the others a thing belongs."""
WRITTEN_WHEN_TICKED = ("id", "name", *PLACED_BY)
"""What the answers keep of a thing that was only ticked."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list: a thing that is in it, or one that could be."""

    name: str
    ticked: bool
    suggested: bool
    """Whether it comes from the pack and the owner has not confirmed it."""
    index: int | None
    """Where it stands in the owner's list."""
    key: str
    """Its id, or its name where things of this kind have no ids."""


@dataclass(frozen=True, slots=True)
class ThingList:
    """A list of things at a place, as the owner sees it."""

    answers: Answers
    pack: Pack
    where: Place
    thing: str = "thing"

    @property
    def path(self) -> str:
        """The list's path in the model, such as journey.touchpoints."""
        return general_path(self.where)

    @property
    def has_ids(self) -> bool:
        """Whether things of this kind are known by an id."""
        record = model_fields()[self.path].record
        return record is not None and issubclass(record, Item)

    @property
    def owned(self) -> list[Thing] | None:
        """What the owner selected, or None as long as nothing was."""
        value = value_at(self.answers, self.where)
        if not isinstance(value, list):
            return None
        return [dict(item) for item in value if isinstance(item, dict)]

    @property
    def offered(self) -> list[Thing]:
        """What the pack proposes."""
        value = proposed_at(self.answers, self.pack, self.where)
        return [dict(i) for i in value if isinstance(i, dict)] if isinstance(value, list) else []

    def key_of(self, thing: Thing) -> str:
        """Return what tells a thing from the others in its list."""
        return str(thing.get("id" if self.has_ids else label_field(self.path)) or "")

    def entries(self) -> tuple[Entry, ...]:
        """Return every thing in the list, and those that could be, in a steady order."""
        owned = self.owned
        if owned is None:
            return tuple(self._entry(one) for one in self.offered)
        mine = [self._entry(one, index=at) for at, one in enumerate(owned)]
        return tuple(self._with_absent(mine))

    def selected(self) -> ThingList:
        """Return the list as the owner's own selection: everything that is ticked."""
        owned = self.owned
        if owned is None:
            return self._with([self._ticked(thing) for thing in self.offered])
        if not has_unseen(owned):
            return self
        offered = {self.key_of(thing): thing for thing in self.offered}
        return self._with(
            [
                self._ticked(offered.get(self.key_of(one), one)) if is_unseen(one) else one
                for one in owned
            ]
        )

    def toggled(self, key: str) -> ThingList:
        """Return the list with one entry ticked that was not, or taken out that was."""
        chosen = self.selected()
        owned = chosen.owned or []
        at = next((at for at, one in enumerate(owned) if self.key_of(one) == key), None)
        return chosen._put_in(key) if at is None else chosen.removed(at)

    def added(self, name: str) -> ThingList:
        """Return the list with a new thing at its end, or with the pack's thing of that name."""
        return self.selected()._added(name)

    def added_unseen(self, name: str) -> ThingList:
        """Return the list with a new thing, added by somebody who does not see the others.

        The pack's things stay suggestions: only their ids are written.
        """
        if self.owned is not None or not self.has_ids:
            return self._added(name)
        return self._with([{"id": thing["id"]} for thing in self.offered])._added(name)

    def key_named(self, name: str) -> str:
        """Return the key of the thing in the owner's list that is called *name*."""
        things = [one for one in self.owned or [] if self._name(one).casefold() == name.casefold()]
        return self.key_of(things[-1]) if things else ""

    def renamed(self, at: int, name: str) -> ThingList:
        """Return the list with one thing called something else; whatever names it still does."""
        owned = self.owned or []
        thing = {**owned[at], label_field(self.path): name}
        return self._with([*owned[:at], thing, *owned[at + 1 :]])

    def copied(self, at: int) -> ThingList:
        """Return the list with a copy of one thing right below it."""
        chosen = self.selected()
        owned = chosen.owned or []
        label = label_field(self.path)
        name = f"{self._name(owned[at])} (copy)"
        inherited = item_with_id(self.offered, owned[at].get("id")) or {}
        thing: Thing = {**inherited, **owned[at], label: name}
        if self.has_ids:
            thing["id"] = slug(name, taken=self._taken(owned), thing=self.thing)
        return chosen._with([*owned[: at + 1], thing, *owned[at + 1 :]])

    def moved(self, at: int, to: int) -> ThingList:
        """Return the list with one thing moved to another position."""
        owned = list(self.selected().owned or [])
        thing = owned.pop(at)
        owned.insert(max(0, min(to, len(owned))), thing)
        return self.selected()._with(owned)

    def removed(self, at: int) -> ThingList:
        """Return the list without one thing, which is parked with all that was said of it."""
        chosen = self.selected()
        owned = chosen.owned or []
        answers = chosen.answers
        if set(owned[at]) - set(WRITTEN_WHEN_TICKED) or self._is_own(owned[at]):
            answers = answers.with_parked(self._parked_key(self.key_of(owned[at])), owned[at])
        rest = [thing for index, thing in enumerate(owned) if index != at]
        return ThingList(answers, self.pack, self.where, self.thing)._with(rest)

    def position(self, key: str) -> int | None:
        """Return where the thing with *key* stands in the owner's list."""
        owned = self.owned or []
        return next((at for at, one in enumerate(owned) if self.key_of(one) == key), None)

    def _added(self, name: str) -> ThingList:
        owned = self.owned or []
        for thing in [*self.offered, *self._set_aside()]:
            if self._name(thing).casefold() == name.casefold():
                key = self.key_of(thing)
                return self if key in map(self.key_of, owned) else self._put_in(key)
        new: Thing = {label_field(self.path): name}
        if self.has_ids:
            new = {"id": slug(name, taken=self._taken(owned), thing=self.thing), **new}
        return self._with([*owned, new])

    def _with(self, things: Sequence[Thing]) -> ThingList:
        answers = with_value_at(self.answers, self.where, list(things))
        return ThingList(answers, self.pack, self.where, self.thing)

    def _name(self, thing: Thing) -> str:
        if self.has_ids and not any(isinstance(step, int) for step in self.where):
            return name_of(self.pack, self.path, thing)
        return str(thing.get(label_field(self.path)) or "unnamed")

    def _entry(self, thing: Thing, *, ticked: bool = True, index: int | None = None) -> Entry:
        return Entry(self._name(thing), ticked, index is None, index, self.key_of(thing))

    def _ticked(self, thing: Thing) -> Thing:
        """Return what the answers keep of a pack's thing: its name; the rest is inherited."""
        if not self.has_ids:
            return thing
        return {key: thing[key] for key in WRITTEN_WHEN_TICKED if key in thing}

    def _is_own(self, thing: Thing) -> bool:
        return self.key_of(thing) not in map(self.key_of, self.offered)

    def _put_in(self, key: str) -> ThingList:
        """Return the list with a thing of the pack's, or one set aside, where it belongs."""
        owned = self.owned or []
        parked = self.answers.parked.get(self._parked_key(key))
        offered = next((one for one in self.offered if self.key_of(one) == key), {})
        thing = dict(parked) if isinstance(parked, dict) else self._ticked(offered)
        at = self._place_for(key, [self.key_of(one) for one in owned])
        answers = self.answers.with_parked(self._parked_key(key), None)
        chosen = ThingList(answers, self.pack, self.where, self.thing)
        return chosen._with([*owned[:at], thing, *owned[at:]])

    def _with_absent(self, mine: list[Entry]) -> list[Entry]:
        """Return the entries with those that are not ticked put in where they would stand."""
        entries = list(mine)
        for thing in [*self.offered, *self._set_aside()]:
            keys = [entry.key for entry in entries]
            key = self.key_of(thing)
            if key not in keys:
                entries.insert(self._place_for(key, keys), self._entry(thing, ticked=False))
        return entries

    def _place_for(self, key: str, keys: Sequence[str]) -> int:
        """Return where a thing belongs among others: behind those that precede it in the pack."""
        offered = [self.key_of(one) for one in self.offered]
        if key not in offered or not set(offered) & set(keys):
            return len(keys)
        return position_among(keys, key, offered)

    def _set_aside(self) -> list[Thing]:
        """Return the owner's own things that were taken out and could come back."""
        start = self._parked_key("")
        parked: list[Any] = [
            value
            for key, value in self.answers.parked.items()
            if key.startswith(start) and "." not in key.removeprefix(start)
        ]
        return [thing for thing in parked if isinstance(thing, dict)]

    def _parked_key(self, key: str) -> str:
        return f"{parked_key(self.answers, self.where)}.{key.replace('.', ' ')}"

    def _taken(self, owned: Sequence[Thing]) -> set[str]:
        things = [*owned, *self.offered, *self._set_aside()]
        return {str(look_up(thing, ("id",))) for thing in things}
