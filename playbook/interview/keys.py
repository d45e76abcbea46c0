"""Know the few words that mean the same at every question."""

from __future__ import annotations

from enum import Enum


class Key(Enum):
    """Something to do instead of answering."""

    EXPLAIN = "?"
    BACK = "<"
    SKIP = "skip"
    QUIT = "quit"
    EDIT = "edit"
    CLEAR = "clear"
    DONE = "done"
    HOME = "home"
    PREVIEW = "p"


_WORDS = {
    **dict.fromkeys(("?", "??", "help", "why"), Key.EXPLAIN),
    **dict.fromkeys(("<", "<<", "back"), Key.BACK),
    **dict.fromkeys(("-", "--", "skip"), Key.SKIP),
    **dict.fromkeys(("quit", "exit", ":q", "q"), Key.QUIT),
    "edit": Key.EDIT,
    "clear": Key.CLEAR,
    "done": Key.DONE,
    "home": Key.HOME,
    **dict.fromkeys(("p", "preview"), Key.PREVIEW),
}


def key_in(text: str) -> Key | None:
    """Return what *text* asks to do, or None where it is an answer."""
    return _WORDS.get(text.strip().casefold())


def literal(text: str) -> str:
    """Return an answer without the backslash that keeps a word such as quit from acting."""
    return text[1:] if text.startswith("\\") and key_in(text[1:]) else text
