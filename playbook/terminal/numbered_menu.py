"""Ask for one line of a menu, with the same words at every menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from playbook.parse.numbers import Unclear
from playbook.parse.reading import Option, pick, typed
from playbook.terminal.screen.keywords import Key, key_in
from playbook.terminal.screen.screen import Leaving, Line, Menu, MenuEntry, Prompt, Reason, Screen
from playbook.terminal.texts import KEYS


def menu_of(options: Sequence[Option], cursor: int | None = 0) -> Menu:
    """Return a menu of options without any details, one of them offered."""
    return Menu(tuple(MenuEntry(option.label) for option in options), cursor)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a menu takes what is not a choice from it."""

    explained: Callable[[Menu], Sequence[Line]] = lambda _menu: KEYS
    """Returns what ? shows."""
    how_to: str = "Type a number from the list."
    """What Enter shows where nothing is offered."""
    preview: Callable[[], Iterable[Line]] = lambda: (Line("There is no page to show here yet."),)
    """Returns what p shows."""
    unclear: Callable[[str, Menu], Menu] | None = None
    """Says what may be meant by an answer that names no line; returns the menu to go on with."""


def choose(
    screen: Screen,
    options: Sequence[Option],
    menu: Menu,
    asked: Sequence[Line] = (),
    manner: Manner = Manner(),
) -> str | None:
    """Return the value chosen from a menu, or None for a way back such as <.

    The lines of *asked* say what the menu is about, at first and after every explanation.
    """
    screen.show(*asked)
    while True:
        text = screen.ask(Prompt(menu=menu))
        key = key_in(text)
        if key is Key.QUIT:
            raise Leaving(Reason.LEFT)
        if key in (Key.EXPLAIN, Key.PREVIEW):
            told = manner.explained(menu) if key is Key.EXPLAIN else manner.preview()
            screen.show(*told, *asked)
        elif key is not None:
            return None
        elif not typed(text) and menu.cursor is not None:
            return options[menu.cursor].value
        elif not typed(text):
            screen.show(Line(manner.how_to, "notice"))
        else:
            try:
                return pick(typed(text), options).value
            except Unclear as unclear:
                if manner.unclear is None:
                    screen.show(Line(str(unclear), "notice"))
                else:
                    menu = manner.unclear(typed(text), menu)
