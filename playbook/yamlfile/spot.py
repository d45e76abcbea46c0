"""Describe the place in a text where reading stopped, and what is to be put there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

ENTRY = re.compile(r" *(?:- +)*[^\s:#'\"\[\]{},&*!|>%@`-][^:#]*:(?= |$) *")
"""A line with a key, up to its value."""
SIMPLE_ENTRY = re.compile(r" *(?:- +)*[\w-]+:(?= |$)")
"""A line with a key of one word."""
ITEM = re.compile(r" *(?:- +)+")
"""The start of a line with an item of a list."""


@dataclass(frozen=True, slots=True)
class Mend:
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

    @property
    def openers(self) -> tuple[int, ...]:
        """The line below which the fault is indented, and the first line in that block."""
        depth = indent(self.lines[self.fault])
        number = self.fault - 1
        while number >= 0 and not 0 <= self._depth(number) < depth:
            number -= 1
        if number < 0:
            return ()
        first = number + 1
        while first < self.fault and self._depth(first) < 0:
            first += 1
        return (first, number) if first < self.before else (number,)

    def _depth(self, number: int) -> int:
        """Return the indent of a line, -1 when it says nothing."""
        text = self.lines[number].lstrip(" ")
        return len(self.lines[number]) - len(text) if text and text[0] != "#" else -1

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

    def run_end(self, first: int) -> int:
        """Return the index behind the lines indented as deeply as line *first*, or deeper."""
        depth = indent(self.lines[first])
        end = first + 1
        while (
            end < len(self.lines) and indent(self.lines[end]) >= depth and self.lines[end].strip()
        ):
            end += 1
        return end

    def indents_around(self, number: int) -> list[tuple[int, bool]]:
        """Return the indents in use near a line, the closest first, and whether each is rare."""
        own = indent(self.lines[number])
        depths: Counter[int] = Counter()
        for line in self.lines[max(number - 30, 0) : number + 30]:
            if line.strip():
                item = ITEM.match(line)
                depths.update({indent(line), len(item[0]) if item else indent(line)})
        del depths[own]
        closest = sorted(depths, key=lambda depth: (abs(depth - own), depth))[:5]
        return [(depth, depths[depth] == 1 and depth > 0) for depth in closest]


def indent(line: str) -> int:
    """Return the number of spaces at the start of *line*."""
    return len(line) - len(line.lstrip(" "))
