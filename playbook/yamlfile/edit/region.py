"""Find the few lines of a large text that have to change, so that only they are read again.

The text is not parsed: entries are found by their indent, and counted. Whoever uses a region
reads it first; where that says something else than it should, the whole text is the region.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from playbook.yamlfile.edit.list_match import match
from playbook.yamlfile.nodes import Plain

SMALL = 4_000
"""Regions of no more characters are not divided further."""
_FIRST_ENTRY = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*( *)(?=[^\s#])")
_SIGNS: dict[type, str] = {list: r"-[ \n]", dict: r"[^\s#-]"}
"""What the entries of a list and of a mapping start with."""
_KEY_ALONE = re.compile(r"[^\n]*:[ \t]*(?:#[^\n]*)?\n")


@dataclass(frozen=True, slots=True)
class Region:
    """Lines of a text from *start* to *end*, what they say, and what they should say."""

    start: int
    end: int
    old: Plain
    new: Plain


def regions_that_differ(text: str, region: Region) -> list[Region]:
    """Return the regions inside *region*, as small as may be, that hold all that is to change.

    In a mapping with the same keys, these are the entries that changed, or what changed in
    them. In a list it is one run of items: with ``c`` taken out of ``[a, b, c, d]`` it is
    ``b`` and ``c``, for what stands above an item that goes or comes is known by the one above.
    """
    old: Any = region.old
    new: Any = region.new
    if type(old) is not type(new) or isinstance(old, str):
        return [region]
    spans = _spans(text, region) if region.end - region.start > SMALL else []
    if len(spans) != len(old):
        return [region]
    if isinstance(old, list):
        return _run_of_items(region, spans, old, new)
    if list(old) != list(new):
        return [region]
    found = []
    for key, (start, end) in zip(old, spans, strict=True):
        if old[key] != new[key]:
            found += _inside_entry(text, key, Region(start, end, old[key], new[key]))
    return found


def _spans(text: str, region: Region) -> list[tuple[int, int]]:
    """Return where each entry of a mapping or list starts, and where its last line ends."""
    first = _FIRST_ENTRY.match(text, region.start, region.end)
    if first is None or "\r" in text:
        return []
    entry = re.compile(rf"\n {{{len(first[1])}}}(?={_SIGNS[type(region.old)]})")
    line_ends = [found.start() for found in entry.finditer(text, first.end(), region.end)]
    starts = [first.start(1), *(line_end + 1 for line_end in line_ends)]
    return list(zip(starts, [*line_ends, region.end], strict=True))


def _inside_entry(text: str, key: str, value: Region) -> list[Region]:
    """Return the regions that differ in an entry: of its value alone, or else all of it."""
    entry = Region(value.start, value.end, {key: value.old}, {key: value.new})
    opening = _KEY_ALONE.match(text, value.start, value.end)
    if opening is None:
        return [entry]
    below = Region(opening.end(), value.end, value.old, value.new)
    found = regions_that_differ(text, below)
    return [entry] if below in found else found


def _run_of_items(
    region: Region, spans: Sequence[tuple[int, int]], old: list[Plain], new: list[Plain]
) -> list[Region]:
    """Return the run of items that differs, which starts with one that stays in front."""
    first = _common(old, new)
    behind = _common(old[first:][::-1], new[first:][::-1])
    old_end, new_end = len(old) - behind, len(new) - behind
    if match(old[first:old_end], new[first:new_end])[:1] != [0]:
        first -= 1
    if first < 0:
        return [region]
    start, end = spans[first][0], spans[old_end - 1][1]
    return [Region(start, end, old[first:old_end], new[first:new_end])]


def _common(old: Sequence[Plain], new: Sequence[Plain]) -> int:
    """Return how many items both start with."""
    count = 0
    while count < min(len(old), len(new)) and old[count] == new[count]:
        count += 1
    return count
