"""Ask about a list of things: tick what fits, add, describe, copy, move and take out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from playbook.draft.decisive import Decisive, brought_up_by, undecided_things
from playbook.draft.held import WRITTEN_WHEN_TICKED, Thing, has_unseen
from playbook.draft.item_list import Entry, ItemList, in_short
from playbook.draft.progress import minutes_for
from playbook.interview.answer import Heard, Query, doubted_name, in_words
from playbook.interview.review import state_in_words
from playbook.interview.session import Session
from playbook.interview.thing_list import (
    ROLES,
    Removal,
    Removed,
    ThingList,
    removal,
    taken_back,
)
from playbook.model.playbook import label_field
from playbook.parse.choices import Option, pick_numbers
from playbook.parse.meaning import Unclear
from playbook.parse.reading import one_line, typed
from playbook.terminal.numbered_menu import choose
from playbook.terminal.question import ANEW, Means, TypedQuestion
from playbook.terminal.screen.keywords import SUMMARY, command_in, key_in
from playbook.terminal.screen.screen import Line, Menu, MenuEntry, Prompt
from playbook.terminal.texts import counted, plural
from playbook.text_width import shortened

_NUMBERS = re.compile(r"(?=.*\d)(?:[\d\s,;.–-]|and|&)+", re.IGNORECASE)
_FEW_QUESTIONS = 3
"""So many questions about a thing are asked one after the other, without an overview."""
_NOW_OR_LATER = (Option("now", "Yes, now"), Option("later", "No, later"))
_KEEP_OR_EMPTY = (Option("keep", "Keep it"), Option("empty", "Start empty"))
_SHOWN = 5
"""So many answers that name a thing are shown."""


class ListQuestion(TypedQuestion):
    """A list of things on its way to what the owner wants in it."""

    def __init__(self, session: Session, means: Means) -> None:
        super().__init__(session, means)
        self._cursor = 0
        self._shows_all = False
        self._listed = ThingList.of(session)

    @property
    def thing(self) -> str:
        """What one thing of the list is called."""
        return self.session.things.thing

    @property
    def listed(self) -> ThingList:
        """What is in the list, and what could be."""
        if self._listed.session.draft is not self.session.draft:
            # A long list is looked at many times for one prompt.
            self._listed = ThingList.of(self.session)
        return self._listed

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The lines of the list."""
        return self.listed.entries

    def return_from(self, index: int) -> None:
        """Put the cursor on the thing the owner comes back from."""
        indexes = [entry.index for entry in self.entries]
        self._cursor = indexes.index(index) if index in indexes else 0

    def introduce(self) -> None:
        """Show how to work on the list."""
        if not self._fits:
            words = in_words(self.session.asking, self.session.value)
            self.say(f"Your earlier answer no longer fits: {words}. Please choose anew.")
        self.screen.show(*self._how_to_work())

    def _how_to_work(self) -> Iterator[Line]:
        if not self.entries:
            yield Line(f"No {plural(self.thing)} yet. Type a name to add one.", "faint")
            return
        if not self.session.things.is_owned:
            yield Line("So far, all of these are suggestions.", "offer")
        elif has_unseen(self.session.value):
            yield Line("So far, those you did not add are suggestions.", "offer")
        yield Line(f"{self.handling.tick_anew}Type a name to add one.", "faint")
        frame = self.session.frame
        if frame.chapter or frame.within or self._shows_all:
            yield Line(SUMMARY, "faint")
        yield Line("Enter on its own: the list is right.", "faint")

    def explain(self) -> None:
        """Explain the question and what can be done to a list."""
        self._shows_all = True
        super().explain()

    def own_prompt(self) -> Prompt:
        """Return what to ask for."""
        things = self.session.things.owned
        label = label_field(self.session.things.field)
        entries = tuple(
            MenuEntry(
                one.name,
                "" if one.index is None else _detail(things[one.index], label),
                ticked=one.ticked,
            )
            for one in self.entries
        )
        menu = Menu(entries, min(self._cursor, len(entries) - 1))
        return Prompt(lists=True, menu=menu)

    def nothing(self) -> Session | None:
        """Return the session with the list as it is ticked."""
        if not self.entries:
            return self.session.skipped()
        self._tell(f"→ {counted(len(self.listed.ticked), self.thing)}")
        listed = self._means.keep(self.session.with_list(self.session.things.selected()))
        return listed.through(self._next_inside(listed))

    def _next_inside(self, listed: Session) -> tuple[Decisive, ...]:
        """Return the things to go through now that the list is right, if the owner likes to."""
        if listed.frame.inside == "never":
            return ()
        brought_up, undecided = (
            brought_up_by(listed.draft, listed.question),
            undecided_things(listed.draft, listed.question),
        )
        if not undecided or not self._wants(_offer(listed, undecided)):
            return brought_up
        return (*brought_up, *undecided)

    def _wants(self, asked: Sequence[Line]) -> bool:
        """Return whether the owner says yes to what is *asked*, which Enter does."""
        menu = Menu.of(_NOW_OR_LATER, 0)
        return choose(self.screen, _NOW_OR_LATER, asked, menu=menu) == "now"

    def answer(self, text: str) -> Session | None:
        """Return the session with the list changed."""
        if _NUMBERS.fullmatch(text):
            return self._toggled(pick_numbers(text, len(self.entries)))
        command = command_in(text)
        if command is None:
            return self._settled(self._named(text))
        whole: dict[str, Callable[[str], Session]] = {
            "add": self._added,
            "undo": self._undone,
            "all": lambda _rest: self._toggled(self.listed.unticked),
            "none": lambda _rest: self._toggled(self.listed.ticked),
        }
        if command.word in whole:
            return whole[command.word](command.rest)
        return self._on_lines(command.word, command.rest)

    def _named(self, text: str) -> Heard:
        """Return a name to be added, with what to ask back where it reads like something else."""
        new = Heard(adds=text)
        doubt = doubted_name(text, self.session.today)
        return replace(new, query=Query(doubt, likeliest=new, typed=text)) if doubt else new

    def chosen(self, heard: Heard) -> Session:
        """Return the session with a name added to the list."""
        self._asked_back = False
        return self._added(heard.adds)

    def _on_lines(self, word: str, rest: str) -> Session:
        """Return the session after something was done to the things with the numbers in *rest*."""
        if not self.entries:
            raise Unclear("There is nothing in the list yet. Type a name to add one.")
        if rest.casefold() in ("all", "everything"):
            return self._confirmed(self.listed.ticked, "")
        if not rest and not self.screen.fills_in:
            raise Unclear(f"Say which one by its number, such as {word} 2.")
        numbers, _, name = rest.partition(" ") if word == "rename" else (rest, "", "")
        lines = pick_numbers(numbers, len(self.entries)) if numbers else (self._cursor,)
        self._cursor = lines[0]
        actions: dict[str, Callable[[Sequence[int], str], Session]] = {
            "edit": self._described,
            "rename": self._renamed,
            "confirm": self._confirmed,
            "copy": self._copied,
            "move": self._moved_to,
            "up": partial(self._moved_by, -1),
            "down": partial(self._moved_by, 1),
            "remove": self._removed,
        }
        return actions[word](lines, name)

    def _added(self, text: str) -> Session:
        added, names = self.listed.added(text or self._asked_name(f"Name of the {self.thing}"))
        stays = added.frames == self.session.frames
        for name in names:
            self._tell(f"Added: {name}.{' (undo takes it back)' if stays else ''}")
        return self._at_thing(added, added.things.key_named(names[-1])) if stays else added

    def _undone(self, _rest: str) -> Session:
        if not self.session.list_changed:
            raise Unclear("There is nothing to take back here.")
        after = self.session.undone()
        self._tell(taken_back(self.session.things, after.things))
        return after

    def _renamed(self, lines: Sequence[int], name: str) -> Session:
        before = self.entries[lines[0]].name
        name = one_line(name or self._asked_name(f"New name for {shortened(before, 40)}"))
        after = self.listed.renamed(lines[0], name)
        self._tell(f"Renamed: {before} → {name}. (undo takes it back)")
        return self._kept_or_empty(after, lines[0])

    def _kept_or_empty(self, after: Session, at: int) -> Session:
        """Return the session after it was asked what becomes of words meant for another thing."""
        after = self._means.keep(after)
        renamed = ThingList.of(after)
        told = renamed.still_of_another(at)
        if not told:
            return after
        menu = Menu.of(_KEEP_OR_EMPTY, 0)
        lines = (Line(told, "notice"), Line("Keep that, or start empty?", "question"))
        if choose(self.screen, _KEEP_OR_EMPTY, lines, menu=menu) != "empty":
            return after
        self._tell("It starts empty.")
        return renamed.started_empty(at)

    def _confirmed(self, lines: Sequence[int], _name: str) -> Session:
        after, names = self.listed.confirmed(lines)
        what = f"“{names[0]}”" if len(names) == 1 else counted(len(names), self.thing)
        self._tell(f"Confirmed: all that was suggested about {what}.")
        return after

    def _copied(self, lines: Sequence[int], _name: str) -> Session:
        after = self.listed.copied(lines[0])
        self._tell("Copied. Type edit and its number to change the copy.")
        self._cursor += 1
        return after

    def _moved_to(self, lines: Sequence[int], _name: str) -> Session:
        if len(lines) < 2:
            raise Unclear("Say where to, such as move 5 1.")
        return self._moved(lines, self.listed.moved_to(lines[0], lines[1]))

    def _moved_by(self, step: int, lines: Sequence[int], _name: str) -> Session:
        return self._moved(lines, self.listed.moved_by(lines[0], step))

    def _moved(self, lines: Sequence[int], after: Session) -> Session:
        entry = self.entries[lines[0]]
        after = self._at_thing(after, entry.key)
        self._tell(f"Moved: “{entry.name}” is number {self._cursor + 1} now.")
        return after

    def _removed(self, lines: Sequence[int], _name: str) -> Session:
        return self._toggled(sorted({*lines} & {*self.listed.ticked}))

    def _described(self, lines: Sequence[int], _name: str) -> Session:
        """Return the session inside a thing, at the question the owner wants to begin with."""
        entry = self.entries[lines[0]]
        inside = self.listed.described(lines[0])
        if not entry.ticked:
            self._tell(f"“{entry.name}” is ticked now.")
        rows = [inside.at(number) for number in range(len(inside.frame.questions))]
        if len(rows) <= _FEW_QUESTIONS:
            return inside
        entries = [MenuEntry(row.question.label, state_in_words(row, row.path)) for row in rows]
        options = [Option(str(at), entry.label) for at, entry in enumerate(entries)]
        said = [row.value for row in rows]
        menu = Menu(tuple(entries), said.index(None) if None in said else 0)
        chosen = choose(self.screen, options, _about(inside.frame.title), menu=menu)
        return inside.left() if chosen is None else rows[int(chosen)]

    def _toggled(self, lines: Iterable[int]) -> Session:
        things = self.session.things
        for at in lines:
            self._cursor = at
            entry = self.entries[at]
            if entry.ticked:
                things = self._without(removal(things, entry))
            else:
                things = things.toggled(entry.key)
        return self.session.with_list(things)

    def _without(self, going: Removal) -> ItemList:
        """Return the list without a thing, or with it where answers name it and it shall stay."""
        name = going.entry.name
        chosen: str | None = "open"
        if going.named_by:
            chosen = choose(self.screen, going.choices, tuple(_naming(going)))
        instead = self._other(going) if chosen == "other" else None
        if chosen != "open" and instead is None:
            self._tell(f"“{name}” stays.")
            return going.things
        removed = going.done(instead)
        self._tell(f"Taken out: “{name}”.")
        self.screen.show(*_lost(removed, self._cursor + 1))
        return removed.things

    def _other(self, going: Removal) -> str | None:
        options = [Option(one.key, one.name) for one in going.others]
        return choose(self.screen, options, (Line("Which one?", "question"),))

    def _asked_name(self, label: str) -> str:
        text = typed(self.screen.ask(Prompt(label=label)))
        doubt = doubted_name(text, self.session.today)
        if doubt:
            self.say(f"{doubt}{ANEW}")
            filled = text if self.screen.fills_in else ""
            text = typed(self.screen.ask(Prompt(label=label, filled=filled))) or text
        if not text or key_in(text):
            raise Unclear("Nothing was changed.")
        return text

    def _at_thing(self, after: Session, key: str) -> Session:
        """Return a session, with the cursor on one thing of its list."""
        self._listed = ThingList.of(after)
        self._cursor = self._listed.line_of(key)
        return after

    def _edit(self) -> Session | None:
        return self._on_lines("edit", "")

    def _tell(self, text: str) -> None:
        self.screen.show(Line(text, "good"))


