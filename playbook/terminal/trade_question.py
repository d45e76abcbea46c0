"""Welcome the owner, and ask for their trade, whose starter pack brings the suggestions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from playbook.interview.session import Session
from playbook.interview.trades import languages, name_of, nearest, trades
from playbook.parse.choices import Option
from playbook.parse.meaning import Unclear
from playbook.terminal.numbered_menu import Manner, choose, line_of
from playbook.terminal.screen.keywords import KEYS
from playbook.terminal.screen.screen import Line, Menu, Screen
from playbook.text_width import shortened

_QUESTION = (
    Line(""),
    Line("What kind of business is it?", "question"),
    Line("It brings suggestions and examples. You decide on each of them.", "faint"),
    Line("Type its number or your trade, then press Enter.", "faint"),
)
_LANGUAGE = (Line(""), Line("In which language?", "question"))
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


def welcome(session: Session) -> Iterator[Line]:
    """Say what is going to happen, and how to answer."""
    count = sum(question.quick for question in session.method.questions)
    yield Line("")
    yield Line("Welcome", "title")
    yield Line(
        f"Say what kind of business it is and answer {count} short questions: that gives you the "
        "first draft of your playbook, a small website that shows how your "
        "customers are to be treated, and who looks after what."
    )
    yield Line("It takes about ten minutes. Every answer is saved at once, and can be changed.")
    yield Line("")
    yield from KEYS


def choose_trade(session: Session, screen: Screen) -> str | None:
    """Return the id of the starter pack the owner chose, or None for a way back such as <."""
    language = _choose_language(session, screen)
    if language is None:
        return None
    options = trades(session, language)
    menu = Menu.of(options, line_of(options, session.answers.get("pack")))

    def unclear(_unclear: Unclear, text: str, menu: Menu) -> tuple[Line, Menu]:
        words, cursor = _near_to(text, options, menu.cursor)
        return Line(words, "notice"), replace(menu, cursor=cursor)

    def explained(menu: Menu) -> Sequence[Line]:
        option = options[menu.cursor or 0]
        example = Line(f"For example, “{option.label}” is for: {option.also}")
        return (*_EXPLANATION, example, Line(""), *KEYS)

    how_to = (
        "Type the number of the business that is nearest to yours, or a word for your trade, "
        f"then press Enter. If none is near, type {len(options)}: it suits any business."
    )
    manner = Manner(explained, how_to=how_to, unclear=unclear)
    return choose(screen, options, _QUESTION, menu=menu, manner=manner)


def _choose_language(session: Session, screen: Screen) -> str | None:
    """Return the language of the starter packs to choose from, None for a way back."""
    known = languages(session)
    if len(known) == 1:
        return known[0]
    options = [Option(code, name_of(code)) for code in known]
    menu = Menu.of(options, known.index(session.pack.language))
    return choose(screen, options, _LANGUAGE, menu=menu)


def _near_to(text: str, options: Sequence[Option], cursor: int | None) -> tuple[str, int | None]:
    """Return what to say of the trades that are near to what was typed, and which is offered."""
    if not re.search(r"[^\W\d_]", text):
        return f"The numbers go from 1 to {len(options)}.", cursor
    near = nearest(text, options)
    if not near:
        what = f"There is no set for “{shortened(text, 60)}” yet."
        other = f"If no other one comes near, “{options[-1].label}” suits any business"
        return f"{what} {other}: Enter takes it.", len(options) - 1
    names = [f"“{option.label}”" for option in near]
    numbers = [options.index(option) for option in near]
    if len(near) == 1:
        return f"The nearest is {names[0]}. Enter takes it.", numbers[0]
    typed = " or ".join(str(number + 1) for number in numbers)
    return f"Near to it are {' and '.join(names)}: type {typed}.", None
