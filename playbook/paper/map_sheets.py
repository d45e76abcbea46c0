"""Spread the journey map over several sheets, so that its letters stay large enough to read."""

from __future__ import annotations

import math
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from playbook.paper.elements import classes

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
            for index, table in [*enumerate(holder)][::-1]:
                if table.tag == "table":
                    parts = list(_parts(table))
                    holder[index : index + 1] = parts


def _parts(table: Element) -> Iterator[Element]:
    """Yield tables with the first column and a few of the others each, or the table as it is."""
    widths = {len(row) for row in table.iter("tr")}
    spans = any(cell.get("colspan") or cell.get("rowspan") for cell in table.iter())
    if len(widths) != 1 or spans:
        yield table
        return
    (width,) = widths
    sheets = -(-(width - 1) // MOST_COLUMNS) or 1
    share = -(-(width - 1) // sheets) or 1
    for first in range(1, max(width, 2), share):
        part = _with_columns(table, first, first + share)
        part.insert(0, _widths(part))
        yield part


def _widths(table: Element) -> Element:
    """Return widths that give a column with much to say more room, which saves sheets."""
    columns = zip(*(list(row)[1:] for row in table.iter("tr")), strict=True)
    wants = [
        math.sqrt(max(_LEAST, sum(len("".join(cell.itertext())) for cell in column)))
        for column in columns
    ]
    group = Element("colgroup")
    SubElement(group, "col", {"style": f"width: {_LANES}%"})
    for want in wants:
        part = (100 - _LANES) * want / sum(wants)
        SubElement(group, "col", {"style": f"width: {part:.2f}%"})
    return group


def _with_columns(old: Element, first: int, end: int) -> Element:
    new = Element(old.tag, dict(old.items()))
    new.text, new.tail = old.text, old.tail
    cells = list(old)
    if old.tag == "tr":
        cells = [*cells[:1], *cells[first:end]]
    if old.tag in ("td", "th"):
        new.extend(cells)
    else:
        new.extend(_with_columns(cell, first, end) for cell in cells)
    return new
