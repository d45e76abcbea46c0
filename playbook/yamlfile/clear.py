"""Clear a text of what no YAML parser gets past: odd characters, git marks, extra documents."""

from __future__ import annotations

import re

from playbook.yamlfile.tree import MAX_REFUSALS, Refusal

_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONFLICT = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: |$)")
_DOCUMENT = re.compile(r"(---|\.\.\.)(?:\s|$)")


def clear(lines: list[str]) -> list[Refusal]:
    """Empty or mend the *lines* that stop any reading; return what was wrong with them."""
    return [*_clear_characters(lines), *_clear_conflicts(lines), *_clear_documents(lines)]


def _clear_characters(lines: list[str]) -> list[Refusal]:
    refusals = []
    for index, line in enumerate(lines):
        if line.isprintable() or not _FORBIDDEN.search(line):
            continue
        lines[index] = _FORBIDDEN.sub("", line)
        what = "There is a character here that a text file cannot hold."
        refusals.append(Refusal(index + 1, what, "Delete it and type the line again."))
    return refusals[:MAX_REFUSALS]


def _clear_conflicts(lines: list[str]) -> list[Refusal]:
    """Keep the first side of each git conflict."""
    refusals = []
    inside = dropping = False
    last = max((i for i, line in enumerate(lines) if line.startswith(">>>>>>>")), default=-1)
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
        dropping = inside and sign in "|=" and index < last
        inside = sign != ">" and index < last
        lines[index] = ""
    return refusals[:MAX_REFUSALS]


def _clear_documents(lines: list[str]) -> list[Refusal]:
    """Empty lines that end a document, save one at the very start or end."""
    refusals = []
    seen_text = False
    last = max((i for i, line in enumerate(lines) if line.strip()), default=0)
    for index, line in enumerate(lines):
        found = _DOCUMENT.match(line)
        if found is None:
            seen_text = seen_text or (bool(line.strip()) and line[0] not in "#%")
        elif found[1] == "---" and not seen_text:
            seen_text = True
        elif found[1] == "---" or index < last:
            lines[index] = ""
            what = f"A line of three {'hyphens' if found[1] == '---' else 'dots'} stands here."
            refusals.append(Refusal(index + 1, what, "Delete the line."))
    return refusals[:MAX_REFUSALS]
