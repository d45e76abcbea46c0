"""Keep every answer at once, and ask what to do where that is not possible."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from playbook.answers.answers import Answers
from playbook.draft.memory import Memory
from playbook.interview.autosave import BothChanged, Kept, NotWritable, Outcome, Store, keep
from playbook.interview.session import Session
from playbook.terminal.screen.keywords import Key, key_in
from playbook.terminal.screen.screen import Leaving, Line, Menu, MenuEntry, Prompt, Reason, Screen
from playbook.terminal.screen.signals import Interruptions
from playbook.text_width import shortened
from playbook.yamlfile import Plain

_BOTH = Menu((MenuEntry("Keep what I answered here"), MenuEntry("Keep what the file says")), 0)


class Saver:
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
            with self._interruptions.held():
                outcome = keep(self.store, self.saved, session.answers)
                if isinstance(outcome, Kept):
                    self.saved, self.is_saved = outcome.answers, True
            session = self._answered(session, outcome)
        if session.memory is not self._memory:
            self._memory = session.memory
            self.store.remember(session.memory)
        return session

    def _answered(self, session: Session, outcome: Outcome) -> Session:
        """Return the session to be kept next, once the owner knows what happened."""
        if isinstance(outcome, Kept):
            return session
        if isinstance(outcome, BothChanged):
            self.saved = outcome.theirs
            draft = session.draft_of(self._together(outcome))
            return replace(session, draft=draft, history=())
        if isinstance(outcome, NotWritable):
            self.is_saved = False
            words = f"{outcome.reason} Your answer is still here."
            self._wait(words, "Enter tries again. quit leaves without saving it.")
            return session
        mend = "Mend it in the file, save it there, then press Enter here; or quit."
        self._wait(outcome.reason, mend)
        return session

    def _together(self, both: BothChanged) -> Answers:
        self._screen.show(
            Line(f"{self.store.name} was changed outside this interview meanwhile.", "notice"),
            Line("Those changes are kept, and what you answer here is added."),
        )
        for path in both.paths:
            self._screen.show(
                Line(f"{path} was answered in both places.", "notice"),
                Line(f"Here: {_short(both.mine.get(path))}", indent=2),
                Line(f"In the file: {_short(both.theirs.get(path))}", indent=2),
            )
        if both.paths and self._screen.ask(Prompt(menu=_BOTH)).strip() == "2":
            return both.with_theirs
        return both.with_mine

    def _wait(self, what: str, way_on: str) -> None:
        self._screen.show(Line(what, "notice"), Line(way_on, "faint"))
        if key_in(self._screen.ask(Prompt())) is Key.QUIT:
            raise Leaving(Reason.LEFT)


def _short(value: Plain) -> str:
    if isinstance(value, list):
        return f"a list of {len(value)}"
    if isinstance(value, Mapping):
        value = ", ".join(map(str, value.values()))
    return shortened(str(value), 70) if value is not None else "nothing"
