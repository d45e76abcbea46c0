"""Find out where YAML stops reading a text, and which mend gets it past there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import yaml

from playbook.yamlfile.slips import find_mends, last_resorts
from playbook.yamlfile.spot import Mend, Spot, indent
from playbook.yamlfile.tree import Node, TooMuchError, disguise, guarded_events, parse

_MAX_TRIED = 6_000_000
"""How many characters are read in search of mends, over a whole text."""
_LINES_BEFORE = 60
_LINES_AFTER = 200
_TOP = re.compile(r"[^\s#-]")
_START = re.compile(r" *(?:- +|[\w-]+:(?: |$))")
_END = 10**9


@dataclass(frozen=True, slots=True)
class Fault:
    """Where YAML stopped reading, as indexes of lines."""

    line: int
    runaway: int | None
    """The line of a quotation mark that swallowed everything up to the fault."""

    @property
    def floor(self) -> int:
        """The line that reading must get past once the slip is mended."""
        return self.line if self.runaway is None else self.runaway


class Score(NamedTuple):
    """How good a mend is: reading further beats few oddities beats few changed lines."""

    reach: int
    oddities: int
    changes: int


_GOOD_ENOUGH = Score(_END, 0, -11)


def find_fault(text: str) -> Fault | None:
    """Return where YAML stops reading *text*, None when it does not.

    Raise TooMuchError when the text is too deep or too large.
    """
    quoted: tuple[int, int] | None = None
    masked, _ = disguise(text)
    try:
        for event in guarded_events(masked):
            if getattr(event, "style", None) in ("'", '"'):
                quoted = (event.start_mark.line, event.end_mark.line)
    except yaml.MarkedYAMLError as error:
        return _fault(error, quoted)
    return None


def _fault(error: yaml.MarkedYAMLError, quoted: tuple[int, int] | None) -> Fault:
    """Return the fault that *error* means; *quoted* is where the last quoted text stands."""
    context = error.context or ""
    mark = error.problem_mark or error.context_mark
    line = mark.line if mark else 0
    if error.context_mark is not None and "quoted scalar" in context:
        return Fault(line, error.context_mark.line)
    if error.context_mark is not None and ("simple key" in context or "flow" in context):
        return Fault(error.context_mark.line, None)
    if quoted and quoted[0] < quoted[1] == line:
        return Fault(line, quoted[0])
    return Fault(line, None)


class Search:
    """Look for the mend after which YAML reads furthest, within a limit of work."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self._left = _MAX_TRIED

    def mend(self) -> Mend | None:
        """Return the best mend for the first slip in the lines as they now are."""
        fault = find_fault("\n".join(self.lines))
        if fault is None:
            return None
        spot = Spot.at(self.lines, min(fault.line, len(self.lines) - 1), fault.runaway)
        return self._best(find_mends(spot), fault.floor) or self._best(
            last_resorts(spot), fault.floor
        )

    def _best(self, mends: Iterable[Mend], floor: int) -> Mend | None:
        best: tuple[Score, Mend] | None = None
        for mend in mends:
            score = self._score(mend, floor)
            if score.reach > floor and (best is None or score > best[0]):
                best = score, mend
            if score >= _GOOD_ENOUGH:
                break
        return best[1] if best else None

    def _score(self, mend: Mend, floor: int) -> Score:
        """Return how good *mend* is, looking only at the lines around it."""
        behind = mend.first + len(mend.lines)
        start = _start(self.lines, min(mend.first, floor))
        end = max(behind, floor) + _LINES_AFTER
        above = _lines_above(self.lines, start)
        part = [*above, *self.lines[start : mend.first], *mend.lines, *self.lines[behind:end]]
        text = "\n".join(part)
        self._left -= len(text)
        if self._left < 0:
            return Score(-1, 0, 0)
        try:
            fault = find_fault(text)
            if fault is None:
                return Score(_END, -_oddities(text), -mend.cost)
        except TooMuchError:
            return Score(-1, 0, 0)
        return Score(start - len(above) + fault.floor, 0, -mend.cost)


def _start(lines: Sequence[str], number: int) -> int:
    """Return the index of the line from which to read: some way above line *number*."""
    start = max(number - 1, 0)
    while start > 0 and not _TOP.match(lines[start]):
        if number - start > _LINES_BEFORE and _START.match(lines[start]):
            break
        start -= 1
    return start


def _lines_above(lines: Sequence[str], number: int) -> list[str]:
    """Return the lines below which line *number* is indented, outermost first."""
    found: list[str] = []
    depth = indent(lines[number])
    while depth > 0 and number > 0:
        number -= 1
        line = lines[number]
        if line.strip() and line.lstrip()[0] != "#" and indent(line) < depth:
            found.append(line)
            depth = indent(line)
    return found[::-1]


def _oddities(text: str) -> int:
    """Return the number of repeated and empty keys, which a wrong mend brings about."""
    root, refused = parse(text)
    return len(refused) + (_empty(root) if root else 0)


def _empty(node: Node) -> int:
    own = sum(item.data is None for item in node.items)
    return own + sum(_empty(item) for item in node.items if item.items)
