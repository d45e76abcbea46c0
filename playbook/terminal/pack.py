"""Ask for the owner's trade, whose starter pack brings the suggestions."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from playbook.interview.session import Session
from playbook.parse.reading import Option
from playbook.terminal.numbered_menu import Manner, choose, menu_of
from playbook.terminal.screen.screen import Line, Menu, Screen
from playbook.terminal.texts import KEYS
from playbook.terminal.welcome import pack_options
from playbook.text_width import shortened

_QUESTION = (
    Line(""),
    Line("What kind of business is it?", "question"),
    Line("It brings suggestions and examples. You decide on each of them.", "faint"),
    Line("Type its number or your trade, then press Enter.", "faint"),
)
_LANGUAGE = Line("In which language?", "question")
_EXPLANATION = (
    Line(""),
    Line(
        "Why we ask: the suggestions and examples in the questions that follow come from a set "
        "made for one kind of business. With the right one you can tick more and type less."
    ),
    Line(
        "How to answer: take the nearest one. None of it has to fit exactly, and you can take "
        "another one later; what you said yourself stays."
    ),
)
_TOO_COMMON = frozenset(
    {"and", "any", "from", "other", "own", "small", "that", "the", "their", "where", "with", "who"}
    | {"business", "businesses", "company", "firm", "firms", "shop", "shops", "place", "work"}
    | {"customer", "customers", "service", "services", "without"}
)
_SAME_BEGINNING = 5
_SAME_ENOUGH = 0.8
_NEARLY_AS_NEAR = 0.75
_OFFERED = 3


def choose_trade(session: Session, screen: Screen) -> str | None:
    """Return the id of the starter pack the owner chose, or None for a way back such as <."""
    language = _choose_language(session, screen)
    if language is None:
        return None
    options, menu = pack_options(session, language)

    def offering(text: str, menu: Menu) -> Menu:
        return _offering(text, options, menu, screen)

    def explained(menu: Menu) -> Sequence[Line]:
        return (*_EXPLANATION, _example(options[menu.cursor or 0]), Line(""), *KEYS)

    manner = Manner(explained, _how_to(options), unclear=offering)
    return choose(screen, options, menu, _QUESTION, manner)


def _choose_language(session: Session, screen: Screen) -> str | None:
    """Return the language of the starter packs to choose from, None for a way back."""
    known = sorted({pack.language for pack in session.packs.values()})
    if len(known) == 1:
        return known[0]
    options = [Option(code, _name_of(code)) for code in known]
    chosen = known.index(session.pack.language)
    return choose(screen, options, menu_of(options, chosen), (Line(""), _LANGUAGE))


def _name_of(language: str) -> str:
    """Return what a language calls itself, or its code where nobody knows."""
    from babel import Locale, UnknownLocaleError  # rarely needed: our own packs are in one

    try:
        return Locale.parse(language, sep="-").get_display_name() or language
    except (UnknownLocaleError, ValueError):
        return language


def _example(option: Option) -> Line:
    return Line(f"For example, “{option.label}” is for: {option.also}")


def _how_to(options: Sequence[Option]) -> str:
    return (
        "Type the number of the business that is nearest to yours, or a word for your trade, "
        f"then press Enter. If none is near, type {len(options)}: it suits any business."
    )


def _offering(text: str, options: Sequence[Option], menu: Menu, screen: Screen) -> Menu:
    """Say which trades are near to what was typed, and return the menu with one offered."""
    if not re.search(r"[^\W\d_]", text):
        screen.show(Line(f"The numbers go from 1 to {len(options)}.", "notice"))
        return menu
    near = nearest(text, options)
    names = [f"“{option.label}”" for option in near]
    numbers = " or ".join(str(options.index(option) + 1) for option in near)
    if len(near) > 1:
        screen.show(Line(f"Near to it are {' and '.join(names)}: type {numbers}.", "notice"))
        return replace(menu, cursor=None)
    if near:
        words = f"The nearest is {names[0]}. Enter takes it."
    else:
        words = (
            f"There is no set for “{shortened(text, 60)}” yet. If no other one comes near, "
            f"“{options[-1].label}” suits any business: Enter takes it."
        )
    screen.show(Line(words, "notice"))
    return replace(menu, cursor=options.index(near[0] if near else options[-1]))


def nearest(text: str, options: Sequence[Option]) -> tuple[Option, ...]:
    """Return the options whose label or description comes near to *text*, the nearest first."""
    scored = [(_score(text, option), option) for option in options]
    best = max((score for score, _ in scored), default=0.0)
    near = [pair for pair in scored if best and pair[0] >= best * _NEARLY_AS_NEAR]
    near.sort(key=lambda pair: -pair[0])
    return tuple(option for _, option in near[:_OFFERED])


def _score(text: str, option: Option) -> float:
    """Return how many words of *text* are, or nearly are, words of an option."""
    known = _words(f"{option.label} {option.also}")
    return sum(max((_likeness(word, one) for one in known), default=0.0) for word in _words(text))


def _likeness(word: str, other: str) -> float:
    same = difflib.SequenceMatcher(None, word, other).ratio()
    begins = word[:_SAME_BEGINNING] == other[:_SAME_BEGINNING] and len(word) >= _SAME_BEGINNING
    return max(same, _SAME_ENOUGH) if begins or same >= _SAME_ENOUGH else 0.0


def _words(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    return set(re.findall(r"[^\W\d_]{3,}", letters)) - _TOO_COMMON
