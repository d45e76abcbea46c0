"""Fix what is wrong in front of a line: its blanks, its indent, its hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from playbook.yamlfile.repair.outline import (
    HEAD,
    Fix,
    block_end,
    first_like,
    indent,
    indents_around,
    line_above,
    run_end,
    text_column,
)

# Blanks that editors and copied web pages put where YAML wants spaces.
_ODD_BLANKS = "\t\u00a0\u2000-\u200b\u202f\u3000\ufeff"
_ODD_BLANK = re.compile(f"[{_ODD_BLANKS}]")
_MARGIN = re.compile(rf"[ {_ODD_BLANKS}]*(?:-[ {_ODD_BLANKS}]+)*")
_NO_ODD_MARGIN = rf"(?!{HEAD}-?[{_ODD_BLANKS}])"
_PLAIN_ENTRY = re.compile(r" *[\w-]+:(?: |$)")
_ENTRY_OR_ITEM = re.compile(r"\s*- | *(?:[\w-]+:(?: |$))")
_ENTRY_WITH_VALUE = re.compile(r" *(?:- +)*[\w-]+: +[^\s|>]")


def odd_blanks(lines: Sequence[str], number: int) -> Iterator[Fix]:
    """Yield fixes for tabs and the like in front of a line and of those below it."""
    end = first_like(_NO_ODD_MARGIN, lines, range(number, len(lines)), len(lines))
    sign = "tab" if "\t" in _margin(lines[number]) else "special blank"
    if end == number + 1:
        what = f"A {sign} stands where spaces are needed."
        beside = _indent_beside(lines, number)
        for fixed in beside or _respaced(lines, number, end):
            yield Fix(number, fixed, what, "Replace it with spaces.")
    elif end > number:
        what = f"A {sign} stands where spaces are needed, here and on the next lines up to line"
        for fixed in _respaced(lines, number, end):
            yield Fix(number, fixed, f"{what} {end}.", "Replace each with spaces.")


def _margin(line: str) -> str:
    """Return the blanks and hyphens in front of the text of *line*."""
    return line[: len(line) - len(_MARGIN.sub("", line, count=1))]


def _indent_beside(lines: Sequence[str], number: int) -> list[tuple[str]]:
    """Return the line below the entry above it, where as many tabs would have come out there.

    Reading would get further with some other indent when the next line is at fault as well.
    """
    above = lines[line_above(lines, number)]
    blanks = len(_margin(lines[number]))
    depth = text_column(above)
    if "\t" not in lines[number] or depth not in (2 * blanks, 4 * blanks, 8 * blanks):
        return []
    return [(" " * depth + lines[number].strip(),)] if _ENTRY_WITH_VALUE.match(above) else []


def _respaced(lines: Sequence[str], first: int, end: int) -> Iterator[tuple[str, ...]]:
    """Yield the lines with so many spaces for each blank, then the first with every indent."""
    parted = [(_margin(line), line.removeprefix(_margin(line))) for line in lines[first:end]]
    for width in (2, 4, 1, 8, 3, 6):
        yield tuple(_ODD_BLANK.sub(" " * width, margin) + rest for margin, rest in parted)
    for depth, _ in [(indent(lines[first]), False), *indents_around(lines, first)]:
        yield (" " * depth + lines[first].strip(),)


def wrong_indent(lines: Sequence[str], number: int) -> Iterator[Fix]:
    """Yield the line, alone or with those below it, moved to each indent in use around it."""
    if not _ENTRY_OR_ITEM.match(lines[number]):
        return
    what = "This line is indented differently from the lines it belongs to."
    advice = "Give it as many spaces as they have."
    for depth, rare in indents_around(lines, number):
        shift = depth - indent(lines[number])
        ends = (number + 1, block_end(lines, number), run_end(lines, number))
        for end in dict.fromkeys(ends):
            moved = (" " * (indent(line) + shift) + line.lstrip(" ") for line in lines[number:end])
            yield Fix(number, tuple(moved), what, advice, min(abs(shift), 9) + 10 * rare)


def no_hyphen(lines: Sequence[str], number: int) -> Iterator[Fix]:
    """Yield the line with a hyphen in front of it."""
    if not _PLAIN_ENTRY.match(lines[number]):
        return
    what = "A hyphen is missing where a new item of the list starts."
    line = lines[number]
    for depth in (indent(line), max(indent(line) - 2, 0)):
        yield Fix(number, (f"{' ' * depth}- {line.strip()}",), what, "Put - in front of it.")
