"""Know the slips people make in YAML, how each is mended, and how to say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Blanks that editors and copied web pages put where YAML wants spaces.
_ODD_BLANKS = "\t\u00a0\u2000-\u200b\u202f\u3000\ufeff"
_MARGIN = re.compile(rf"[ {_ODD_BLANKS}]*(?:-[ {_ODD_BLANKS}]+)*")
_ODD_BLANK = re.compile(f"[{_ODD_BLANKS}]")
_ENTRY = re.compile(r" *(?:- +)*(?P<key>[^\s:#'\"\[\]{},&*!|>%@`-][^:#]*?) *:(?= |$) *")
_SIMPLE_ENTRY = re.compile(r" *(?:- +)*[\w-]+:(?= |$)")
_ITEM = re.compile(r" *(?:- +)+")
_WORD = re.compile(r"(?P<head> *(?:- +)*)(?P<key>[A-Za-z_][\w-]*)(?P<rest>.*)$")
_QUOTED = re.compile(
    r"^(?P<head>(?:.*?: +)?| *(?:- +)*|.*?(?:- |: ) *)(?P<sign>[\"'])(?P<rest>.*)$"
)
_SIGNS = "@`%*&!|>[]{},?#-"
_QUOTE = "Put the whole text in quotation marks."
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Mend:
    """Lines to put in place of as many, from line *first* on, and what was wrong there."""

    first: int
    lines: tuple[str, ...]
    what: str
    advice: str


@dataclass(frozen=True, slots=True)
class Spot:
    """The part of a text where YAML gave up."""

    lines: Sequence[str]
    fault: int
    before: int
    """The last line above the fault that is not blank."""
    runaway: int | None
    """The line of a quotation mark that swallowed everything up to the fault."""

    @classmethod
    def at(cls, lines: Sequence[str], fault: int, runaway: int | None) -> Spot:
        """Return the spot around line *fault*, which moves up to the last line with text."""
        while fault > 0 and not lines[fault].strip():
            fault -= 1
        before = fault - 1
        while before > 0 and (not lines[before].strip() or lines[before].lstrip()[0] == "#"):
            before -= 1
        return cls(lines, fault, max(before, 0), runaway)

    @property
    def suspects(self) -> tuple[int, ...]:
        """The lines that may hold the slip, most likely first."""
        near = (self.fault,) if self.before == self.fault else (self.fault, self.before)
        return near if self.runaway is None else (self.runaway, *near)

    def block_end(self, first: int) -> int:
        """Return the index behind the lines that are indented below line *first*."""
        depth = indent(self.lines[first])
        end = first + 1
        while end < len(self.lines):
            line = self.lines[end]
            if line.strip() and indent(line) <= depth:
                break
            end += 1
        return end


def indent(line: str) -> int:
    """Return the number of spaces at the start of *line*."""
    return len(line) - len(line.lstrip(" "))


def find_mends(spot: Spot) -> Iterator[Mend]:
    """Yield mends for the slips people make, most likely first."""
    for number in spot.suspects:
        yield from _odd_blanks(spot, number)
    if spot.runaway is not None:
        yield from _open_quote(spot, spot.runaway)
    for number in spot.suspects:
        yield from _stray_quote(spot, number)
        yield from _glued(spot, number)
        yield from _no_colon(spot, number)
        yield from _special_sign(spot, number)
    for number in spot.suspects:
        yield from _wrong_indent(spot, number)
    for number in spot.suspects:
        yield from _colon_in_text(spot, number)
        yield from _loose_text(spot, number)
        yield from _open_quote(spot, number)
    for number in spot.suspects:
        yield from _no_hyphen(spot, number)


def last_resorts(spot: Spot) -> Iterator[Mend]:
    """Yield ways to leave out what cannot be read at all."""
    advice = "Check its indent, its colon and its quotation marks."
    for number in spot.suspects:
        what = f"YAML cannot read this line: {_shown(spot.lines[number])}"
        yield Mend(number, ("",), what, advice)
        yield Mend(number, ("",) * (spot.block_end(number) - number), what, advice)


def _shown(line: str) -> str:
    text = line.strip()
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _split(line: str) -> tuple[str, str]:
    """Return a line as what stands before its value and the value."""
    found = _ENTRY.match(line) or _ITEM.match(line)
    head = found[0] if found else line[: indent(line)]
    return head, line[len(head) :].rstrip()


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _odd_blanks(spot: Spot, number: int) -> Iterator[Mend]:
    def margin(line: str) -> str:
        found = _MARGIN.match(line)
        return found[0] if found else ""

    end = number
    while end < len(spot.lines) and _ODD_BLANK.search(margin(spot.lines[end])):
        end += 1
    if end == number:
        return
    tab = "\t" in margin(spot.lines[number])
    what = f"A {'tab' if tab else 'special blank'} stands where YAML needs spaces."
    if end - number > 1:
        what = f"{what[:-1]}, here and on the next lines up to line {end}."
    advice = "Replace it with spaces." if end - number == 1 else "Replace each with spaces."
    for width in (2, 4, 1, 8, 3, 6):
        mended = []
        for line in spot.lines[number:end]:
            start = margin(line)
            mended.append(_ODD_BLANK.sub(" " * width, start) + line[len(start) :])
        yield Mend(number, tuple(mended), what, advice)
    for depth in _indents_around(spot, number):
        yield Mend(number, (" " * depth + spot.lines[number].strip(),), what, advice)


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
    if word and re.match(r":(?!//)\S", word["rest"]) and not _ENTRY.match(line):
        mended = f"{word['head']}{word['key']}: {_safe(word['rest'][1:])}"
        yield Mend(number, (mended,), "A colon needs a space after it.", "Add a space.")


def _no_colon(spot: Spot, number: int) -> Iterator[Mend]:
    line = spot.lines[number]
    word = _WORD.match(line)
    if word is None or _ENTRY.match(line):
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
    return any(_SIMPLE_ENTRY.match(line) and f"{word}:" in line.split() for line in near)


def _safe(value: str) -> str:
    """Return *value*, quoted where it could not stand plain."""
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
    what = f"Text that starts with {value[0]} means something else to YAML."
    yield Mend(number, (head + _quoted(value),), what, _QUOTE)


def _wrong_indent(spot: Spot, number: int) -> Iterator[Mend]:
    line = spot.lines[number]
    if not (_SIMPLE_ENTRY.match(line) or line.lstrip().startswith("- ")):
        return
    what = "This line is indented differently from the lines it belongs to."
    advice = "Give it as many spaces as they have."
    block = spot.block_end(number)
    for depth in _indents_around(spot, number):
        shift = depth - indent(line)
        for end in dict.fromkeys((number + 1, block, _run_end(spot, number))):
            mended = tuple(_shifted(each, shift) for each in spot.lines[number:end])
            yield Mend(number, mended, what, advice)


def _shifted(line: str, shift: int) -> str:
    if not line.strip():
        return line
    return " " * shift + line if shift > 0 else line[min(-shift, indent(line)) :]


def _run_end(spot: Spot, number: int) -> int:
    """Return the index behind the lines indented as deeply as line *number*, or deeper."""
    depth = indent(spot.lines[number])
    end = number + 1
    while end < len(spot.lines) and indent(spot.lines[end]) >= depth and spot.lines[end].strip():
        end += 1
    return end


def _indents_around(spot: Spot, number: int) -> list[int]:
    """Return the indents in use near line *number*, the closest first."""
    own = indent(spot.lines[number])
    depths = set()
    for line in spot.lines[max(number - 15, 0) : number + 8]:
        if line.strip():
            item = _ITEM.match(line)
            depths |= {indent(line), len(item[0]) if item else indent(line)}
    depths.discard(own)
    return sorted(depths, key=lambda depth: (abs(depth - own), depth))[:5]


def _colon_in_text(spot: Spot, number: int) -> Iterator[Mend]:
    line = spot.lines[number]
    head, value = _split(line)
    advice = _QUOTE
    if value.endswith(":"):
        what = "The text ends with a colon, which YAML reads as a new key."
    else:
        what = "The text holds a colon followed by a space, which YAML reads as a new key."
    if ": " in value or value.endswith(":"):
        yield Mend(number, (head + _quoted(value),), what, advice)
    if ": " in line or line.endswith(":"):
        margin = " " * indent(line)
        text = line.strip().replace(": ", " ").rstrip(":")
        yield Mend(number, (margin + text,), what, advice)


def _loose_text(spot: Spot, number: int) -> Iterator[Mend]:
    """Text below a key that is not indented, so that it does not belong to it."""
    end = number
    while end < len(spot.lines) and spot.lines[end].strip() and not _ENTRY.match(spot.lines[end]):
        if end > number and _ITEM.match(spot.lines[end]):
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


def _no_hyphen(spot: Spot, number: int) -> Iterator[Mend]:
    line = spot.lines[number]
    if not _SIMPLE_ENTRY.match(line) or _ITEM.match(line):
        return
    what = "A hyphen is missing where a new item of the list starts."
    for depth in (indent(line), max(indent(line) - 2, 0)):
        yield Mend(number, (f"{' ' * depth}- {line.strip()}",), what, "Put - in front of it.")
