"""Ask for one line of a menu, with the same words at every menu."""

from __future__ import annotations

from collections.abc import Sequence

from playbook.interview.amounts import Unclear
from playbook.interview.keys import Key, key_in
from playbook.interview.reading import Option, pick, typed
from playbook.interview.screen import Leaving, Line, Menu, MenuEntry, Prompt, Reason, Screen
from playbook.interview.wording import KEYS


def menu_of(options: Sequence[Option], cursor: int | None = 0) -> Menu:
    """Return a menu of options without any details, one of them offered."""
    return Menu(tuple(MenuEntry(option.label) for option in options), cursor)


def choose(
    screen: Screen, options: Sequence[Option], menu: Menu, asked: Sequence[Line] = ()
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
        if key is not None and key is not Key.EXPLAIN:
            return None
        if key is Key.EXPLAIN:
            screen.show(*KEYS, *asked)
        elif not typed(text) and menu.cursor is not None:
            return options[menu.cursor].value
        elif not typed(text):
            screen.show(Line("Type a number from the list.", "notice"))
        else:
            try:
                return pick(typed(text), options).value
            except Unclear as unclear:
                screen.show(Line(str(unclear), "notice"))
