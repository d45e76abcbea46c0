"""Work on a list of things by its lines: add, rename, confirm, copy, move and describe."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from playbook.draft.item_list import Entry, ItemList
from playbook.interview.additions import names_in, with_questions
from playbook.interview.frame import spread
from playbook.interview.session import Session
from playbook.model.paths import path_to
from playbook.parse.numbers import Unclear
from playbook.text_width import shortened


@dataclass(frozen=True, slots=True)
class ThingList:
    """The list of a question, with its lines as they are shown: what is ticked and what could be.

    What cannot be done raises Unclear, which says why.
    """

    session: Session
    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, session: Session) -> ThingList:
        """Return the list of the question that is asked."""
        return cls(session, session.things.entries())

    @property
    def ticked(self) -> tuple[int, ...]:
        """The lines that are ticked."""
        return tuple(at for at, entry in enumerate(self.entries) if entry.ticked)

    def line_of(self, key: str) -> int:
        """Return the line of the thing with a key."""
        return next((at for at, one in enumerate(self.entries) if one.key == key), 0)

    def added(self, text: str) -> tuple[Session, list[str]]:
        """Return the session with the things named in a text in the list, and their names.

        It is inside the first of them where something about it cannot wait.
        """
        things, keys = self.session.things, []
        names = names_in(text, things.field)
        for name in names:
            self._require_new(name)
            things = things.added(name)
            keys.append(things.key_named(name))
        return with_questions(self.session.with_list(things), keys), names

    def renamed(self, at: int, name: str) -> Session:
        """Return the session with one thing called something else, and ticked."""
        things, position = self._with_ticked(at)
        self._require_new(name, but=self.entries[at].key)
        return self.session.with_list(things.renamed(position, name))

    def confirmed(self, lines: Iterable[int]) -> tuple[Session, list[str]]:
        """Return the session with all that is suggested about some things taken over.

        Return their names as well: what is not ticked is left out.
        """
        entries = [self.entries[at] for at in lines if self.entries[at].ticked]
        if not entries:
            raise Unclear("Tick it first, then confirm it.")
        things = self.session.things.selected()
        draft = things.draft
        for entry in entries:
            within = (*things.path, things.position(entry.key) or 0)
            for question in spread(self.session.question.each):
                held = draft.held(path_to(question.fills, within))
                if held.origin == "pack":
                    draft = draft.put(path_to(question.fills, within), held.value)
        names = [entry.name for entry in entries]
        return self.session.with_list(replace(things, draft=draft)), names

    def copied(self, at: int) -> Session:
        """Return the session with a copy of one thing below it."""
        position = self._position(at, "copy")
        return self.session.with_list(self.session.things.copied(position))

    def moved_by(self, at: int, steps: int) -> Session:
        """Return the session with one thing further up or down."""
        position = self._position(at, "move")
        return self.session.with_list(self.session.things.moved(position, position + steps))

    def moved_to(self, at: int, line: int) -> Session:
        """Return the session with one thing at a line.

        A line that is not ticked has no place of its own: the thing goes where it would be.
        """
        position = self._position(at, "move")
        before = sum(one.ticked for one in self.entries[:line])
        is_further = not self.entries[line].ticked and before > position
        return self.session.with_list(self.session.things.moved(position, before - is_further))

    def described(self, at: int) -> Session:
        """Return the session inside one thing, which is ticked with that."""
        if not self.session.question.each:
            raise Unclear("There is nothing more to say about it.")
        things, position = self._with_ticked(at)
        return self.session.with_list(things).in_thing(position)

    def _with_ticked(self, at: int) -> tuple[ItemList, int]:
        """Return the list with one thing ticked, and its position in it."""
        things, entry = self.session.things.selected(), self.entries[at]
        if not entry.ticked:
            things = things.toggled(entry.key)
        position = things.position(entry.key)
        assert position is not None
        return things, position

    def _position(self, at: int, verb: str) -> int:
        position = self.session.things.selected().position(self.entries[at].key)
        if position is None:
            raise Unclear(f"Tick it first, then {verb} it.")
        return position

    def _require_new(self, name: str, but: str = "") -> None:
        """Raise Unclear where another thing in the list is called *name* already."""
        others = [one for one in self.entries if one.ticked and one.key != but]
        if any(one.name.casefold() == name.casefold() for one in others):
            raise Unclear(f"“{shortened(name, 60)}” is in the list already.")


def taken_back(before: ItemList, after: ItemList) -> str:
    """Say what the last change to a list was, now that it is taken back."""
    was, now = ({one.name for one in things.entries() if one.ticked} for things in (before, after))
    if now - was:
        return f"Taken back: “{min(now - was)}” is in the list again."
    if was - now:
        return f"Taken back: “{min(was - now)}” is no longer in the list."
    return "The last change to the list is taken back."
