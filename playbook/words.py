"""Carry the owner's text so that it reaches every page exactly as typed.

Everything a user or a pack wrote is ``Words``. Jinja escapes by type: a ``Words``
value is encoded so that neither Markdown nor HTML finds a mark in it, wherever in
a page it lands. No template can undo that, because there is no filter that does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from markupsafe import Markup

MAX_TEXT = 20_000
"""The most characters of one answer."""
# A comma starts nothing in any of the languages a page is written in.
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Control characters, lone surrogates, and the noncharacters, of which each plane ends with two.
_UNSHOWABLE = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef"
    + "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(17))
    + "]"
)
# Directions a text may set for itself; an unclosed one would reorder the rest of the page.
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    r"""Return *text* without characters that no page can show.

    Line ends become ``\n``; control characters, lone surrogates and noncharacters
    become U+FFFD, so that the reader sees that something was there.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNSHOWABLE.sub(_REPLACEMENT, text)


def _encode(character: str) -> str:
    if character == " " or character in _PLAIN:
        return character
    if ord(character) < 128 or character.isspace() or unicodedata.category(character) == "Cf":
        return f"&#{ord(character)};"
    return character


class Words(str):
    """Text that somebody typed, literal in Markdown and HTML.

    Each ASCII character that is not a letter, digit, comma, single inner space or the full
    stop after a letter is written as a numeric character reference, which leaves no Markdown,
    attribute, template or HTML syntax to find; line breaks become ``<br>``.
    """

    __slots__ = ()

    def __new__(cls, text: str = "") -> Words:
        """Return *text* as words, cleaned of characters that no page can show."""
        return super().__new__(cls, clean(text))

    @property
    def plain(self) -> str:
        """The same text as a plain string, for languages with an encoder of their own."""
        return str.__str__(self)

    def __html__(self) -> str:
        return _encode_lines(self.plain.strip("\n"))

    @property
    def attribute(self) -> Markup:
        """The text encoded for a quoted HTML attribute or a page title, on one line."""
        return Markup(_encode_line(" ".join(self.plain.split("\n"))))  # noqa: S704 - encoded above


def joined(names: Sequence[Words]) -> Words | None:
    """Return names as people list them, or None for no names."""
    *most, last = [name.plain for name in names] or [""]
    return Words(f"{', '.join(most)} and {last}" if most else last) if last else None


class Piece(Words):
    """Words with more of the same text beside them, so that line breaks at their ends count."""

    __slots__ = ()

    def __html__(self) -> str:
        return _encode_lines(self.plain)


class Safe(str):
    """Text of our own making that may stand in Markdown as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str.__str__(self)


def _encode_lines(text: str) -> str:
    encoded = "<br>".join(map(_encode_line, text.split("\n")))
    return f"<bdi>{encoded}</bdi>" if _BIDI.search(text) else encoded


def _encode_line(line: str) -> str:
    encoded = "".join(map(_encode, line))
    # After a letter a full stop makes no list, so prose stays readable in the Markdown.
    encoded = re.sub(r"(?<=[A-Za-z])&#46;", ".", encoded)
    # Spaces that Markdown would drop, or read as a code block or a line break.
    return re.sub(r"^ | $|(?<= ) ", "&#32;", encoded)
