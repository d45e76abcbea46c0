"""Work on a list of things by its lines: add, rename, confirm, copy, move, describe, take out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from playbook.answers.references import described, pointers, repointed
from playbook.draft.draft import Draft
from playbook.draft.held import PLACED_BY
from playbook.draft.item_list import Entry, ItemList, in_short, losing
from playbook.interview.frame import Frame
from playbook.interview.session import Session
from playbook.method.contact import spread
from playbook.method.models import Question
from playbook.model.paths import path_to
from playbook.model.playbook import label_field
from playbook.parse.choices import Option
from playbook.parse.meaning import Unclear
from playbook.parse.reading import lines
from playbook.text_width import shortened
from playbook.yamlfile import Path, Plain

ROLES = "people.roles"
FEW = 2
"""So many questions about a thing inside another thing are asked at once."""
_ASKED_AT_ONCE = (*PLACED_BY, "roles")
_BETWEEN_NAMES = re.compile(r"\s*(?:,|\band\b|&)\s*")


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
    def ticked(self) -> list[int]:
        """The lines that are ticked."""
        return [at for at, entry in enumerate(self.entries) if entry.ticked]

    @property
    def unticked(self) -> list[int]:
        """The lines that are not ticked."""
        return sorted({*range(len(self.entries))} - {*self.ticked})

    def line_of(self, key: str) -> int:
        """Return the line of the thing with a key."""
        return [entry.key for entry in self.entries].index(key)

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
        return _with_questions(self.session.with_list(things), keys), names

    def renamed(self, at: int, name: str) -> Session:
        """Return the session with one thing called something else, and ticked."""
        things, position = self._with_ticked(at)
        self._require_new(name, but=self.entries[at].key)
        return self.session.with_list(things.renamed(position, name))

    def still_of_another(self, at: int) -> str:
        """Say what is said about a thing in words meant for another, or nothing."""
        things, position = self._with_ticked(at)
        return still_of_another(things, position, self.session.question)

    def started_empty(self, at: int) -> Session:
        """Return the session with one thing that inherits nothing from the starter pack."""
        things, position = self._with_ticked(at)
        return self.session.with_list(things.started_empty(position))

    def confirmed(self, among: Iterable[int]) -> tuple[Session, list[str]]:
        """Return the session with all that is suggested about some things taken over.

        Return their names as well: what is not ticked is left out.
        """
        entries = [self.entries[at] for at in sorted({*among} & {*self.ticked})]
        if not entries:
            raise Unclear("Tick it first, then confirm it.")
        things = self.session.things.opened()
        questions = spread(self.session.question.each)
        draft = things.draft
        for entry in entries:
            within = (*things.path, _position(things, entry.key, "confirm"))
            draft = _with_suggestions(draft, questions, within)
        names = [entry.name for entry in entries]
        return self.session.with_list(replace(things, draft=draft)), names

    def copied(self, at: int) -> Session:
        """Return the session with a copy of one thing below it."""
        things = self.session.things.opened()
        position = _position(things, self.entries[at].key, "copy")
        return self.session.with_list(things.copied(position))

    def moved_by(self, at: int, steps: int) -> Session:
        """Return the session with one thing further up or down."""
        things = self.session.things.opened()
        position = _position(things, self.entries[at].key, "move")
        return self.session.with_list(things.moved(position, position + steps))

    def moved_to(self, at: int, line: int) -> Session:
        """Return the session with one thing at a line.

        A line that is not ticked has no place of its own: the thing goes where it would be.
        """
        things = self.session.things.opened()
        position = _position(things, self.entries[at].key, "move")
        before = sum(one.ticked for one in self.entries[:line])
        is_further = not self.entries[line].ticked and before > position
        return self.session.with_list(things.moved(position, before - is_further))

    def described(self, at: int) -> Session:
        """Return the session inside one thing, which is ticked with that."""
        if not self.session.question.each:
            raise Unclear("There is nothing more to say about it.")
        things, position = self._with_ticked(at)
        return self.session.with_list(things).in_thing(position)

    def _with_ticked(self, at: int) -> tuple[ItemList, int]:
        """Return the list with one thing ticked, and its position in it."""
        things, entry = self.session.things.opened(), self.entries[at]
        if not entry.ticked:
            things = things.toggled(entry.key)
        return things, _position(things, entry.key, "use")

    def _require_new(self, name: str, but: str = "") -> None:
        """Raise Unclear where another thing in the list is called *name* already."""
        taken = {one.name.casefold(): one.key for one in self.entries if one.ticked}
        if taken.get(name.casefold(), but) != but:
            raise Unclear(f"“{shortened(name, 60)}” is in the list already.")


def still_of_another(things: ItemList, at: int, question: Question) -> str:
    """Say what is said about a thing in words that the pack meant for another, or nothing."""
    inherited = things.inherited(at)
    labels = tuple(one.label for one in question.each if one.fills in inherited)
    what = f"What it says there is still meant for “{things.offered_as(at)}”"
    return f"{what}: {in_short(labels)}." if labels else ""


def said_of_new_name(draft: Draft, named: Question, within: Path, about: Question) -> str:
    """Say whose words stand for a thing that has just been *named*, or nothing.

    It stands at *within*, in the list that the question *about* fills.
    """
    things = ItemList(draft, within[:-1])
    if not things.has_ids or named.fills != label_field(things.field):
        return ""
    return still_of_another(things, int(within[-1]), about)


def _position(things: ItemList, key: str, verb: str) -> int:
    position = things.position(key)
    if position is None:
        raise Unclear(f"Tick it first, then {verb} it.")
    return position


def _with_suggestions(draft: Draft, questions: Iterable[Question], within: Path) -> Draft:
    """Return the draft with all that is suggested about one thing as the owner's."""
    for question in questions:
        path = path_to(question.fills, within)
        held = draft.held(path)
        if held.origin == "pack":
            draft = draft.put(path, held.value)
    return draft