def _detail(thing: Thing, label: str) -> str:
    """Say how much was said about a thing."""
    said = len(set(thing) - {*WRITTEN_WHEN_TICKED, label})
    return counted(said, "answer") if said else ""


def _offer(listed: Session, things: Sequence[Decisive]) -> tuple[Line, ...]:
    """Say how many things decide, and how long it takes to describe them."""
    mark = listed.question.decisive_by
    own = sum(one.is_in_doubt for one in things)
    sure = counted(len(things) - own, mark.replace("_", " ") or listed.things.thing)
    parts = [sure] * (own < len(things)) + [f"{own} of your own"] * (own > 0)
    minutes = counted(minutes_for(listed.draft, things), "minute")
    it = "it" if len(things) == 1 else "them"
    asked = f"{' and '.join(parts)}: describe {it} now? About {minutes}."
    return (
        Line(""),
        Line(asked, "question"),
        Line("Enter goes through what is open, one by one; done leaves it at any time.", "faint"),
    )


def _about(title: str) -> tuple[Line, ...]:
    return (
        Line(""),
        Line(title, "title"),
        Line("Enter goes through them from the one offered. A number goes to that one.", "faint"),
        Line("done, at any question, comes back to the list.", "faint"),
    )


def _naming(going: Removal) -> Iterator[Line]:
    """Say which answers name a thing that is to be taken out."""
    count = len(going.named_by)
    told = f"{count} of your answers name" if count > 1 else "One of your answers names"
    yield Line(f"{told} “{going.entry.name}”:", "notice")
    for words in going.named_by[:_SHOWN]:
        yield Line(f"– {words}", indent=2)
    if count > _SHOWN:
        yield Line(f"– and {count - _SHOWN} more", indent=2)


def _lost(removed: Removed, number: int) -> Iterator[Line]:
    """Say which suggestions go without a thing that was taken out, and what keeps it."""
    if not removed.loses:
        return
    names = in_short(removed.loses)
    if removed.heir:
        yield Line(f"“{removed.heir}” takes over: {names}.", "offer")
        return
    loss = "These suggestions named it and are open again"
    if removed.things.field == ROLES:
        loss = "Nobody has this any more, until you say who"
    yield Line(f"{loss}: {names}.", "notice")
    hint = f"If only the word is wrong, type rename {number}: that puts everything back."
    yield Line(hint, "faint")
