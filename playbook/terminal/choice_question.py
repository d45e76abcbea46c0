"""Ask a question whose answers are listed: one of them, or several."""

from __future__ import annotations

import re
from collections.abc import Iterable

from playbook.interview.answer import in_words
from playbook.interview.choices import list_of_choices, options_for, parts_of
from playbook.interview.session import Session
from playbook.parse.reading import Option, pick, pick_numbers
from playbook.terminal.question import Means, TypedQuestion
from playbook.terminal.screen.screen import Line, Menu, MenuEntry, Prompt
from playbook.yamlfile import Plain

_NUMBERS = re.compile(r"[\d\s,;–-]+")


class ChoiceQuestion(TypedQuestion):
    """One question on its way to the choice of one answer."""

    read_back = "→ {}"
    may_be_changed = "Enter keeps your answer."

    @property
    def options(self) -> tuple[Option, ...]:
        """What the owner may choose."""
        return options_for(self.session)

    def introduce(self) -> None:
        """Show what was said or is suggested, and how to go on."""
        super().introduce()
        if not self.options:
            self.say("There is nothing to choose from yet. Type a name to add one, or skip.")

    def how_to_go_on(self) -> str:
        """Say how to choose."""
        if not self.options:
            return ""
        number = "" if self.screen.fills_in else "Type a number. "
        more = "A new name adds one. " if list_of_choices(self.session) else ""
        return f"{number}{more}{super().how_to_go_on()}".strip()

    def own_prompt(self) -> Prompt:
        """Return what to ask for, where nothing is asked back."""
        line = self._line_of(self.session.effective)
        if len(self.options) == 1:
            line = 0
        return _menu((MenuEntry(one.label) for one in self.options), line)

    def _line_of(self, value: Plain) -> int | None:
        values = [one.value for one in self.options]
        return values.index(str(value)) if value in values else None

    def nothing(self) -> Session | None:
        """Return the session after Enter on its own."""
        offered = (self.session.value, self.session.suggestion)
        if offered == (None, None) and len(self.options) == 1:
            return self.answer("1")
        return super().nothing()


class SeveralQuestion(ChoiceQuestion):
    """One question on its way to the choice of several answers."""

    def __init__(self, session: Session, means: Means) -> None:
        super().__init__(session, means)
        value = session.effective
        self._ticked = {str(one) for one in value} if isinstance(value, list) else set()
        self._cursor = 0

    def how_to_go_on(self) -> str:
        """Say how to choose."""
        if not self.options:
            return ""
        return "Enter goes on." if self.screen.fills_in else "Type numbers to tick. Enter goes on."

    def own_prompt(self) -> Prompt:
        """Return what to ask for, where nothing is asked back."""
        entries = (MenuEntry(one.label, ticked=one.value in self._ticked) for one in self.options)
        return _menu(entries, self._cursor)

    def nothing(self) -> Session | None:
        """Return the session with what is ticked as the answer."""
        known: list[Plain] = [one.value for one in self.options if one.value in self._ticked]
        if not known and self.session.value is None:
            return self.session.skipped()
        self.screen.show(Line(f"→ {in_words(self.session, known)}", "good"))
        return self.session.answered(known)

    def answer(self, text: str) -> Session | None:
        """Tick or untick what *text* names, and ask again."""
        if _NUMBERS.fullmatch(text):
            options = [self.options[at] for at in pick_numbers(text, len(self.options))]
        elif len(parts_of(text)) == 1:
            return super().answer(text)
        else:
            options = [pick(part, self.options) for part in parts_of(text)]
        self._toggle([option.value for option in options])
        return None

    def chosen(self, session: Session, value: Plain) -> Session:
        """Tick a value and ask again."""
        self._toggle([str(value)])
        return session

    def _toggle(self, values: list[str]) -> None:
        for value in values:
            self._ticked ^= {value}
            self._cursor = self._line_of(value) or 0


def _menu(entries: Iterable[MenuEntry], cursor: int | None) -> Prompt:
    listed = tuple(entries)
    return Prompt(menu=Menu(listed, cursor)) if listed else Prompt()
