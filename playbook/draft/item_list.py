"""Change a list of things: tick from the pack, add, copy, move, take out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from playbook.answers.references import mentions, repointed
from playbook.answers.slug import slug
from playbook.draft.draft import Draft
from playbook.draft.held import WRITTEN_WHEN_TICKED, Thing, has_unseen, is_unseen
from playbook.model.base import Item, Record, is_id
from playbook.model.paths import (
    general,
    ids_in,
    path_to,
    position_among,
    thing_with,
    things_in,
    with_ids,
)
from playbook.model.playbook import kinds_of_things, label_field
from playbook.parse.meaning import Unclear
from playbook.text_width import shortened
from playbook.yamlfile import Path

_NAMED = 3
"""So many names are told of many."""
_ROOM = 80
"""How much of what cannot be used is repeated."""


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
class ItemList:
    """A list of things at a path, as the owner sees it."""

    draft: Draft
    path: Path
    thing: str = "thing"
    """What one of them is called."""

    @property
    def field(self) -> str:
        """The list's path in general form, such as journey.touchpoints."""
        return general(self.path)

    @property
    def has_ids(self) -> bool:
        """Whether things of this kind are known by an id."""
        return issubclass(kinds_of_things().get(self.field, Record), Item)

    @property
    def is_owned(self) -> bool:
        """Whether the owner selected what is in it, be that nothing."""
        return isinstance(self.draft.said(self.path), list)

    @property
    def owned(self) -> list[Thing]:
        """What the owner selected so far."""
        return things_in(self.draft.said(self.path))

    @property
    def offered(self) -> list[Thing]:
        """What the pack proposes."""
        return things_in(self.draft.proposed(self.path))

    def key_of(self, thing: Thing) -> str:
        """Return what tells a thing from the others in its list."""
        return str(thing.get("id" if self.has_ids else label_field(self.field)) or "")

    def entries(self) -> tuple[Entry, ...]:
        """Return every thing in the list, and those that could be, in a steady order."""
        if not self.is_owned:
            return tuple(self._entry(one) for one in self.offered)
        entries = [self._entry(one, index=at) for at, one in enumerate(self.owned)]
        for thing in [*self.offered, *self._set_aside()]:
            keys = [entry.key for entry in entries]
            key = self.key_of(thing)
            if key not in keys:
                entries.insert(self._place_for(key, keys), self._entry(thing, ticked=False))
        return tuple(entries)

    def selected(self) -> ItemList:
        """Return the list as the owner's own selection: everything that is ticked."""
        owned = self.owned
        if not self.is_owned:
            return self._with([self._ticked(thing) for thing in self.offered])
        if not has_unseen(owned):
            return self
        return self._with([*map(self._seen, owned)])

    def opened(self) -> ItemList:
        """Return the list as the owner's to change; what has an id in it stays unseen."""
        return self.with_ids() if self.has_ids else self.selected()

    def toggled(self, key: str) -> ItemList:
        """Return the list with one entry ticked that was not, or taken out that was."""
        mine = self.opened()
        at = mine.position(key)
        return mine._put_in(key) if at is None else mine.removed(at)

    def added(self, name: str) -> ItemList:
        """Return the list with a new thing at its end, or with the pack's thing of that name.

        Adding one confirms no other: the rest of the pack's list stays suggestions.
        """
        return self.opened()._added(name)

    def with_ids(self) -> ItemList:
        """Return the list as the owner's, what is only offered so far in it by its ids alone."""
        if self.is_owned:
            return self
        return self._with([{"id": item_id} for item_id in ids_in(self.offered)])

    def holding(self, name: str) -> tuple[ItemList, int]:
        """Return the list with the thing that *name* means in it, and its position there.

        A list that is still the pack's becomes the owner's, its other things unseen. Where things
        have no ids, *name* is a number, and all the list is the owner's from then on: nothing says
        which of theirs stands for which of the pack's. Raise Unclear where *name* is neither.
        """
        if not self.has_ids:
            return self._holding_number(name)
        things = self.with_ids()
        if things.position(name) is None:
            if not is_id(name):
                what = f"“{shortened(name, _ROOM)}” cannot be an id"
                raise Unclear(f"{what}: write lower-case letters, digits and hyphens.")
            things = things._with([*things.owned, {"id": name}])
        return things, ids_in(things.owned).index(name)

    def _holding_number(self, name: str) -> tuple[ItemList, int]:
        owned = self.selected().owned
        # Python refuses to read a number of thousands of digits.
        number = int(name) if re.fullmatch(r"\d{1,4}", name) else 0
        if not 1 <= number <= len(owned) + 1:
            what = f"“{shortened(name, _ROOM)}” is not a number from 1 to {len(owned) + 1}."
            raise Unclear(what)
        added: list[Thing] = [{}] if number > len(owned) else []
        return self._with([*owned, *added]), number - 1

    def key_named(self, name: str) -> str:
        """Return the key of the thing in the owner's list that is called *name*."""
        keys = {self._name(one).casefold(): self.key_of(one) for one in self.owned}
        return keys.get(name.casefold(), "")

    def renamed(self, at: int, name: str) -> ItemList:
        """Return the list with one thing called something else; whatever names it still does."""
        owned = self.owned
        thing = {**self._seen(owned[at]), label_field(self.field): name}
        return self._with([*owned[:at], thing, *owned[at + 1 :]])

    def offered_as(self, at: int) -> str:
        """Return what the pack calls one of the owner's things, or an empty text."""
        offered = thing_with(self.offered, self.owned[at].get("id")) or {}
        return str(offered.get(label_field(self.field)) or "")

    def inherited(self, at: int) -> tuple[str, ...]:
        """Return the fields in which the pack's words still stand for a thing called otherwise.

        Those are none where its name shares a word with that of the pack's thing.
        """
        thing = self.owned[at]
        offered = thing_with(self.offered, thing.get("id")) or {}
        label = label_field(self.field)
        if not _are_different(str(thing.get(label) or ""), self.offered_as(at)):
            return ()
        return tuple(key for key in offered if key not in (*WRITTEN_WHEN_TICKED, label, *thing))

    def started_empty(self, at: int) -> ItemList:
        """Return the list with one thing of the pack's as the owner's own, which inherits nothing.

        What the owner said of it stays, and what names it still does.
        """
        owned, old = self.owned, str(self.owned[at]["id"])
        new = slug(self._name(owned[at]), taken=self._taken(owned), thing=self.thing)
        answers = repointed(self.draft.answers, self.field, old, new)
        mine = replace(self, draft=self.draft.with_answers(answers))
        owned = mine.owned
        return mine._with([*owned[:at], {**owned[at], "id": new}, *owned[at + 1 :]])

    def place_of(self, at: int, field: str, order: Sequence[str]) -> int:
        """Return where a thing at the end belongs, by a field whose values have an *order*.

        That is behind the last one that has the same value, or else behind all earlier ones:
        a “b” among “a c” belongs at 1. One without a known value counts as an early one.
        """
        values = [self.draft.holds((*self.path, one, field)) for one in range(at + 1)]
        ranks = [order.index(str(one)) if str(one) in order else -1 for one in values]
        alike = [one for one in range(at) if values[one] == values[at]]
        earlier = [one for one in range(at) if ranks[one] < ranks[at]]
        return max(alike or earlier, default=-1) + 1

    def copied(self, at: int) -> ItemList:
        """Return the list with a copy of one thing right below it."""
        mine = self.opened()
        owned = mine.owned
        inherited = thing_with(self.offered, owned[at].get("id")) or {}
        thing = mine._called({**inherited, **owned[at]}, f"{self._name(owned[at])} (copy)")
        return mine._with([*owned[: at + 1], thing, *owned[at + 1 :]])

    def moved(self, at: int, to: int) -> ItemList:
        """Return the list with one thing moved to another position."""
        mine = self.opened()
        owned = list(mine.owned)
        thing = owned.pop(at)
        owned.insert(max(0, min(to, len(owned))), thing)
        return mine._with(owned)

    def removed(self, at: int) -> ItemList:
        """Return the list without one thing, which is parked with all that was said of it.

        Taking one out confirms no other: the rest of the pack's list stays suggestions.
        """
        mine = self.opened()
        owned = mine.owned
        thing, key = owned[at], self.key_of(owned[at])
        is_own = key not in map(self.key_of, self.offered)
        if is_own or set(thing) - set(WRITTEN_WHEN_TICKED):
            mine = mine._with_parked(key, thing)
        return mine._with([*owned[:at], *owned[at + 1 :]])

    def position(self, key: str) -> int | None:
        """Return where the thing with *key* stands in the owner's list."""
        keys = [self.key_of(one) for one in self.owned]
        return keys.index(key) if key in keys else None

    def _added(self, name: str) -> ItemList:
        owned = self.owned
        for thing in [*self.offered, *self._set_aside()]:
            if self._name(thing).casefold() == name.casefold():
                key = self.key_of(thing)
                return self if key in map(self.key_of, owned) else self._put_in(key)
        return self._with([*owned, self._called({}, name)])

    def _called(self, thing: Thing, name: str) -> Thing:
        """Return another thing called *name*, with an id of its own where such things have one."""
        new: Thing = {label_field(self.field): name}
        if self.has_ids:
            new = {"id": slug(name, taken=self._taken(self.owned), thing=self.thing), **new}
        return {**thing, **new}

    def _with(self, things: Sequence[Thing]) -> ItemList:
        return replace(self, draft=self.draft.put(self.path, [*things]))

    def _with_parked(self, key: str, thing: Thing | None) -> ItemList:
        answers = self.draft.answers.with_parked(self._parked_key(key), thing)
        return replace(self, draft=self.draft.with_answers(answers))

    def _name(self, thing: Thing) -> str:
        return self.draft.name_of(self.field, thing)

    def _entry(self, thing: Thing, *, ticked: bool = True, index: int | None = None) -> Entry:
        is_suggested = index is None or is_unseen(thing)
        return Entry(self._name(thing), ticked, is_suggested, index, self.key_of(thing))

    def _ticked(self, thing: Thing) -> Thing:
        """Return what the answers keep of a pack's thing: its name; the rest is inherited."""
        if not self.has_ids:
            return thing
        return {key: thing[key] for key in WRITTEN_WHEN_TICKED if key in thing}

    def _seen(self, thing: Thing) -> Thing:
        """Return a thing of the owner's as they have now seen it."""
        offered = self._offered_by_key()
        return offered.get(self.key_of(thing), thing) if is_unseen(thing) else thing

    def _offered_by_key(self) -> dict[str, Thing]:
        """Return what the answers would keep of each of the pack's things."""
        return {self.key_of(thing): self._ticked(thing) for thing in self.offered}

    def _put_in(self, key: str) -> ItemList:
        """Return the list with a thing of the pack's, or one set aside, where it belongs."""
        owned = self.owned
        parked = self.draft.answers.parked.get(self._parked_key(key))
        offered = self._offered_by_key().get(key, {})
        thing = dict(parked) if isinstance(parked, dict) else offered
        at = self._place_for(key, [self.key_of(one) for one in owned])
        return self._with_parked(key, None)._with([*owned[:at], thing, *owned[at:]])

    def _place_for(self, key: str, keys: Sequence[str]) -> int:
        """Return where a thing belongs among others: behind those that precede it in the pack."""
        offered = [self.key_of(one) for one in self.offered]
        if key not in offered or not set(offered) & set(keys):
            return len(keys)
        return position_among(keys, key, offered)

    def _set_aside(self) -> list[Thing]:
        """Return the owner's own things that were taken out and could come back."""
        here = self._parked_key("")
        parked = self.draft.answers.parked.items()
        return things_in([one for key, one in parked if f"{key.rpartition('.')[0]}." == here])

    def _parked_key(self, key: str) -> str:
        return f"{self.draft.answers.parked_key(self.path)}.{key.replace('.', ' ')}"

    def _taken(self, owned: Sequence[Thing]) -> set[str]:
        return {str(thing.get("id")) for thing in [*owned, *self.offered, *self._set_aside()]}


