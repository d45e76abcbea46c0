"""Work on a list of things: tick what fits, add, describe, copy, move and take out."""

from __future__ import annotations

import re
from dataclasses import replace

from playbook.draft.item_list import Entry, ItemList
from playbook.draft.unseen import WRITTEN_WHEN_TICKED, Thing, has_unseen
from playbook.interview.session import Session
from playbook.model.paths import label_field
from playbook.parse.numbers import Unclear
from playbook.parse.reading import pick_numbers, typed
from playbook.terminal.adding import names_in, with_questions
from playbook.terminal.describing import describe
from playbook.terminal.question import Asking, Means
from playbook.terminal.removing import lost, mended, taken_back
from playbook.terminal.screen.keywords import SUMMARY, Command, command_in, key_in
from playbook.terminal.screen.screen import Line, Menu, MenuEntry, Prompt
from playbook.terminal.texts import plural
from playbook.text_width import shortened

_NUMBERS = re.compile(r"(?=.*\d)(?:[\d\s,;.–-]|and|&)+", re.IGNORECASE)


class Listing(Asking):
    """A list of things on its way to what the owner wants in it."""

    def __init__(self, session: Session, means: Means) -> None:
        super().__init__(session, means)
        self._cursor = 0
        self._explained = False
        self._listed: Session | None = None
        self._entries: tuple[Entry, ...] = ()

    @property
    def thing(self) -> str:
        """What one thing of the list is called."""
        return self.session.question.thing or "thing"

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is in the list, and what could be."""
        if self._listed is not self.session:
            # A long list is looked at many times for one prompt.
            self._listed, self._entries = self.session, self.session.things.entries()
        return self._entries

    def return_from(self, index: int) -> None:
        """Put the cursor on the thing the owner comes back from."""
        self._cursor = next((at for at, e in enumerate(self.entries) if e.index == index), 0)

    def introduce(self) -> None:
        """Show how to work on the list."""
        if not self._fits:
            words = self.in_words(self.session.value)
            self.say(f"Your earlier answer no longer fits: {words}. Please choose anew.")
        many = plural(self.thing)
        if not self.entries:
            self.screen.show(Line(f"No {many} yet. Type a name to add one.", "faint"))
            return
        if self.session.things.owned is None:
            self.screen.show(Line("So far, all of these are suggestions.", "offer"))
        elif has_unseen(self.session.value):
            self.screen.show(Line("So far, those you did not add are suggestions.", "offer"))
        ticks = "" if self.screen.fills_in else "Type numbers to tick or untick. "
        self.screen.show(Line(f"{ticks}Type a name to add one.", "faint"))
        if self._shows_commands:
            self.screen.show(Line(SUMMARY, "faint"))
        self.screen.show(Line("Enter on its own: the list is right.", "faint"))

    @property
    def _shows_commands(self) -> bool:
        frame = self.session.frame
        return bool(frame.chapter or frame.within or self._explained)

    def explain(self) -> None:
        """Explain the question and what can be done to a list."""
        self._explained = True
        super().explain()

    def prompt(self) -> Prompt:
        """Return what to ask for."""
        if not self.entries:
            return Prompt()
        owned = self.session.things.owned or []
        entries = tuple(
            MenuEntry(
                one.name,
                "" if one.index is None else self._detail(owned[one.index]),
                ticked=one.ticked,
            )
            for one in self.entries
        )
        return Prompt(menu=Menu(entries, min(self._cursor, len(entries) - 1)))

    def _detail(self, thing: Thing) -> str:
        """Say how much was said about a thing."""
        said = len(set(thing) - {*WRITTEN_WHEN_TICKED, label_field(self.session.things.field)})
        return f"{said} answer{'s' if said != 1 else ''}" if said else ""

    def nothing(self) -> Session | None:
        """Return the session with the list as it is ticked."""
        session = self.session
        if not self.entries:
            return session.skipped()
        ticked = sum(entry.ticked for entry in self.entries)
        many = plural(self.thing) if ticked != 1 else self.thing
        self.screen.show(Line(f"→ {ticked} {many}", "good"))
        return session.accepted()

    def answer(self, text: str) -> Session | None:
        """Return the session with the list changed."""
        if _NUMBERS.fullmatch(text):
            return self._toggled(pick_numbers(text, len(self.entries)))
        command = command_in(text)
        return self._added(text) if command is None else self._command(command)

    def _command(self, command: Command) -> Session | None:
        word = command.word
        if word == "add":
            return self._added(command.rest or self._asked_name(f"Name of the {self.thing}"))
        if word == "undo":
            return self._undone()
        if word in ("all", "none"):
            wanted = word == "all"
            return self._toggled([i for i, e in enumerate(self.entries) if e.ticked != wanted])
        if not self.entries:
            raise Unclear("There is nothing in the list yet. Type a name to add one.")
        if word == "confirm" and command.rest[:1].isalpha():
            return self._confirmed(self._ticked_lines())
        return self._changed(word, command.rest)

    def _changed(self, word: str, rest: str) -> Session | None:
        """Return the session after something was done to the things with the numbers in *rest*."""
        if not rest and not self.screen.fills_in:
            raise Unclear(f"Say which one by its number, such as {word} 2.")
        numbers, _, name = rest.partition(" ") if word == "rename" else (rest, "", "")
        chosen = pick_numbers(numbers, len(self.entries)) if numbers else (self._cursor,)
        self._cursor = chosen[0]
        if word == "edit":
            return self._described(chosen[0])
        if word == "rename":
            return self._renamed(chosen[0], name.strip())
        if word == "confirm":
            return self._confirmed(chosen)
        if word == "copy":
            return self._copied(chosen[0])
        if word in ("move", "up", "down"):
            return self._moved(word, chosen)
        return self._toggled([at for at in chosen if self.entries[at].ticked])

    def _undone(self) -> Session:
        if not self.session.list_changed:
            raise Unclear("There is nothing to take back here.")
        after = self.session.undone()
        self.screen.show(Line(taken_back(self.session.things, after.things), "good"))
        return after

    def _added(self, text: str) -> Session:
        session, things = self.session, self.session.things
        keys = []
        names = names_in(text, things.field)
        for name in names:
            self._require_new(name)
            things = things.added(name)
            keys.append(things.key_named(name))
            self._cursor = self._line_of(things, keys[-1])
        added = with_questions(session.with_list(things), keys)
        back = "" if added.frames != session.frames else " (undo takes it back)"
        self.screen.show(*(Line(f"Added: {name}.{back}", "good") for name in names))
        return added

    def _require_new(self, name: str, but: str = "") -> None:
        """Raise Unclear where another thing in the list is called *name* already."""
        others = [one for one in self.entries if one.ticked and one.key != but]
        if any(one.name.casefold() == name.casefold() for one in others):
            raise Unclear(f"“{shortened(name, 60)}” is in the list already.")

    def _asked_name(self, label: str) -> str:
        text = typed(self.screen.ask(Prompt(label=label)))
        if not text or key_in(text):
            raise Unclear("Nothing was changed.")
        return text

    def _renamed(self, at: int, name: str) -> Session:
        """Return the session with one thing called something else, and ticked."""
        entry = self.entries[at]
        name = name or self._asked_name(f"New name for {shortened(entry.name, 40)}")
        things = self.session.things.selected()
        if not entry.ticked:
            things = things.toggled(entry.key)
        position = things.position(entry.key)
        if position is None:
            raise Unclear("Tick it first, then rename it.")
        self._require_new(" ".join(name.split()), entry.key)
        things = things.renamed(position, " ".join(name.split()))
        self.screen.show(Line(f"Renamed: {entry.name} → {name}. (undo takes it back)", "good"))
        return self.session.with_list(things)

    def _ticked_lines(self) -> tuple[int, ...]:
        return tuple(at for at, entry in enumerate(self.entries) if entry.ticked)

    def _confirmed(self, chosen: tuple[int, ...]) -> Session:
        """Return the session with all that is suggested about some things taken over."""
        session = self.session
        entries = [self.entries[at] for at in chosen if self.entries[at].ticked]
        if not entries:
            raise Unclear("Tick it first, then confirm it.")
        session = session.with_list(session.things.selected())
        for entry in entries:
            position = session.things.position(entry.key)
            if position is not None:
                session = session.with_thing_confirmed(position)
        what = f"{len(entries)} {plural(self.thing)}"
        what = f"“{entries[0].name}”" if len(entries) == 1 else what
        self.screen.show(Line(f"Confirmed: all that was suggested about {what}.", "good"))
        return session

    def _copied(self, at: int) -> Session:
        key = self.entries[at].key
        things = self.session.things.selected()
        position = things.position(key)
        if position is None:
            raise Unclear("Tick it first, then copy it.")
        things = things.copied(position)
        self.screen.show(Line("Copied. Type edit and its number to change the copy.", "good"))
        self._cursor = at + 1
        return self.session.with_list(things)

    def _line_of(self, things: ItemList, key: str) -> int:
        return next((at for at, one in enumerate(things.entries()) if one.key == key), 0)

    def _moved(self, word: str, chosen: tuple[int, ...]) -> Session:
        things = self.session.things.selected()
        position = things.position(self.entries[chosen[0]].key)
        if position is None:
            raise Unclear("Tick it first, then move it.")
        if word == "move" and len(chosen) < 2:
            raise Unclear("Say where to, such as move 5 1.")
        to = position + (1 if word == "down" else -1)
        if word == "move":
            to = self._ticked_before(chosen[1], position)
        entry = self.entries[chosen[0]]
        moved = things.moved(position, to)
        self._cursor = self._line_of(moved, entry.key)
        self.screen.show(Line(f"Moved: “{entry.name}” is number {self._cursor + 1} now.", "good"))
        return self.session.with_list(moved)

    def _ticked_before(self, line: int, position: int) -> int:
        """Return the place among the ticked things that a line of the list stands for.

        A line that is not ticked has no place of its own: the thing goes where it would be.
        """
        before = sum(one.ticked for one in self.entries[:line])
        is_further = not self.entries[line].ticked and before > position
        return before - 1 if is_further else before

    def _described(self, at: int) -> Session:
        session = self.session
        entry = self.entries[at]
        things = session.things.selected()
        if not entry.ticked:
            things = things.toggled(entry.key)
            self.screen.show(Line(f"“{entry.name}” is ticked now.", "good"))
        position = things.position(entry.key)
        if position is None or not session.question.each:
            raise Unclear("There is nothing more to say about it.")
        return describe(session.with_list(things), position, self.screen)

    def _toggled(self, positions: list[int] | tuple[int, ...]) -> Session:
        session = self.session
        things = session.things
        entries = self.entries
        for at in positions:
            self._cursor = at
            entry = entries[at]
            draft = mended(things, entry, self.screen) if entry.ticked else things.draft
            if draft is None:
                continue
            things = replace(things, draft=draft)
            if entry.ticked:
                self.screen.show(Line(f"Taken out: “{entry.name}”.", "good"))
                self.screen.show(*lost(things, entry, at + 1))
            things = things.toggled(entry.key)
        return session.with_list(things)

    def _edit(self) -> Session | None:
        return self._changed("edit", "")
