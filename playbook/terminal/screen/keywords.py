"""Know the words that act instead of answering: a few at every question, more at a list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from playbook.parse.meaning import Unclear
from playbook.terminal.screen.screen import Line
from playbook.text_width import shortened


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
KEYS = (
    Line("These work at every question. Type them, then press Enter.", "faint"),
    Line("why we ask, and an example", "faint", 8, "  ?"),
    Line("back to the question before", "faint", 8, "  <"),
    Line("not decided yet; it stays on your list", "faint", 8, "  skip"),
    Line("the page on which the answer appears, as it is now", "faint", 8, "  p"),
    Line("save and leave; go on whenever you like", "faint", 8, "  quit"),
    Line("Enter on its own takes what is offered.", "faint"),
)
KEYS_IN_SHORT = Line(
    "At every question: ? explains · < goes back · skip leaves it open · p shows the page · "
    "quit saves and leaves.",
    "faint",
)
MORE_KEYS = (
    Line("to the chapters", "faint", 8, "  home"),
    Line("leave this part and go on elsewhere", "faint", 8, "  done"),
    Line("write the answer in your own editor", "faint", 8, "  edit"),
    Line("take your answer away again", "faint", 8, "  clear"),
)
_FOR_A_LIST = re.compile(
    r"(edit|rename|confirm|copy|move|remove|delete)( \d{1,3}){1,2}|undo|confirm all", re.IGNORECASE
)
_FIRST_WORD = re.compile(
    r"(add|edit|describe|rename|confirm|copy|move|up|down|remove|delete|undo|all|none"
    r"|new(?=\s*\Z))"  # with more behind it, it is a name: New customers' evening
    r"(?:[,:]?\s+|[,:]?\Z|(?=\d+\Z))(.*)",
    re.IGNORECASE | re.DOTALL,
)
_LOOKS_LIKE_A_COMMAND = re.compile(r"[a-z]+ \d{1,3}( \d{1,3})?\Z", re.IGNORECASE)
_MEANT = {"describe": "edit", "delete": "remove", "new": "add"}
_NUMBERS = r"(?:[\d\s,;.–&-]|and)*"
_BEHIND = {
    "add": r".*",
    "rename": r"(?:\d{1,4}(?:\s+.*)?)?",
    "confirm": rf"all|everything|{_NUMBERS}",
    **dict.fromkeys(("undo", "all", "none"), ""),
}
"""What a command can work on, where that is not numbers."""
_EXAMPLES = {
    "rename": "rename 2",
    "confirm": "confirm 2, or confirm all",
    "move": "move 5 1",
    "remove": "remove 2, or none to untick everything",
    "undo": "undo on its own",
    "all": "all on its own, to tick everything",
    "none": "none on its own, to untick everything",
}
SUMMARY = (
    "Type also: edit 2, rename 2, confirm 2, confirm all, copy 2, move 2 1, remove 2, or undo."
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


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do to a list."""

    word: str
    rest: str = ""
    """What was typed behind the word: numbers, a name, or nothing."""


def command_in(text: str) -> Command | None:
    """Return the command that *text* begins with, or None where it is a name to add.

    Raise Unclear where a command is followed by something that it cannot work on.
    """
    found = _FIRST_WORD.match(text)
    if found is None:
        if _LOOKS_LIKE_A_COMMAND.match(text):
            raise Unclear("Type edit, rename, confirm, copy, move, remove or undo, such as edit 2.")
        return None
    word = _MEANT.get(found[1].lower(), found[1].lower())
    rest = found[2].strip()
    if not re.fullmatch(_BEHIND.get(word, _NUMBERS), rest, re.IGNORECASE | re.DOTALL):
        example = _EXAMPLES.get(word, f"{word} 2")
        name = shortened(text, 60)
        raise Unclear(f"Type {example}. To add something called “{name}”, type add {name}.")
    return Command(word, rest)
