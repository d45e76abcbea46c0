"""Read a YAML text past its slips, so that one slip hides no other.

YAML stops at the first thing it cannot read. Here the line at fault is mended in the ways
people slip (see ``slips``), each is tried, and the one after which YAML reads furthest is
what was wrong. The rest of the text is then read as if it had been mended.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from playbook.yamlfile.slips import Mend, Spot, find_mends, last_resorts
from playbook.yamlfile.tree import (
    MAX_REFUSALS,
    Node,
    Refusal,
    TooMuchError,
    disguise,
    guarded_events,
    parse,
)

MAX_SLIPS = 20
_MAX_TRIED = 20_000_000
_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONFLICT = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: |$)")
_DOCUMENT = re.compile(r"(---|\.\.\.)(?:\s|$)")
_TOP = re.compile(r"[^\s#-]")
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


def parse_mended(text: str) -> tuple[Node | None, list[Refusal]]:
    """Return the tree of *text*, read past its slips, and everything that is wrong with it."""
    lines = text.split("\n")
    refusals = [*_clear_characters(lines), *_clear_conflicts(lines), *_clear_documents(lines)]
    search = _Search(lines)
    for _ in range(MAX_SLIPS):
        try:
            root, refused = parse("\n".join(lines))
        except TooMuchError as error:
            return None, [*refusals, error.refusal]
        except yaml.YAMLError:
            mend = search.mend()
            if mend is None:
                break
            refusals.append(Refusal(mend.first + 1, mend.what, mend.advice))
            lines[mend.first : mend.first + len(mend.lines)] = mend.lines
        else:
            return root, [*refusals, *refused]
    fault = find_fault("\n".join(lines))
    line = fault.floor + 1 if fault else 0
    what = "From here on the file cannot be read."
    return None, [*refusals, Refusal(line, what, "Mend the other lines first.")]


def find_fault(text: str) -> Fault | None:
    """Return where YAML stops reading *text*, None when it does not."""
    runaway: tuple[int, int] | None = None
    masked, _ = disguise(text)
    try:
        for event in guarded_events(masked):
            if getattr(event, "style", None) in ("'", '"'):
                runaway = (event.start_mark.line, event.end_mark.line)
    except TooMuchError:
        return None
    except yaml.MarkedYAMLError as error:
        return _fault(error, runaway)
    return None


def _fault(error: yaml.MarkedYAMLError, quoted: tuple[int, int] | None) -> Fault:
    """Return the fault that *error* means; *quoted* is where the last quoted text stands."""
    context = error.context or ""
    mark = error.problem_mark or error.context_mark
    line = mark.line if mark else 0
    if error.context_mark is None:
        return Fault(line, None)
    if "quoted scalar" in context:
        return Fault(line, error.context_mark.line)
    if "simple key" in context or "flow" in context or "scanning" in context:
        return Fault(error.context_mark.line, None)
    if quoted and quoted[0] < quoted[1] == line:
        return Fault(line, quoted[0])
    return Fault(line, None)


class _Search:
    """Look for the mend after which YAML reads furthest, within a limit of work."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.tried = 0

    def mend(self) -> Mend | None:
        fault = find_fault("\n".join(self.lines))
        if fault is None:
            return None
        spot = Spot.at(self.lines, min(fault.line, len(self.lines) - 1), fault.runaway)
        for mends in (find_mends(spot), last_resorts(spot)):
            best: Mend | None = None
            furthest = fault.floor
            for mend in mends:
                reach = self._reach(mend, fault.floor)
                if reach > furthest:
                    best, furthest = mend, reach
                if reach == _END:
                    break
            if best is not None:
                return best
        return None

    def _reach(self, mend: Mend, floor: int) -> int:
        """Return the line on which YAML stops after *mend*, looking only at the parts around."""
        start = min(mend.first, floor)
        while start > 0 and not _TOP.match(self.lines[start]):
            start -= 1
        end = _later_part(self.lines, max(mend.first + len(mend.lines), floor + 1))
        part = self.lines[start:end]
        part[mend.first - start : mend.first - start + len(mend.lines)] = mend.lines
        text = "\n".join(part)
        self.tried += len(text)
        if self.tried > _MAX_TRIED:
            return -1
        fault = find_fault(text)
        return _END if fault is None else start + fault.floor


def _later_part(lines: Sequence[str], start: int) -> int:
    """Return the index behind the part of the file after the one that *start* is in."""
    tops = (index for index in range(start, len(lines)) if _TOP.match(lines[index]))
    next(tops, None)
    return next(tops, len(lines))


def _clear_characters(lines: list[str]) -> list[Refusal]:
    refusals = []
    for index, line in enumerate(lines):
        if line.isprintable() and not _FORBIDDEN.search(line):
            continue
        cleared = _FORBIDDEN.sub("", line)
        if cleared != line:
            lines[index] = cleared
            what = "There is a character here that a text file cannot hold."
            refusals.append(Refusal(index + 1, what, "Delete it and type the line again."))
    return refusals[:MAX_REFUSALS]


def _clear_conflicts(lines: list[str]) -> list[Refusal]:
    """Keep the first side of each git conflict."""
    refusals = []
    inside = dropping = False
    ends = max((i for i, line in enumerate(lines) if line.startswith(">>>>>>>")), default=-1)
    for index, line in enumerate(lines):
        found = _CONFLICT.match(line)
        if found is None:
            lines[index] = "" if dropping else line
            continue
        sign = found[1][0]
        if sign == "<" or not inside:
            what = "Marks of a git conflict were left in the file."
            mend = "Keep one side, and delete the lines with <<<<<<<, ======= and >>>>>>>."
            refusals.append(Refusal(index + 1, what, mend))
        dropping = inside and sign in "|=" and index < ends
        inside = sign != ">" and index < ends
        lines[index] = ""
    return refusals[:MAX_REFUSALS]


def _clear_documents(lines: list[str]) -> list[Refusal]:
    """Take away lines that end a document, save one at the very start or end."""
    refusals = []
    seen_text = False
    for index, line in enumerate(lines):
        found = _DOCUMENT.match(line)
        if found is None:
            seen_text = seen_text or (bool(line.strip()) and line[0] not in "#%")
        elif found[1] == "---" and not seen_text:
            seen_text = True
        elif found[1] == "---" or any(rest.strip() for rest in lines[index + 1 :]):
            lines[index] = ""
            what = f"A line of three {'hyphens' if found[1] == '---' else 'dots'} stands here."
            refusals.append(Refusal(index + 1, what, "Delete the line."))
    return refusals[:MAX_REFUSALS]
