"""Draw SVG: elements that encode what somebody typed, and lines of text that fit their place."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from playbook.words import Safe, Words

ELLIPSIS = "…"
# Widths of letters against their size, those of the plain letters most computers have.
_NARROW = dict.fromkeys("iIjl.,:;'!| ’", 0.29) | dict.fromkeys('ftr()[]{}-/\\"“”', 0.36)
_NARROW |= dict.fromkeys("ckJsvxyz", 0.51)
_BROAD = dict.fromkeys("mwMWOQG@%&—…", 0.9)
_CAPITAL, _OTHER, _SQUARE = 0.7, 0.57, 1.05
_BOLD = 1.08
_NARROWEST = 0.25


def element(name: str, attributes: Mapping[str, str | float], *inside: Safe | Words) -> Safe:
    """Return an element; words inside it and in its attributes are encoded, and stay words."""
    given = "".join(f" {key}={_value(value)}" for key, value in attributes.items())
    held = "".join(part if isinstance(part, Safe) else part.attribute for part in inside)
    return Safe(f"<{name}{given}>{held}</{name}>" if held else f"<{name}{given}/>")


def _value(value: str | float) -> str:
    if isinstance(value, Words):
        return f'"{value.attribute}"'
    return quoteattr(value) if isinstance(value, str) else f'"{number(value)}"'


def number(value: float) -> str:
    """Return a length as drawings write it, the same on every computer."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def width(text: str, *, bold: bool = False) -> float:
    """Return about how wide *text* is, for letters of size 1; rather too wide than too narrow."""
    return sum(map(_letter, text)) * (_BOLD if bold else 1)


def _letter(letter: str) -> float:
    known = _NARROW.get(letter) or _BROAD.get(letter)
    if known:
        return known
    if ord(letter) < 128:
        return _CAPITAL if letter.isupper() else _OTHER
    if unicodedata.combining(letter):
        return 0
    return _SQUARE if unicodedata.east_asian_width(letter) in "WF" else _CAPITAL


def lines(text: str, room: float, most: int, *, bold: bool = False) -> tuple[Words, ...]:
    """Return *text* in lines no wider than *room*, for letters of size 1, and *most* at most.

    What does not fit is left out, and an ellipsis says so.
    """
    found = [""]
    # Nobody waits for the rest of a novel.
    limit = int(most * (room + 1) / _NARROWEST)
    for word in text[:limit].split():
        longer = f"{found[-1]} {word}".strip()
        if width(longer, bold=bold) <= room:
            found[-1] = longer
            continue
        found = [line for line in found if line] + _pieces(word, room, bold=bold)
        if len(found) > most:
            break
    if len(found) > most or len(text) > limit:
        found = found[:most]
        found[-1] = _shortened(found[-1], room, bold=bold)
    return tuple(Words(line) for line in found if line)


def _pieces(word: str, room: float, *, bold: bool) -> list[str]:
    """Cut a word that is wider than a line."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, bold=bold) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _shortened(line: str, room: float, *, bold: bool) -> str:
    while line and width(line + ELLIPSIS, bold=bold) > room:
        line = line[:-1]
    return line.rstrip(" .,;:") + ELLIPSIS
