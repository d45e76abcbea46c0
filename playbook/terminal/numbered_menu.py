"""Ask for one line of a menu, with the same words at every menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from playbook.parse.choices import Option, pick
from playbook.parse.meaning import Unclear
from playbook.parse.reading import typed
from playbook.terminal.screen.keywords import KEYS, Key, key_in
from playbook.terminal.screen.screen import Leaving, Line, Menu, Prompt, Reason, Screen

_NO_PAGE = Line("There is no page to show here yet.")


def _as_it_is(unclear: Unclear, _text: str, menu: Menu) -> tuple[Line, Menu]:
    return Line(str(unclear), "notice"), menu


@dataclass(frozen=True, slots=True)
class Manner:
    """How a menu takes what is not a choice from it."""

    explained: Callable[[Menu], Iterable[Line]] = lambda _menu: KEYS
    """Returns what ? shows."""
    preview: Callable[[Menu], Iterable[Line]] = lambda _menu: (_NO_PAGE,)
    """Returns what p shows."""
    how_to: str = "Type a number from the list."
    """What Enter shows where nothing is offered."""
    unclear: Callable[[Unclear, str, Menu], tuple[Line, Menu]] = _as_it_is
    """Returns what to say of a text that names no line, and the menu to go on with."""


def line_of(options: Sequence[Option], value: object) -> int | None:
    """Return the line of a menu, from 0, that stands for a value."""
    values = [one.value for one in options]
    return values.index(str(value)) if value in values else None


def choose(
    screen: Screen,
    options: Sequence[Option],
    asked: Sequence[Line] = (),
    *,
    menu: Menu | None = None,
    manner: Manner = Manner(),
) -> str | None:
    """Return the value chosen from a menu, or None for a way back such as <.

    The lines of *asked* say what the menu is about, at first and after every explanation.
    """
    menu = menu or Menu.of(options)
    tells = {Key.EXPLAIN: manner.explained, Key.PREVIEW: manner.preview}
    screen.show(*asked)
    while True:
        text = screen.ask(Prompt(menu=menu))
        key, words = key_in(text), typed(text) or menu.offered
        if key is Key.QUIT:
            raise Leaving(Reason.LEFT)
        if key in tells:
            screen.show(*tells[key](menu), *asked)
        elif key is not None:
            return None
        elif not words:
            screen.show(Line(manner.how_to, "notice"))
        else:
            try:
                return pick(words, options).value
            except Unclear as unclear:
                told, menu = manner.unclear(unclear, words, menu)
                screen.show(told)
