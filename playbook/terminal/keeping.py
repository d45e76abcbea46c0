"""Keep every answer at once, and keep both when somebody changed the file meanwhile."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from playbook.answers.answers import Answers
from playbook.answers.file import ChangedMeanwhile
from playbook.draft.memory import Memory
from playbook.errors import PlaybookError, WorkspaceError
from playbook.interview.session import Session
from playbook.terminal.screen.keywords import Key, key_in
from playbook.terminal.screen.screen import Leaving, Line, Menu, MenuEntry, Prompt, Reason, Screen
from playbook.terminal.screen.signals import Interruptions
from playbook.text_width import shortened
from playbook.yamlfile import Plain


class Store(Protocol):
    """Where answers are kept."""

    @property
    def name(self) -> str:
        """What the place is called on the screen."""

    def save(self, answers: Answers) -> None:
        """Keep the answers; raise ChangedMeanwhile or another WorkspaceError."""

    def reload(self) -> Answers:
        """Return the answers as they are kept now."""

    def set_aside(self, today: datetime.date) -> str:
        """Keep a copy of the answers and return what it is called."""

    def remember(self, memory: Memory) -> None:
        """Keep what each question was when the owner last looked at it."""

    def bring(self, typed: str) -> str:
        """Copy a file of the owner's into their folder and return its path there."""


class Keeper:
    """Saves the answers after every change, and says so when that is not possible."""

    def __init__(
        self, store: Store, screen: Screen, answers: Answers, interruptions: Interruptions
    ) -> None:
        self.store = store
        self.saved = answers
        self.is_saved = True
        self._screen = screen
        self._interruptions = interruptions
        self._memory = Memory()

    def keep(self, session: Session) -> Session:
        """Save what changed, and return the session as it was saved."""
        while session.answers != self.saved:
            try:
                with self._interruptions.held():
                    self.store.save(session.answers)
                    self.saved, self.is_saved = session.answers, True
            except ChangedMeanwhile:
                session = self._with_both(session)
            except WorkspaceError as error:
                self.is_saved = False
                self._screen.show(Line(f"{error} Your answer is still here.", "notice"))
                self._wait("Enter tries again. quit leaves without saving it.")
        if session.memory is not self._memory:
            self._memory = session.memory
            self.store.remember(session.memory)
        return session

    def _with_both(self, session: Session) -> Session:
        theirs = self._reloaded()
        answers, both = merged(self.saved, session.answers, theirs)
        self._screen.show(
            Line(f"{self.store.name} was changed outside this interview meanwhile.", "notice"),
            Line("Those changes are kept, and what you answer here is added."),
        )
        if both and not self._mine_wins(session.answers, theirs, both):
            for path in both:
                answers = answers.with_value(path, theirs.get(path))
        self.saved = theirs
        return replace(session, draft=session.draft_of(answers), history=())

    def _reloaded(self) -> Answers:
        while True:
            try:
                return self.store.reload()
            except PlaybookError as error:
                self._screen.show(Line(str(error), "notice"))
                self._wait("Mend it in the file, save it there, then press Enter here; or quit.")

    def _mine_wins(self, mine: Answers, theirs: Answers, both: tuple[str, ...]) -> bool:
        for path in both:
            self._screen.show(
                Line(f"{path} was answered in both places.", "notice"),
                Line(f"Here: {_short(mine.get(path))}", indent=2),
                Line(f"In the file: {_short(theirs.get(path))}", indent=2),
            )
        entries = (MenuEntry("Keep what I answered here"), MenuEntry("Keep what the file says"))
        return self._screen.ask(Prompt(menu=Menu(entries, 0))).strip() != "2"

    def _wait(self, what: str) -> None:
        self._screen.show(Line(what, "faint"))
        if key_in(self._screen.ask(Prompt())) is Key.QUIT:
            raise Leaving(Reason.LEFT)


def _short(value: Plain) -> str:
    if isinstance(value, list):
        return f"a list of {len(value)}"
    return shortened(str(value), 70) if value is not None else "nothing"


def merged(base: Answers, mine: Answers, theirs: Answers) -> tuple[Answers, tuple[str, ...]]:
    """Return *theirs* with what changed from *base* to *mine*, and what both changed.

    Where both changed the same answer, *mine* is taken and its path returned.
    """
    before, ours, others = (_leaves(dict(one.data)) for one in (base, mine, theirs))
    result, both = theirs, []
    for path in ours.keys() | before.keys():
        if ours.get(path) == before.get(path):
            continue
        if others.get(path) != before.get(path) and others.get(path) != ours.get(path):
            both.append(".".join(path))
        result = _with(result, path, ours.get(path))
    return result, tuple(sorted(both))


def _leaves(value: Plain, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], Plain]:
    """Return every answer by its path; a list counts as one answer."""
    if not isinstance(value, dict):
        return {path: value}
    found: dict[tuple[str, ...], Plain] = {}
    for key, inner in value.items():
        if path == ("interview",):  # what was skipped and parked changes as a whole
            found[(*path, key)] = inner
        else:
            found.update(_leaves(inner, (*path, key)))
    return found


def _with(answers: Answers, path: tuple[str, ...], value: Plain) -> Answers:
    return Answers(_put(answers.data, path, value))


def _put(data: Mapping[str, Plain], path: tuple[str, ...], value: Plain) -> dict[str, Plain]:
    key, rest = path[0], path[1:]
    changed = dict(data)
    inner = changed.get(key)
    if rest:
        value = _put(inner if isinstance(inner, dict) else {}, rest, value) or None
    if value is None:
        changed.pop(key, None)
    else:
        changed[key] = value
    return changed