def taken_back(before: ItemList, after: ItemList) -> str:
    """Say what the last change to a list was, now that it is taken back."""
    was, now = _names(before), _names(after)
    if now - was:
        return f"Taken back: “{min(now - was)}” is in the list again."
    if was - now:
        return f"Taken back: “{min(was - now)}” is no longer in the list."
    return "The last change to the list is taken back."


def _names(things: ItemList) -> set[str]:
    return {entry.name for entry in things.entries() if entry.ticked}


def names_in(text: str, path: str) -> list[str]:
    """Return the names to add to the list at *path*: one a line, and of people also in a row."""
    found = list(lines(text))
    if path != "people.people" or len(found) != 1:
        return found
    people = list(filter(None, _BETWEEN_NAMES.split(found[0])))
    is_a_row = "," in found[0] or len(people) == 2
    are_short = all(len(one.split()) <= 3 for one in people)
    return people if is_a_row and are_short else found


def _with_questions(session: Session, keys: Iterable[str]) -> Session:
    """Return the session inside the things just added, where something is to be asked at once."""
    frames: list[Frame] = []
    for key in keys:
        position = _position(session.things, key, "use")
        questions = _asked_at_once(session, (*session.path, position))
        if questions:
            frames.insert(0, session.in_thing(position, questions=questions).frame)
    return replace(session, frames=(*session.frames, *frames))


def _asked_at_once(session: Session, within: Path) -> tuple[Question, ...]:
    """Return the questions about a new thing that nobody has answered and that cannot wait."""
    about = spread(session.question.each)[1:]
    if not session.frame.within or len(about) > FEW:
        about = tuple(one for one in about if one.fills in _ASKED_AT_ONCE)
    return tuple(one for one in about if _is_open(session.draft, one, within))


def _is_open(draft: Draft, question: Question, within: Path) -> bool:
    held = draft.held(path_to(question.fills, within))
    return held.origin == "nobody" and draft.is_asked(question, within)


def answered_in_place(session: Session, value: Plain) -> Session:
    """Return the session with an answer; what the answer gives a place is moved there.

    A thing added to the end of a list goes behind the last one that has the same place: one of
    the place “a”, added behind things of the places “a b”, goes between them. Where none has
    it, the thing goes behind those of earlier places.
    """
    fills, within = session.question.fills, session.frame.within
    if fills not in PLACED_BY or not within or session.effective is not None:
        return session.answered(value)
    where, at = within[:-1], int(within[-1])
    placed = session.written(value)
    order = [one.value for one in session.asking.options]
    things = ItemList(placed.draft, where)
    to = things.place_of(at, fills, order)
    moved = placed.with_draft(things.moved(at, to).draft, session.path)
    frames = tuple(_following(frame, where, at, to) for frame in moved.frames)
    return replace(moved, frames=frames).forward()


def _following(frame: Frame, where: Path, at: int, to: int) -> Frame:
    """Return a row of questions about the same thing, after one of the list moved to the front.

    After the thing at 3 moved to 1, what is asked about the one at 2 is asked about that at 3.
    """
    if frame.within[:-1] != where:
        return frame
    before = int(frame.within[-1])
    now = to if before == at else before + (to <= before < at)
    return replace(frame, within=(*where, now))


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
        draft, field, key = self.things.draft, self.things.field, self.entry.key
        draft = draft.with_answers(repointed(draft.answers, field, key, instead))
        things = replace(self.things, draft=draft)
        left = self.others if field == ROLES else ()
        heir = left[0].name if len(left) == 1 else ""
        return Removed(things.toggled(key), losing(things, key), heir)


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
    found = pointers(answers, things.field, entry.key)
    return Removal(things, entry, tuple(described(answers, pointer) for pointer in found))
