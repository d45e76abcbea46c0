"""Clear a text of what no YAML parser gets past: odd characters, git marks, extra documents."""

from __future__ import annotations

import re
from itertools import pairwise

from playbook.yamlfile.refusals import MAX_REFUSALS, Refusal

_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONFLICT = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: |$)")
_DOCUMENT = re.compile(r"(---|\.\.\.)(?:\s|$)")
_WRITTEN = re.compile(r"(?![#%])\s*\S")
_MARKS = {"---": "hyphens", "...": "dots"}


def clear(lines: list[str]) -> list[Refusal]:
    """Empty or mend the *lines* that stop any reading; return what was wrong with them."""
    return [
        *_clear_characters(lines)[:MAX_REFUSALS],
        *_clear_conflicts(lines)[:MAX_REFUSALS],
        *_clear_documents(lines)[:MAX_REFUSALS],
    ]


def _clear_characters(lines: list[str]) -> list[Refusal]:
    refusals = []
    for index, line in enumerate(lines):
        lines[index] = _FORBIDDEN.sub("", line)
        if lines[index] != line:
            what = "There is a character here that a text file cannot hold."
            refusals.append(Refusal(index + 1, what, "Delete it and type the line again."))
    return refusals


def _clear_conflicts(lines: list[str]) -> list[Refusal]:
    """Keep the first side of each git conflict; the last one ends with the last >>>>>>>."""
    refusals = []
    marks = [index for index, line in enumerate(lines) if _CONFLICT.match(line)]
    last = max((index for index in marks if lines[index][0] == ">"), default=-1)
    inside = False
    for index, end in pairwise([*marks, len(lines)]):
        sign = lines[index][0]
        if sign == "<" or not inside:
            what = "Marks of a git conflict were left in the file."
            mend = "Keep one side, and delete the lines with <<<<<<<, ======= and >>>>>>>."
            refusals.append(Refusal(index + 1, what, mend))
        other_side = inside and sign in "|="
        cleared = end if other_side else index + 1
        lines[index:cleared] = [""] * (cleared - index)
        inside = sign != ">" and index < last
    return refusals


def _clear_documents(lines: list[str]) -> list[Refusal]:
    """Empty lines that start or end a document, save one at the very start or end."""
    refusals = []
    written = [index for index, line in enumerate(lines) if _WRITTEN.match(line)]
    allowed = {"---": written[:1], "...": written[-1:]}
    for index in written:
        found = _DOCUMENT.match(lines[index])
        if found and index not in allowed[found[1]]:
            lines[index] = ""
            what = f"A line of three {_MARKS[found[1]]} stands here."
            refusals.append(Refusal(index + 1, what, "Delete the line."))
    return refusals
