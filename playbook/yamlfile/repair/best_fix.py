"""Read a YAML text past its mistakes, so that one mistake hides no other.

YAML stops at the first thing it cannot read. Here the line at fault is fixed in the ways
people go wrong (see ``mistakes`` and ``indentation``), each is tried, and the one after which
YAML reads furthest is what was wrong. The rest of the text is then read as if it had been fixed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

import yaml

from playbook.yamlfile.nodes import Node, parse
from playbook.yamlfile.refusals import Refusal, RefusedError
from playbook.yamlfile.repair.fault import Fault, find_fault
from playbook.yamlfile.repair.indentation import no_hyphen, odd_blanks, wrong_indent
from playbook.yamlfile.repair.leftovers import clear
from playbook.yamlfile.repair.mistakes import (
    colon_in_text,
    key_without_colon,
    loose_text,
    mistyped,
    no_colon,
    open_quote,
    unreadable,
)
from playbook.yamlfile.repair.outline import Fix, first_below, line_above, parents

MAX_MISTAKES = 20
_MAX_TRIED = 6_000_000
"""How many characters are read in search of fixes, over a whole text."""
_LINES_BEFORE = 60
_LINES_AFTER = 200
_TOP = re.compile(r"[^\s#-]")
_START = re.compile(r" *(?:- +|[\w-]+:(?: |$))")
_END = 10**9


Stage: TypeAlias = tuple[Sequence[int], Sequence[Callable[[Sequence[str], int], Iterator[Fix]]]]
"""Lines that may hold the mistake, most likely first, and what finds fixes for each of them."""


class Score(NamedTuple):
    """How good a fix is: reading further beats few oddities beats few changed lines."""

    reach: int
    oddities: int
    changes: int


_GOOD_ENOUGH = Score(_END, 0, -11)
_USELESS = Score(-1, 0, 0)


def parse_mended(text: str) -> tuple[Node | None, list[Refusal]]:
    """Return the tree of *text*, read past its mistakes, and everything that is wrong with it."""
    lines = text.split("\n")
    refusals = clear(lines)
    search = _Search(lines)
    while True:
        try:
            root, refused = parse("\n".join(lines))
        except RefusedError as error:
            return None, [*refusals, error.refusal]
        except yaml.YAMLError:
            fix = search.next_fix()
            refusals.append(Refusal(fix.first + 1, fix.what, fix.advice))
            if not fix.lines:
                return None, refusals
            lines[fix.first : fix.first + len(fix.lines)] = fix.lines
        else:
            return root, [*refusals, *refused]


class _Search:
    """Look for the fix after which YAML reads furthest, within a limit of work."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self._characters_left = _MAX_TRIED
        self._fixes_left = MAX_MISTAKES

    def next_fix(self) -> Fix:
        """Return the best fix for the first mistake; one without lines when none helps."""
        fault = find_fault("\n".join(self.lines)) or Fault(0)
        place = min(fault.line, len(self.lines) - 1)
        if not self.lines[place].strip():
            place = line_above(self.lines, place)
        near = [*fault.runaway, place, line_above(self.lines, place)]
        opener = parents(self.lines, place)[-1:]
        far = [*near, *(first_below(self.lines, number) for number in opener), *opener]
        likely: list[Stage] = [
            (far, (odd_blanks,)),
            (fault.runaway, (open_quote,)),
            (near, (mistyped, key_without_colon)),
            (far, (wrong_indent,)),
            (near, (colon_in_text, loose_text, no_colon, open_quote)),
            (far, (no_hyphen,)),
        ]
        fix = self._best(likely, fault.floor) or self._best([(near, (unreadable,))], fault.floor)
        self._fixes_left -= 1
        if fix is not None and self._fixes_left >= 0:
            return fix
        what = "From here on the file cannot be read."
        line = min(fault.floor, len(self.lines) - 1)
        return Fix(line, (), what, "Mend this line and those above, then try again.")

    def _best(self, stages: Sequence[Stage], floor: int) -> Fix | None:
        best, best_score = None, Score(floor, _END, 0)
        for fix in _fixes(self.lines, stages):
            score = self._score(fix, floor)
            if score > best_score:
                best, best_score = fix, score
            if score >= _GOOD_ENOUGH:
                break
        return best

    def _score(self, fix: Fix, floor: int) -> Score:
        """Return how good *fix* is, looking only at the lines around it."""
        lines = self.lines
        behind = fix.first + len(fix.lines)
        start = _start(lines, min(fix.first, floor))
        end = max(behind, floor) + _LINES_AFTER
        above = [lines[number] for number in parents(lines, start)]
        text = "\n".join([*above, *lines[start : fix.first], *fix.lines, *lines[behind:end]])
        self._characters_left -= len(text)
        if self._characters_left < 0:
            return _USELESS
        try:
            fault = find_fault(text)
            if fault is None:
                return Score(_END, -_oddities(text), -fix.cost)
        except RefusedError:
            return _USELESS
        return Score(start - len(above) + fault.floor, 0, -fix.cost)


def _fixes(lines: Sequence[str], stages: Sequence[Stage]) -> Iterator[Fix]:
    for numbers, finders in stages:
        for number in dict.fromkeys(numbers):
            for find in finders:
                yield from find(lines, number)


def _start(lines: Sequence[str], number: int) -> int:
    """Return the line from which to read: some way above line *number*."""
    for start in range(number - 1, 0, -1):
        begins = _TOP if number - start <= _LINES_BEFORE else _START
        if begins.match(lines[start]):
            return start
    return 0


def _oddities(text: str) -> int:
    """Return the number of repeated and empty keys, which a wrong fix brings about."""
    root, refused = parse(text)
    return len(refused) + (_empty(root) if root else 0)


def _empty(node: Node) -> int:
    return sum((item.data is None) + _empty(item) for item in node.items)
