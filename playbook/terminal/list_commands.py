"""Know the words that work on a list, and never take one of them for a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playbook.parse.meaning import Unclear
from playbook.text_width import shortened

_WORDS = (
    "add|edit|describe|rename|confirm|copy|move|up|down|remove|delete|undo|all|none"
    "|new(?=\\s*\\Z)"  # with more behind it, it is a name: New customers' evening
)
_FIRST_WORD = re.compile(
    rf"({_WORDS})(?:[,:]?\s+|[,:]?\Z|(?=\d+\Z))(.*)", re.IGNORECASE | re.DOTALL
)
_LOOKS_LIKE_A_COMMAND = re.compile(r"[a-z]+ \d{1,3}( \d{1,3})?\Z", re.IGNORECASE)
_NUMBERS = re.compile(r"(?:[\d\s,;.–&-]|and)*", re.IGNORECASE)
_NUMBER_AND_NAME = re.compile(r"(?:\d{1,4}(?:\s+.*)?)?", re.DOTALL)
_MEANT = {"describe": "edit", "delete": "remove", "new": "add"}
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
    typed = found[1].lower()
    command = Command(_MEANT.get(typed, typed), found[2].strip())
    if not _is_whole(command):
        example = _EXAMPLES.get(command.word, f"{command.word} 2")
        name = shortened(text, 60)
        raise Unclear(f"Type {example}. To add something called “{name}”, type add {name}.")
    return command


def _is_whole(command: Command) -> bool:
    """Return whether a command is followed by what it works on."""
    if command.word == "add":
        return True
    if command.word in ("undo", "all", "none"):
        return not command.rest
    if command.word == "confirm" and command.rest.casefold() in ("all", "everything"):
        return True
    allowed = _NUMBER_AND_NAME if command.word == "rename" else _NUMBERS
    return allowed.fullmatch(command.rest) is not None
