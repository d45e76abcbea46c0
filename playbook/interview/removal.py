"""Take a thing out of its list: what names it, what to do with that, and what goes with it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from playbook.answers.references import described, pointers, repointed
from playbook.draft.item_list import Entry, ItemList
from playbook.draft.losses import losing
from playbook.parse.reading import Option

ROLES = "people.roles"


@dataclass(frozen=True, slots=True)
class Removal:
    """A thing that somebody wants to take out, and what they have to decide before."""

    things: ItemList
    entry: Entry
    named_by: tuple[str, ...]
    """The answers that name it, in words. Each is left open, or names another thing."""

    @property
    def others(self) -> tuple[Entry, ...]:
        """The things that they can name instead."""
        key = self.entry.key
        return tuple(one for one in self.things.entries() if one.ticked and one.key != key)

    @property
    def choices(self) -> tuple[Option, ...]:
        """What can be done about the answers that name it."""
        leave = Option("open", "Take it out and leave those open")
        turn = Option("other", "Take it out and name another one there")
        keep = Option("keep", f"Keep “{self.entry.name}”")
        return (leave, turn, keep) if self.others else (leave, keep)

    def done(self, instead: str | None = None) -> Removed:
        """Return the list without the thing, what names it naming the one with a key *instead*."""
        things, key = self.things, self.entry.key
        if self.named_by:
            answers = repointed(things.draft.answers, things.field, key, instead)
            things = replace(things, draft=things.draft.with_answers(answers))
        loses = losing(things, key) if things.has_ids else ()
        left = self.others if things.field == ROLES else ()
        return Removed(things.toggled(key), loses, left[0].name if len(left) == 1 else "")


@dataclass(frozen=True, slots=True)
class Removed:
    """A list from which a thing was taken out."""

    things: ItemList
    loses: tuple[str, ...]
    """The names of the suggestions that go without it now."""
    heir: str
    """The name of the only thing that is left, which takes them over."""


def removal(things: ItemList, entry: Entry) -> Removal:
    """Return what taking out a thing of a list comes with."""
    answers = things.draft.answers
    found = pointers(answers, things.field, entry.key) if things.has_ids else ()
    named_by = tuple(described(answers, pointer) for pointer in found)
    return Removal(things, entry, named_by)
