"""Know the mistakes people make in what a line says, how each is fixed, and how to say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from playbook.yamlfile.repair.outline import (
    ENTRY,
    HEAD,
    ITEM,
    Fix,
    block_end,
    first_below,
    first_like,
    indent,
    line_above,
)

_KEY = r"(?P<key>[A-Za-z_][\w-]*)"
_SIGNS = r"@`%*&!|>\[\]{},?#\-"
_PLAIN = re.compile(rf"[|>][+-]?|(?![{_SIGNS}\"'])(?!.*: )(?!.*:$).*")
_SHOWN = 60


class Mistake(NamedTuple):
    """A mistake within a line: how to know it, the line without it, and what to say.

    Words in braces are the named groups of the pattern, and what ``_parts`` adds to them.
    """

    pattern: str
    fixed: str
    what: str
    advice: str


_VALUE = rf"(?P<head>(?>{ENTRY}|{ITEM}| *))"
"""What stands in front of a value, which follows."""
_NO_ENTRY = rf"(?!{ENTRY})(?P<head>{HEAD})"
_QUOTE_SIGN = r"(?P<sign>[\"'])"
_LAST_IS_OTHER = r".*(?!(?P=sign)).$"
_BLANK_OR_ENTRY = re.compile(rf"\s*$|{ENTRY}")
_BLANK_ENTRY_OR_ITEM = rf"\s*$|{ENTRY}|{ITEM}"
_IN_QUOTES = "Put the whole text in quotation marks."
_MISTYPED = (
    Mistake(
        rf"{_VALUE}{_QUOTE_SIGN}(?P<value>.*)(?P=sign)$",
        "{head}{quoted}",
        "A quotation mark inside the text ends it too early.",
        "Use the other kind of quotation mark around the text.",
    ),
    Mistake(
        # Looked for ahead, so that a long line of quotation marks is gone through once.
        rf"{_VALUE}(?P<value>{_QUOTE_SIGN}(?=.*(?P=sign)){_LAST_IS_OTHER})",
        "{head}{quoted}",
        "There is more text behind the closing quotation mark.",
        "Put quotation marks of the other kind around the whole text.",
    ),
    Mistake(
        rf"(?P<head>{HEAD})-(?P<value>[^\s-].*)$",
        "{head}- {value}",
        "A hyphen needs a space after it.",
        "Add a space.",
    ),
    Mistake(
        rf"{_NO_ENTRY}{_KEY}:(?P<value>(?!//)\S.*)$",
        "{head}{key}: {safe}",
        "A colon needs a space after it.",
        "Add a space.",
    ),
    Mistake(
        rf"(?P<head>{HEAD}[\w-]+:)[^\S ]+(?P<value>.*)$",
        "{head} {value}",
        "A special blank stands where a space is needed.",
        "Replace it with a space.",
    ),
    Mistake(
        rf"{_VALUE}(?P<value>\[(?:.*[^\]])?)$",
        "{head}{value}]",
        "A bracket is opened here and not closed.",
        "Close it with ].",
    ),
    Mistake(
        rf"{_VALUE}(?P<value>{{(?:.*[^}}])?)$",
        "{head}{value}}}",
        "A bracket is opened here and not closed.",
        "Close it with }}.",
    ),
    Mistake(
        rf"{_VALUE}(?P<value>[|>]).+$",
        "{head}{value}",
        "The text may only start on the line below the {value}.",
        "Move it down, or put it in quotation marks.",
    ),
    Mistake(
        rf"{_VALUE}(?P<value>(?P<sign>[{_SIGNS}]).*)$",
        "{head}{quoted}",
        "Text that starts with {sign} has another meaning here.",
        _IN_QUOTES,
    ),
)
_COLON_LAST = "The text ends with a colon, which is read as a new key."
_COLON_INSIDE = "The text holds a colon followed by a space, which is read as a new key."
_COLON_IN_TEXT = (
    Mistake(rf"{_VALUE}(?P<value>.*:)$", "{head}{quoted}", _COLON_LAST, _IN_QUOTES),
    Mistake(rf"{_VALUE}(?P<value>.*: .*)$", "{head}{quoted}", _COLON_INSIDE, _IN_QUOTES),
    Mistake(r"(?P<head>(?> *))(?P<value>.*:)$", "{head}{joined}", _COLON_LAST, _IN_QUOTES),
    Mistake(r"(?P<head>(?> *))(?P<value>.*: .*)$", "{head}{joined}", _COLON_INSIDE, _IN_QUOTES),
)
_OPENED = rf"(?>(?P<head>(?:.*?: +)?|{HEAD}|.*?(?:- |: ) *){_QUOTE_SIGN})"
_NOT_CLOSED = "A quotation mark is opened here and not closed."
_OPEN_QUOTE = (
    Mistake(rf"{_OPENED}(?P<value>$|{_LAST_IS_OTHER})", "{head}{quoted}", _NOT_CLOSED, "Close it."),
    Mistake(
        rf"{_OPENED}(?P<value>$|{_LAST_IS_OTHER})",
        "{head}{value}",
        _NOT_CLOSED,
        "Close it, or take it away.",
    ),
)
_NO_COLON = Mistake(
    rf"{_NO_ENTRY}{_KEY}\s*(?P<sign>[=;：]?)\s*(?P<value>.*)$",
    "{head}{key}: {safe}",
    "This line has no colon: {shown}",
    "Write it as key: value, or indent it to make it part of the text above.",
)


def mistyped(lines: Sequence[str], number: int) -> Iterator[Fix]:
    """Yield fixes for quotation marks, hyphens, colons and signs out of place."""
    return _fixes(_MISTYPED, lines, number)


def colon_in_text(lines: Sequence[str], number: int) -> Iterator[Fix]:
    """Yield fixes for a text that is read as a key."""
    return _fixes(_COLON_IN_TEXT, lines, number)


def open_quote(lines: Sequence[str], number: int) -> Iterator[Fix]:
    """Yield fixes for a quotation mark without its other half."""
    return _fixes(_OPEN_QUOTE, lines, number)


def no_colon(lines: Sequence[str], number: int) -> Iterator[Fix]:
    """Yield the line with a colon behind its first word."""
    return _fixes((_NO_COLON,), lines, number)


def key_without_colon(lines: Sequence[str], number: int) -> Iterator[Fix]:
    """Yield the line with a colon behind its first word, where that seems to be a key."""
    found = re.match(_NO_COLON.pattern, lines[number].rstrip(" \t"))
    if not found:
        return
    near = "\n".join(lines[max(number - 300, 0) : number + 300])
    is_key = re.search(rf"^{HEAD}{found['key']}:(?: |$)", near, re.MULTILINE)
    below = first_below(lines, number)
    opens = not found["value"] and indent(lines[below]) >= indent(lines[number])
    if is_key or found["sign"] or "_" in found["key"] or (opens and below > number):
        yield from no_colon(lines, number)


def loose_text(lines: Sequence[str], number: int) -> Iterator[Fix]:
    """Yield text below a key moved in, where it is not indented and so does not belong to it."""
    if _BLANK_OR_ENTRY.match(lines[number]):
        return
    below = range(number + 1, len(lines))
    end = first_like(_BLANK_ENTRY_OR_ITEM, lines, below, len(lines))
    what = _NO_COLON.what.format(shown=_shown(lines[number]))
    for owner in (line_above(lines, number), number):
        margin = " " * (indent(lines[owner]) + 4)
        moved = tuple(margin + line.strip() for line in lines[number:end])
        yield Fix(number, moved, what, _NO_COLON.advice)


def unreadable(lines: Sequence[str], number: int) -> Iterator[Fix]:
    """Yield ways to leave out what cannot be read at all."""
    what = f"This line cannot be read: {_shown(lines[number])}"
    for count in (1, block_end(lines, number) - number):
        advice = "Check its indent, its colon and its quotation marks."
        yield Fix(number, ("",) * count, what, advice)


def _shown(line: str) -> str:
    text = line.strip()
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _fixes(mistakes: Sequence[Mistake], lines: Sequence[str], number: int) -> Iterator[Fix]:
    for mistake in mistakes:
        found = re.match(mistake.pattern, lines[number].rstrip(" \t"))
        if found:
            parts = _parts(found)
            fixed, what, advice = (words.format(**parts) for words in mistake[1:])
            yield Fix(number, (fixed,), what, advice)


def _parts(found: re.Match[str]) -> dict[str, str]:
    value = found["value"]
    return found.groupdict() | {
        "quoted": _quoted(value),
        "safe": _safe(value),
        "shown": _shown(found.string),
        "joined": value.replace(": ", " ").rstrip(":"),
    }


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _safe(value: str) -> str:
    """Return *value*, quoted where it could not stand plain."""
    return value if _PLAIN.fullmatch(value) else _quoted(value)