def _are_different(name: str, other: str) -> bool:
    """Return whether two names share no word that says anything."""
    said = (name.casefold(), other.casefold())
    words = [set(re.findall(r"\w{4,}", one)) for one in said]
    return all(said) and said[0] != said[1] and not words[0] & words[1]


def losing(things: ItemList, item_id: str) -> tuple[str, ...]:
    """Return the names of what would be suggested with a thing of a list in it."""
    draft = things.draft
    found = mentions(draft.pack.suggests, things.field, item_id)
    names = dict.fromkeys(_called(draft, where) for _, where in found if _holds(draft, where))
    return tuple(names)


def in_short(names: tuple[str, ...]) -> str:
    """Return up to three names, and how many there are besides."""
    shown = [f"“{name}”" for name in names[:_NAMED]]
    if len(names) > _NAMED:
        return f"{', '.join(shown)} and {len(names) - _NAMED} more"
    return " and ".join([*filter(None, [", ".join(shown[:-1])]), shown[-1]])


def _called(draft: Draft, where: Path) -> str:
    """Return what a suggestion is about: a thing of a list, or a single answer."""
    dotted, is_in_list, _ = general(where).partition("[]")
    if not is_in_list:
        return draft.method.question_filling(dotted).label
    place = with_ids(draft.pack.suggests, where[: len(path_to(dotted)) + 1])
    thing: Any = draft.root.at(place).value or {}
    return draft.name_of(dotted, {"id": str(place[-1]), **thing})


def _holds(draft: Draft, where: Path) -> bool:
    """Return whether the suggestion at a place in the pack is not overruled by the owner."""
    return draft.root.at(with_ids(draft.pack.suggests, where)).origin == "pack"
