"""Show what is known about one thing of a list, and go to the question that is wanted."""

from __future__ import annotations

from playbook.draft.unseen import has_unseen
from playbook.interview.session import Session
from playbook.model.paths import path_to
from playbook.parse.reading import Option
from playbook.terminal.numbered_menu import choose
from playbook.terminal.screen.screen import Line, Menu, MenuEntry, Screen
from playbook.text_width import shortened
from playbook.yamlfile import Path

FEW_QUESTIONS = 3
"""So many questions are asked one after the other, without an overview."""
_ROOM = 50


def describe(session: Session, position: int, screen: Screen) -> Session:
    """Return the session inside a thing, at the question the owner wants to begin with."""
    inside = session.in_thing(position)
    questions = inside.frame.questions
    if len(questions) <= FEW_QUESTIONS:
        return inside
    paths = [path_to(question.fills, inside.frame.within) for question in questions]
    is_open = (at for at, path in enumerate(paths) if inside.draft.said(path) is None)
    first = next(is_open, 0)
    options = [Option(str(at), one.label) for at, one in enumerate(questions)]
    entries = tuple(
        MenuEntry(option.label, state(inside, path))
        for option, path in zip(options, paths, strict=True)
    )
    asked = (
        Line(""),
        Line(inside.frame.title, "title"),
        Line("Enter goes through them from the one offered. A number goes to that one.", "faint"),
        Line("done, at any question, comes back to the list.", "faint"),
    )
    chosen = choose(screen, options, Menu(entries, first), asked)
    return session if chosen is None else session.in_thing(position, at=int(chosen))


def state(session: Session, path: Path) -> str:
    """Say in a few words what the answer at a path is."""
    held = session.draft.held(path)
    if held.value is None:
        return "open"
    words = session.draft.in_words(path, held.value)
    suggested = "suggested: " if held.origin == "pack" or has_unseen(held.said) else ""
    return f"{suggested}{shortened(words, _ROOM)}"
