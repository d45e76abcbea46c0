"""Measure, cut and wrap text by the columns it takes in a terminal; drop what could steer one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from playbook.words import clean

NARROWEST, WIDEST = 20, 88
# Format characters that emoji and several scripts need; all others could hide or turn text.
_NEEDED = "\u200c\u200d"
_MARK = "\N{REPLACEMENT CHARACTER}"


def showable(text: str) -> str:
    """Return *text* without anything that could steer a terminal."""
    return "".join(
        _MARK if unicodedata.category(one) == "Cf" and one not in _NEEDED else one
        for one in clean(text).replace("\t", " ")
    )


def columns(text: str) -> int:
    """Return how many columns a text takes in a terminal."""
    return len(text) if text.isascii() else sum(map(_columns_of, text))


def _columns_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def wrapped(text: str, width: int, *, indent: int = 0, first: str = "") -> Iterator[str]:
    """Yield the lines of a text in *width* columns, *first* in front of the first one."""
    room = max(NARROWEST // 2, width - indent)
    margin = " " * indent
    start = first.ljust(indent) if first else margin
    for paragraph in showable(text).split("\n"):
        line = ""
        for word in _pieces(paragraph, room):
            if line and columns(line) + 1 + columns(word) > room:
                yield f"{start}{line}"
                start, line = margin, word
            else:
                line = f"{line} {word}" if line else word
        yield f"{start}{line}" if line else ""
        start = margin


def _pieces(paragraph: str, room: int) -> Iterator[str]:
    """Yield the words of a paragraph, those too long for a line cut to its width."""
    for word in re.findall(r"\S+", paragraph):
        piece = ""
        for character in word:
            if columns(piece) + _columns_of(character) > room:
                yield piece
                piece = ""
            piece += character
        if piece:
            yield piece


def shortened(text: str, room: int) -> str:
    """Return a text on one line of at most *room* columns."""
    line = " ".join(showable(text).split())
    taken = 0
    for at, character in enumerate(line):
        taken += _columns_of(character)
        if taken > room:
            return f"{_beginning(line[: at + 1], room - 1).rstrip()}…"
    return line


def _beginning(line: str, room: int) -> str:
    while line and columns(line) > room:
        line = line[:-1]
    return line
