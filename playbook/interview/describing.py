"""Show what is known about one thing of a list, and go to the question that is wanted."""

from __future__ import annotations

from playbook.interview.amounts import Unclear
from playbook.interview.keys import Key, key_in
from playbook.interview.places import Place, place
from playbook.interview.proposals import in_words
from playbook.interview.reading import pick_numbers, typed
from playbook.interview.screen import (
    Leaving,
    Line,
    Menu,
    MenuEntry,
    Prompt,
    Reason,
    Screen,
    shortened,
)
from playbook.interview.session import Session
from playbook.interview.wording import humanised

FEW_QUESTIONS = 3
"""So many questions are asked one after the other, without an overview."""
_ROOM = 50


def describe(session: Session, position: int, screen: Screen) -> Session:
    """Return the session inside a thing, at the question the owner wants to begin with."""
    inside = session.in_thing(position)
    questions = inside.frame.questions
    if len(questions) <= FEW_QUESTIONS:
        return inside
    places = [place(question.fills, inside.frame.within) for question in questions]
    is_open = (at for at, where in enumerate(places) if inside.said_and_proposed(where)[0] is None)
    first = next(is_open, 0)
    entries = tuple(
        MenuEntry(humanised(question.fills), state(inside, where))
        for question, where in zip(questions, places, strict=True)
    )
    screen.show(
        Line(""),
        Line(inside.frame.title, "title"),
        Line("Enter goes through them from the one offered. A number goes to that one.", "faint"),
        Line("done, at any question, comes back to the list.", "faint"),
    )
    chosen = _asked(screen, Prompt(menu=Menu(entries, first)), first)
    if chosen is None:
        return session
    return session.in_thing(position, at=chosen)


def state(session: Session, where: Place) -> str:
    """Say in a few words what the answer at a place is."""
    said, proposed = session.said_and_proposed(where)
    value = proposed if said is None else said
    if value is None:
        return "open"
    words = in_words(session.answers, session.pack, where, value)
    return shortened(words, _ROOM) if said is not None else f"suggested: {shortened(words, _ROOM)}"


def _asked(screen: Screen, prompt: Prompt, offered: int) -> int | None:
    count = len(prompt.menu.entries) if prompt.menu else 0
    while True:
        text = typed(screen.ask(prompt))
        key = key_in(text)
        if key is Key.QUIT:
            raise Leaving(Reason.LEFT)
        if key is not None:
            return None
        if not text:
            return offered
        try:
            return pick_numbers(text, count)[0]
        except Unclear as unclear:
            screen.show(Line(str(unclear), "notice"))
