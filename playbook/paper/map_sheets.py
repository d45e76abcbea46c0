"""Spread the journey map over several sheets, so that its letters stay large enough to read."""

from __future__ import annotations

import copy
import math
from collections.abc import Iterator
from itertools import chain
from xml.etree.ElementTree import Element, SubElement

from playbook.paper.html_tree import classes

MOST_COLUMNS = 4
"""How many stages stand side by side, on paper that lies on its side."""

_LANES = 9
"""How many hundredths of the width the names of the lanes take."""
_LEAST = 300
"""As if at least so many letters stood in a column."""


def spread(body: Element) -> None:
    """Replace each table of the whole map in *body* by tables of a few columns each."""
    for holder in body.iter():
        if "pb-map--whole" in classes(holder):
            holder[:] = [part for one in holder for part in _parts(one)]


def _parts(table: Element) -> Iterator[Element]:
    """Yield tables with the first column and a few of the others each, or the table as it is."""
    widths = {len(row) for row in table.findall("*/tr")}
    merged = table.find(".//*[@colspan]"), table.find(".//*[@rowspan]")
    if len(widths) != 1 or merged != (None, None):
        yield table
        return
    (width,) = widths
    sheets = max(1, math.ceil((width - 1) / MOST_COLUMNS))
    share = max(1, math.ceil((width - 1) / sheets))
    for first in range(1, max(width, 2), share):
        part = copy.deepcopy(table)
        for row in part.findall("*/tr"):
            row[:] = [*row[:1], *row[first : first + share]]
        part.insert(0, _widths(part))
        yield part


def _widths(table: Element) -> Element:
    """Return widths that give a column with much to say more room, which saves sheets."""
    columns = zip(*(row[1:] for row in table.findall("*/tr")), strict=True)
    texts = ["".join(chain.from_iterable(cell.itertext() for cell in column)) for column in columns]
    wants = [math.sqrt(max(_LEAST, len(text))) for text in texts]
    group = Element("colgroup")
    SubElement(group, "col", {"style": f"width: {_LANES}%"})
    for want in wants:
        part = (100 - _LANES) * want / sum(wants)
        SubElement(group, "col", {"style": f"width: {part:.2f}%"})
    return group
