"""Know the few words that mean the same at every question."""

from __future__ import annotations

import re
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


_FOR_A_LIST = re.compile(
    r"(edit|rename|confirm|copy|move|remove|delete)( \d{1,3}){1,2}|undo|confirm all", re.IGNORECASE
)


def key_in(text: str) -> Key | None:
    """Return what *text* asks to do, or None where it is an answer."""
    return _WORDS.get(text.strip().casefold())


def literal(text: str) -> str:
    """Return an answer without the backslash that keeps a word such as quit from acting."""
    acts = key_in(text[1:]) or is_for_a_list(text[1:])
    return text[1:] if text.startswith("\\") and acts else text


def is_for_a_list(text: str) -> bool:
    """Return whether *text* works on a list, and would pass for an answer everywhere else."""
    return _FOR_A_LIST.fullmatch(text.strip()) is not None
