"""Ask a question whose answers are listed: one of them, or several."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from playbook.draft.item_list import ItemList
from playbook.draft.unseen import PLACED_BY
from playbook.interview.choices import list_of_choices, options_for
from playbook.interview.session import Session
from playbook.model.paths import path_to
from playbook.parse.numbers import Unclear
from playbook.parse.reading import Option, pick, pick_numbers
from playbook.terminal.adding import answered_in_place
from playbook.terminal.numbered_menu import menu_of
from playbook.terminal.question import Asking, Means
from playbook.terminal.screen.keywords import Key
from playbook.terminal.screen.screen import Line, Menu, MenuEntry, Prompt
from playbook.terminal.texts import singular
from playbook.text_width import shortened
from playbook.yamlfile import Plain

_NEARLY = 0.75
"""How alike two names are of which one may be a slip of the other."""
_NEAR_OFFERED = 3
_ADD, _NONE = "add it", "choose again"  # no id has a space in it


class Choosing(Asking):
    """One question on its way to the choice of one answer."""

    def __init__(self, session: Session, means: Means) -> None:
        super().__init__(session, means)
        self._new = ""

    @property
    def options(self) -> tuple[Option, ...]:
        """What the owner may choose."""
        session = self.session
        return options_for(session.draft, session.question, session.path)

    @property
    def listed(self) -> str:
        """The list whose things are the choices, or an empty text."""
        return list_of_choices(self.session.question, self.session.path)

    def introduce(self) -> None:
        """Show what was said or is suggested, and how to go on."""
        super().introduce()
        if not self.options:
            self.say("There is nothing to choose from yet. Type a name to add one, or skip.")

    def how_to_go_on(self) -> str:
        """Say how to choose."""
        if not self.options:
            return ""
        enter = super().how_to_go_on()
        number = "" if self.screen.fills_in else "Type a number."
        more = "A new name adds one." if self.listed else ""
        return " ".join(part for part in (number, more, enter) if part)

    def prompt(self) -> Prompt:
        """Return what to ask for."""
        if self._new:
            return Prompt(menu=menu_of(self._offers()))
        return self._prompt_for_choice()

    def _prompt_for_choice(self) -> Prompt:
        value = self.session.effective
        cursor = next((at for at, one in enumerate(self.options) if one.value == value), None)
        cursor = 0 if cursor is None and len(self.options) == 1 else cursor
        if not self.options:
            return Prompt()
        return Prompt(menu=Menu(tuple(MenuEntry(one.label) for one in self.options), cursor))

    def nothing(self) -> Session | None:
        """Return the session after Enter on its own."""
        return self._offered("1") if self._new else self._without_new()

    def answer(self, text: str) -> Session | None:
        """Return the session with the choice that *text* names, or None to ask again."""
        return self._offered(text) if self._new else self._answer_listed(text)

    def _without_new(self) -> Session | None:
        session = self.session
        if session.value is None and session.suggestion is None and len(self.options) == 1:
            return self._answer_listed("1")
        return super().nothing()

    def _answer_listed(self, text: str) -> Session | None:
        option = self._picked(text)
        if option is None:
            return None
        self.screen.show(Line(f"→ {option.label}", "good"))
        return self.chosen(self.session, option.value)

    def chosen(self, session: Session, value: str) -> Session | None:
        """Return the session with a value chosen."""
        return answered_in_place(session, value)

    def in_words(self, value: Plain) -> str:
        """Return an answer as people read it."""
        labels = {option.value: option.label for option in self.options}
        if isinstance(value, list):
            return ", ".join(labels.get(str(one), str(one)) for one in value) or "none"
        return labels.get(str(value), str(value))

    def _picked(self, text: str) -> Option | None:
        """Return the option that *text* names, or None once we asked whether it is a new one."""
        try:
            return pick(text, self.options)
        except Unclear:
            if _names_several(text, self.options):
                raise
            if not self.listed or not re.search(r"[^\W\d_]{2}", text) or text.endswith("?"):
                raise
        self._new = " ".join(text.split())
        near = self._near(self._new)
        names = " or ".join(f"“{option.label}”" for option in near)
        first = self._offers()[0]
        if near:
            enter = f"Did you mean {names}? Enter takes “{near[0].label}”; or type another answer."
        elif first.value == _NONE:
            enter = "Choose one of these first; the next thing can be added after that."
        else:
            enter = f"Enter adds it as a new {singular(self.listed)}; or type another answer."
        self.say(f"“{shortened(text, 60)}” is not in the list. {enter}")
        return None

    def _near(self, name: str) -> list[Option]:
        """Return the options whose name is nearly *name*, the nearest first."""
        labels = {option.label.casefold(): option for option in self.options}
        close = difflib.get_close_matches(name.casefold(), labels, _NEAR_OFFERED, _NEARLY)
        return [labels[label] for label in close]

    def _offers(self) -> tuple[Option, ...]:
        """Return what can be done with a name that is not in the list, the likeliest first."""
        add = f"Add “{self._new}” as a new {singular(self.listed)}"
        back = [Option(_NONE, "Choose from the list again")] if self.options else []
        if self.session.question.fills in PLACED_BY:
            # Most likely it was meant as the next thing of the list one comes from.
            return (*self._near(self._new), *back, Option(_ADD, add))
        return (*self._near(self._new), Option(_ADD, add), *back)

    def _offered(self, text: str) -> Session | None:
        """Return the session after the answer to what was offered for a name."""
        name, offers = self._new, self._offers()
        self._new = ""
        if text.casefold() in ("y", "yes"):
            text = "1"
        try:
            option = pick(text, offers)
        except Unclear:
            return self._answer_listed(text)
        if option.value == _NONE:
            return None
        if option.value == _ADD:
            return self._answer_new(name)
        self.screen.show(Line(f"→ {option.label}", "good"))
        return self.chosen(self.session, option.value)

    def _do(self, key: Key) -> Session | None:
        if self._new and key in (Key.BACK, Key.EXPLAIN):
            self._new = ""
            return None if key is Key.BACK else super()._do(key)
        return super()._do(key)

    def _answer_new(self, name: str) -> Session | None:
        session = self.session
        things = ItemList(session.draft, path_to(self.listed), singular(self.listed))
        added = things.added_unseen(name)
        item_id = added.key_named(name)
        self.screen.show(Line(f"→ {name}, added.", "good"))
        return self.chosen(session.with_draft(added.draft), item_id)


def _names_several(text: str, options: Sequence[Option]) -> bool:
    """Return whether *text* stands in the labels of several options."""
    wanted = " ".join(text.split()).casefold()
    return len(wanted) > 2 and sum(wanted in option.label.casefold() for option in options) > 1


class ChoosingSeveral(Choosing):
    """One question on its way to the choice of several answers."""

    def __init__(self, session: Session, means: Means) -> None:
        super().__init__(session, means)
        value = session.effective
        self._ticked = [str(one) for one in value] if isinstance(value, list) else []
        self._cursor = 0

    def how_to_go_on(self) -> str:
        """Say how to choose."""
        if not self.options:
            return ""
        return "Enter goes on." if self.screen.fills_in else "Type numbers to tick. Enter goes on."

    def _prompt_for_choice(self) -> Prompt:
        if not self.options:
            return Prompt()
        entries = (MenuEntry(one.label, ticked=one.value in self._ticked) for one in self.options)
        return Prompt(menu=Menu(tuple(entries), self._cursor))

    def _without_new(self) -> Session | None:
        known = [option.value for option in self.options if option.value in self._ticked]
        if not known and self.session.value is None:
            return self.session.skipped()
        self.screen.show(Line(f"→ {self.in_words(list(known))}", "good"))
        return self.session.answered(list(known))

    def _answer_listed(self, text: str) -> Session | None:
        """Tick or untick what *text* names, and ask again."""
        if re.fullmatch(r"[\d\s,;–-]+", text):
            values = [self.options[at].value for at in pick_numbers(text, len(self.options))]
        else:
            parts = [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]
            if len(parts) == 1:
                return super()._answer_listed(text)
            values = [pick(part, self.options).value for part in parts]
        self._toggle(values)
        return None

    def chosen(self, session: Session, value: str) -> Session | None:
        """Tick a value and ask again."""
        self._toggle([value])
        return session

    def _toggle(self, values: list[str]) -> None:
        for value in values:
            if value in self._ticked:
                self._ticked.remove(value)
            else:
                self._ticked.append(value)
            values_listed = [option.value for option in self.options]
            self._cursor = values_listed.index(value) if value in values_listed else 0
