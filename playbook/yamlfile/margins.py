"""Mend what is wrong in front of a line: its blanks, its indent, its hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.yamlfile.spot import ITEM, SIMPLE_ENTRY, Mend, Spot, indent

# Blanks that editors and copied web pages put where YAML wants spaces.
_ODD_BLANKS = "\t\u00a0\u2000-\u200b\u202f\u3000\ufeff"
_MARGIN = re.compile(rf"[ {_ODD_BLANKS}]*(?:-[ {_ODD_BLANKS}]+)*")
_ODD_BLANK = re.compile(f"[{_ODD_BLANKS}]")


def odd_blanks(spot: Spot, number: int) -> Iterator[Mend]:
    """Yield mends for tabs and the like in front of a line and of those below it."""

    def margin(line: str) -> str:
        found = _MARGIN.match(line)
        return found[0] if found else ""

    end = number
    while end < len(spot.lines) and _ODD_BLANK.search(margin(spot.lines[end])):
        end += 1
    if end == number:
        return
    tab = "\t" in margin(spot.lines[number])
    what = f"A {'tab' if tab else 'special blank'} stands where spaces are needed."
    if end - number > 1:
        what = f"{what[:-1]}, here and on the next lines up to line {end}."
    advice = "Replace it with spaces." if end - number == 1 else "Replace each with spaces."
    beside = _depth_beside(spot, number, len(margin(spot.lines[number])))
    if beside is not None and end - number == 1:
        yield Mend(number, (" " * beside + spot.lines[number].strip(),), what, advice)
        return
    for width in (2, 4, 1, 8, 3, 6):
        mended = []
        for line in spot.lines[number:end]:
            start = margin(line)
            mended.append(_ODD_BLANK.sub(" " * width, start) + line[len(start) :])
        yield Mend(number, tuple(mended), what, advice)
    depths = [depth for depth, _ in spot.indents_around(number)]
    for depth in (indent(spot.lines[number]), *depths):
        yield Mend(number, (" " * depth + spot.lines[number].strip(),), what, advice)


def _depth_beside(spot: Spot, number: int, blanks: int) -> int | None:
    """Return the indent of the entry above, where as many tabs would have come out there.

    Reading would get further with some other indent when the next line is at fault as well.
    """
    above = next((line for line in reversed(spot.lines[:number]) if line.strip()), "")
    if not re.match(r" *(?:- +)*[\w-]+: +[^\s|>]", above) or "\t" not in spot.lines[number]:
        return None
    item = ITEM.match(above)
    depth = len(item[0]) if item else indent(above)
    return depth if depth in (2 * blanks, 4 * blanks, 8 * blanks) else None


def wrong_indent(spot: Spot, number: int) -> Iterator[Mend]:
    """Yield the line, alone or with those below it, moved to each indent in use around it."""
    line = spot.lines[number]
    if not (SIMPLE_ENTRY.match(line) or line.lstrip().startswith("- ")):
        return
    what = "This line is indented differently from the lines it belongs to."
    advice = "Give it as many spaces as they have."
    block = spot.block_end(number)
    for depth, rare in spot.indents_around(number):
        shift = depth - indent(line)
        for end in dict.fromkeys((number + 1, block, spot.run_end(number))):
            mended = tuple(_shifted(each, shift) for each in spot.lines[number:end])
            yield Mend(number, mended, what, advice, min(abs(shift), 9) + 10 * rare)


def _shifted(line: str, shift: int) -> str:
    if not line.strip():
        return line
    return " " * shift + line if shift > 0 else line[min(-shift, indent(line)) :]


def no_hyphen(spot: Spot, number: int) -> Iterator[Mend]:
    """Yield the line with a hyphen in front of it."""
    line = spot.lines[number]
    if not SIMPLE_ENTRY.match(line) or ITEM.match(line):
        return
    what = "A hyphen is missing where a new item of the list starts."
    for depth in (indent(line), max(indent(line) - 2, 0)):
        yield Mend(number, (f"{' ' * depth}- {line.strip()}",), what, "Put - in front of it.")
