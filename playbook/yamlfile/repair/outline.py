"""See a text as an outline: how deep each line stands, and which lines hang together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

HEAD = r" *(?:- +)*"
ENTRY = rf"{HEAD}[^\s:#'\"\[\]{{}},&*!|>%@`-][^:#]*:(?= |$) *"
"""A line with a key, up to its value."""
ITEM = r" *(?:- +)+"
"""The start of a line with an item of a list."""
_SAYS_SOMETHING = r"\s*[^\s#]"


@dataclass(frozen=True, slots=True)
class Fix:
    """Lines to put in place of as many, from line *first* on, and what was wrong there."""

    first: int
    lines: tuple[str, ...]
    what: str
    advice: str
    unlikely: int = 0
    """How unlikely it is, from 0 to 9 for a hair to 10 for as much as one line more changed."""

    @property
    def cost(self) -> int:
        """How much it changes."""
        return 10 * len(self.lines) + self.unlikely


def indent(line: str) -> int:
    """Return the number of spaces at the start of *line*."""
    return len(line) - len(line.lstrip(" "))


def text_column(line: str) -> int:
    """Return how far the text of *line* stands from the margin, behind its hyphens."""
    return len(line) - len(re.sub(HEAD, "", line, count=1))


def first_like(pattern: str, lines: Sequence[str], numbers: Iterable[int], otherwise: int) -> int:
    """Return the first of the lines with *numbers* that *pattern* matches, or else *otherwise*."""
    wanted = re.compile(pattern)
    return next((number for number in numbers if wanted.match(lines[number])), otherwise)


def line_above(lines: Sequence[str], number: int) -> int:
    """Return the last line above line *number* that says something, the first one if none does."""
    return first_like(_SAYS_SOMETHING, lines, range(number - 1, 0, -1), 0)


def parents(lines: Sequence[str], number: int) -> list[int]:
    """Return the lines below which line *number* is indented, outermost first."""
    found: list[int] = []
    depth = indent(lines[number])
    while depth > 0 and number > 0:
        number -= 1
        line = lines[number]
        if indent(line) < depth and re.match(_SAYS_SOMETHING, line):
            found.insert(0, number)
            depth = indent(line)
    return found


def first_below(lines: Sequence[str], number: int) -> int:
    """Return the first line below line *number* that says something, or else itself."""
    return first_like(_SAYS_SOMETHING, lines, range(number + 1, len(lines)), number)


def block_end(lines: Sequence[str], first: int) -> int:
    """Return the index behind the lines that are indented below line *first*."""
    as_deep_at_most = rf" {{0,{indent(lines[first])}}}(?! )\s*\S"
    return first_like(as_deep_at_most, lines, range(first + 1, len(lines)), len(lines))


def run_end(lines: Sequence[str], first: int) -> int:
    """Return the index behind the lines indented as deeply as line *first*, or deeper."""
    blank_or_less_deep = rf"(?! {{{indent(lines[first])}}}\s*\S)"
    return first_like(blank_or_less_deep, lines, range(first + 1, len(lines)), len(lines))


def indents_around(lines: Sequence[str], number: int) -> list[tuple[int, bool]]:
    """Return the indents in use near a line, the closest first, and whether each is rare."""
    own = indent(lines[number])
    depths: Counter[int] = Counter()
    for line in lines[max(number - 30, 0) : number + 30]:
        if line.strip():
            depths.update({indent(line), text_column(line)})
    del depths[own]
    closest = sorted(depths, key=lambda depth: (abs(depth - own), depth))[:5]
    return [(depth, depths[depth] == 1 and depth > 0) for depth in closest]
