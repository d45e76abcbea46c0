"""Draw SVG: elements that encode what somebody typed, and lines of text that fit their place."""

from __future__ import annotations

import functools
import string
import unicodedata
from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from playbook.words import Safe, Words

ELLIPSIS = "…"
_CAPITAL, _OTHER, _SQUARE = 0.7, 0.57, 1.05
# Widths of letters against their size, those of the plain letters most computers have.
_WIDTHS = {
    **dict.fromkeys(map(chr, range(128)), _OTHER),
    **dict.fromkeys(string.ascii_uppercase, _CAPITAL),
    **dict.fromkeys("ckJsvxyz", 0.51),
    **dict.fromkeys('ftr()[]{}-/\\"“”', 0.36),
    **dict.fromkeys("iIjl.,:;'!| ’", 0.29),
    **dict.fromkeys("mwMWOQG@%&—…◆○", 0.9),
}
_WEIGHTS = {False: 1, True: 1.08}
"""How much wider letters are in bold."""
_NARROWEST = 0.25

Attributes = Mapping[str, str | float]


def element(name: str, attributes: Attributes, *inside: Safe | Words) -> Safe:
    """Return an element; words inside it and in its attributes are encoded, and stay words."""
    given = "".join(f" {key}={_value(value)}" for key, value in attributes.items())
    held = "".join(part if isinstance(part, Safe) else part.attribute for part in inside)
    return Safe(f"<{name}{given}>{held}</{name}>" if held else f"<{name}{given}/>")


def _value(value: str | float) -> str:
    return quoteattr(value) if isinstance(value, str) else f'"{number(value)}"'


def number(value: float) -> str:
    """Return a length as drawings write it, the same on every computer."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def width(text: str, *, bold: bool = False) -> float:
    """Return about how wide *text* is, for letters of size 1; rather too wide than too narrow."""
    return sum(map(_letter, text)) * _WEIGHTS[bold]


@functools.lru_cache(maxsize=1_000)
def _letter(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if unicodedata.combining(letter):
        return 0
    return _SQUARE if unicodedata.east_asian_width(letter) in "WF" else _CAPITAL


def lines(text: str, room: float, most: int, *, bold: bool = False) -> tuple[Words, ...]:
    """Return *text* in lines no wider than *room*, for letters of size 1, and *most* at most.

    What does not fit is left out, and an ellipsis says so.
    """
    # Nobody waits for the rest of a novel.
    limit = int(most * (room + 1) / _NARROWEST)
    room /= _WEIGHTS[bold]
    found: list[str] = []
    left = 0.0
    for word in text[:limit].split():
        for piece in _pieces(word, room):
            needed = width(f" {piece}")
            if needed <= left:
                found[-1] += f" {piece}"
                left -= needed
            else:
                found.append(piece)
                left = room - width(piece)
    if len(found) > most or len(text) > limit:
        found = found[:most]
        found[-1] = _shortened(found[-1], room)
    return tuple(map(Words, found))


def _pieces(word: str, room: float) -> list[str]:
    """Cut a word that is wider than a line; most words are one piece."""
    pieces, left = [""], room
    for letter in word:
        needed = _letter(letter)
        if needed > left and pieces[-1]:
            pieces.append("")
            left = room
        pieces[-1] += letter
        left -= needed
    return pieces


def _shortened(line: str, room: float) -> str:
    while line and width(line + ELLIPSIS) > room:
        line = line[:-1]
    return line.rstrip(" .,;:") + ELLIPSIS
