"""Know the slips people make in YAML, how each is mended, and how to say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.yamlfile.margins import no_hyphen, odd_blanks, wrong_indent
from playbook.yamlfile.spot import ENTRY, ITEM, SIMPLE_ENTRY, Mend, Spot, indent

_WORD = re.compile(r"(?P<head> *(?:- +)*)(?P<key>[A-Za-z_][\w-]*)(?P<rest>.*)$")
_QUOTED = re.compile(
    r"^(?P<head>(?:.*?: +)?| *(?:- +)*|.*?(?:- |: ) *)(?P<sign>[\"'])(?P<rest>.*)$"
)
_SIGNS = "@`%*&!|>[]{},?#-"
_QUOTE = "Put the whole text in quotation marks."
_SHOWN = 60


def find_mends(spot: Spot) -> Iterator[Mend]:
    """Yield mends for the slips people make, most likely first."""
    for number in (*spot.suspects, *spot.openers):
        yield from odd_blanks(spot, number)
    if spot.runaway is not None:
        yield from _open_quote(spot, spot.runaway)
    for number in spot.suspects:
        yield from _stray_quote(spot, number)
        yield from _glued(spot, number)
        yield from _no_colon(spot, number)
        yield from _special_sign(spot, number)
    for number in (*spot.suspects, *spot.openers):
        yield from wrong_indent(spot, number)
    for number in spot.suspects:
        yield from _colon_in_text(spot, number)
        yield from _loose_text(spot, number)
        yield from _open_quote(spot, number)
    for number in (*spot.suspects, *spot.openers):
        yield from no_hyphen(spot, number)


def last_resorts(spot: Spot) -> Iterator[Mend]:
    """Yield ways to leave out what cannot be read at all."""
    advice = "Check its indent, its colon and its quotation marks."
    for number in spot.suspects:
        what = f"This line cannot be read: {_shown(spot.lines[number])}"
        yield Mend(number, ("",), what, advice)
        yield Mend(number, ("",) * (spot.block_end(number) - number), what, advice)


def _shown(line: str) -> str:
    text = line.strip()
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _split(line: str) -> tuple[str, str]:
    """Return a line as what stands before its value and the value."""
    found = ENTRY.match(line) or ITEM.match(line)
    head = found[0] if found else line[: indent(line)]
    return head, line[len(head) :].rstrip()


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _open_quote(spot: Spot, number: int) -> Iterator[Mend]:
    line = spot.lines[number]
    found = _QUOTED.match(line)
    if found is None or found["rest"].rstrip().endswith(found["sign"]):
        return
    what = "A quotation mark is opened here and not closed."
    yield Mend(number, (found["head"] + _quoted(found["rest"]),), what, "Close it.")
    without = line.replace(found["sign"], "", 1)
    yield Mend(number, (without,), what, "Close it, or take it away.")


def _stray_quote(spot: Spot, number: int) -> Iterator[Mend]:
    head, value = _split(spot.lines[number])
    if len(value) < 2 or value[0] not in "\"'":
        return
    sign = value[0]
    if value[-1] == sign:
        what = "A quotation mark inside the text ends it too early."
        advice = "Use the other kind of quotation mark around the text."
        yield Mend(number, (head + _quoted(value[1:-1]),), what, advice)
    elif sign in value[1:]:
        what = "There is more text behind the closing quotation mark."
        advice = "Put quotation marks of the other kind around the whole text."
        yield Mend(number, (head + _quoted(value),), what, advice)


def _glued(spot: Spot, number: int) -> Iterator[Mend]:
    """A hyphen or a colon without the space behind it."""
    line = spot.lines[number]
    found = re.match(r"( *(?:- +)*)-([^\s-].*)$", line)
    if found:
        yield Mend(
            number, (f"{found[1]}- {found[2]}",), "A hyphen needs a space after it.", "Add a space."
        )
    word = _WORD.match(line)
    if word and re.match(r":(?!//)\S", word["rest"]) and not ENTRY.match(line):
        mended = f"{word['head']}{word['key']}: {_safe(word['rest'][1:])}"
        yield Mend(number, (mended,), "A colon needs a space after it.", "Add a space.")


def _no_colon(spot: Spot, number: int) -> Iterator[Mend]:
    line = spot.lines[number]
    word = _WORD.match(line)
    if word is None or ENTRY.match(line):
        return
    what = f"This line has no colon: {_shown(line)}"
    advice = "Write it as key: value, or indent it to make it part of the text above."
    rest = word["rest"].strip()
    sign = rest[:1] in "=;：" and rest[:1] != ""
    above = spot.lines[number + 1 : number + 2]
    opens = not rest and bool(above) and indent(above[0]) >= indent(line)
    if sign or opens or "_" in word["key"] or _is_key(spot, word["key"], number):
        value = _safe(rest[1:].strip() if sign else rest)
        yield Mend(number, (f"{word['head']}{word['key']}: {value}".rstrip(),), what, advice)


def _is_key(spot: Spot, word: str, number: int) -> bool:
    """Return whether another line near line *number* has this word as its key."""
    near = spot.lines[max(number - 300, 0) : number + 300]
    return any(SIMPLE_ENTRY.match(line) and f"{word}:" in line.split() for line in near)


def _safe(value: str) -> str:
    """Return *value*, quoted where it could not stand plain."""
    if re.fullmatch(r"[|>][+-]?", value):
        return value
    plain = value[:1] not in _SIGNS and ": " not in value and not value.endswith(":")
    return value if not value or (plain and value[0] not in "\"'") else _quoted(value)


def _special_sign(spot: Spot, number: int) -> Iterator[Mend]:
    head, value = _split(spot.lines[number])
    if not value or value[0] not in _SIGNS:
        return
    if value[0] in "[{" and not value.endswith(closing := "]" if value[0] == "[" else "}"):
        what = "A bracket is opened here and not closed."
        yield Mend(number, (f"{head}{value}{closing}",), what, f"Close it with {closing}.")
    if value[0] in "|>" and len(value) > 1:
        what = f"The text may only start on the line below the {value[0]}."
        yield Mend(number, (head + value[0],), what, "Move it down, or put it in quotation marks.")
    what = f"Text that starts with {value[0]} has another meaning here."
    yield Mend(number, (head + _quoted(value),), what, _QUOTE)


def _colon_in_text(spot: Spot, number: int) -> Iterator[Mend]:
    line = spot.lines[number]
    head, value = _split(line)
    advice = _QUOTE
    if value.endswith(":"):
        what = "The text ends with a colon, which is read as a new key."
    else:
        what = "The text holds a colon followed by a space, which is read as a new key."
    if ": " in value or value.endswith(":"):
        yield Mend(number, (head + _quoted(value),), what, advice)
    if ": " in line or line.endswith(":"):
        margin = " " * indent(line)
        text = line.strip().replace(": ", " ").rstrip(":")
        yield Mend(number, (margin + text,), what, advice)


def _loose_text(spot: Spot, number: int) -> Iterator[Mend]:
    """Text below a key that is not indented, so that it does not belong to it."""
    end = number
    while end < len(spot.lines) and spot.lines[end].strip() and not ENTRY.match(spot.lines[end]):
        if end > number and ITEM.match(spot.lines[end]):
            break
        end += 1
    if end == number:
        return
    what = f"This line has no colon: {_shown(spot.lines[number])}"
    advice = "Write it as key: value, or indent it to make it part of the text above."
    depth = indent(spot.lines[spot.before]) + 4
    mended = tuple(" " * depth + line.strip() for line in spot.lines[number:end])
    yield Mend(number, mended, what, advice)
    word = _WORD.match(spot.lines[number])
    if word:
        value = _safe(word["rest"].strip())
        yield Mend(number, (f"{word['head']}{word['key']}: {value}".rstrip(),), what, advice)
