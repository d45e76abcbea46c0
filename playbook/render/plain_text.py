"""Turn the Markdown of a page into plain text, for a preview in a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Literal

from playbook.render.markdown import ElementReader
from playbook.words import clean

# A table whose rows take two lines of a terminal at most is shown in one paragraph a row.
SHORT_ROW = 150

Style = Literal["title", "heading", "subheading", "plain", "item", "faint"]
_BLOCK = re.compile(
    r"address|article|aside|blockquote|caption|d[dlt]|details|div|figcaption|figure|footer|h[1-6]"
    r"|header|li|main|nav|[ou]l|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr"
)
_VOID = re.compile(r"area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")
# A browser ends the one by itself where the other begins.
_ENDS = re.compile(r"p p|li li|tr tr|d[dt] d[dt]|t[dh] t[dh]")
_STYLES: dict[str, Style] = {
    "h1": "title",
    "h2": "heading",
    "h3": "subheading",
    "h4": "subheading",
    "h5": "subheading",
    "h6": "subheading",
    "li": "item",
    "dt": "item",
    "dd": "item",
    "address": "item",
    "aside": "faint",
    "summary": "faint",
    ".pb-crumb": "faint",
    ".pb-legend": "faint",
    ".pb-cover__kicker": "faint",
    ".admonition-title": "subheading",
}
# What the page shows by colour and shape.
_AROUND = {
    ".pb-suggested": ("", " (suggested)"),
    ".pb-moment": ("[", "]"),
    ".pb-undecided": ("[", "]"),
}
# Ways around and drawings are of no use in a terminal.
_UNSHOWN = frozenset({"iframe", "nav", "object", "script", "style", "svg", "template"})
_HIDDEN = _UNSHOWN | {".pb-hidden", "[hidden]", "[aria-hidden=true]"}
_INDENTS = {"li": 2, "dt": 2, "dd": 2, "blockquote": 2}
_MARKS = {"li": "–", "dt": "–"}
# Python refuses to read very long numbers, and nobody counts so far.
_NUMBER = re.compile(r"[0-9]{1,9}")

Cell = tuple[str, str]
"""The tag of a cell of a table, and its text."""
_NO_CELL = ("", "")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, an item of a list, or a table row or a part of one."""

    text: str
    """What it says, never empty; on one line unless somebody broke it."""
    style: Style = "plain"
    indent: int = 0
    """The column where every line of the text starts."""
    mark: str = ""
    """What stands in front of the first line, with spaces to the left of it."""


@dataclass(slots=True)
class _Element:
    """An element that is open, and how the text in it is shown."""

    tag: str = ""
    style: Style = "plain"
    indent: int = 0
    is_hidden: bool = False
    is_code: bool = False
    is_cell: bool = False
    """Whether it is a cell of a table or stands in one, all of whose text is one."""
    mark: str = ""
    """What stands in front of its first block, until that is made."""
    number: int = 0
    """The number of the next item of a list."""
    before: str = ""
    after: str = ""


def plain_text(markdown: str) -> tuple[Block, ...]:
    """Return what a page says, its title first."""
    reader = _Reader()
    reader.read_page(markdown)
    title = next((block for block in reader.blocks if block.style == "title"), None)
    return tuple(sorted(reader.blocks, key=lambda block: block is not title))


class _Reader(ElementReader):
    """Collect the blocks of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        # Every element has a parent, and that one too.
        self._open = [_Element(), _Element()]
        self._pieces: list[str] = []
        self._rows: list[list[Cell]] = []
        self._term: int | None = None

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        if _VOID.fullmatch(tag):
            self._write(_instead(tag, attributes))
            return
        if _ENDS.fullmatch(f"{self._open[-1].tag} {tag}"):
            self._end()
        if _BLOCK.fullmatch(tag):
            self._finish_block()
        outside, parent = self._open[-2:]
        self._open.append(_begin(tag, attributes, parent, outside))
        self._write(self._open[-1].before)
        if tag == "tr":
            self._rows.append([])

    def handle_endtag(self, tag: str) -> None:
        """End an element, and those that were left open in it."""
        if any(element.tag == tag for element in self._open):
            while self._open[-1].tag != tag:
                self._end()
            self._end()

    def handle_data(self, data: str) -> None:
        """Take text over; only in code a line of it is a line."""
        self._write(data if self._open[-1].is_code else re.sub(r"\s+", " ", data))

    def close(self) -> None:
        """End the page, and whatever a template left open."""
        super().close()
        while len(self._open) > 2:
            self._end()
        self._finish_block()

    def _end(self) -> None:
        """End the innermost element."""
        element = self._open[-1]
        self._write(element.after)
        if element.tag in ("td", "th") and self._rows:
            self._rows[-1].append((element.tag, self._take().replace("\n", " ")))
        elif _BLOCK.fullmatch(element.tag):
            self._finish_block()
        self._open.pop()
        if element.tag == "table":
            self.blocks += _table(self._rows, element.indent)
            self._rows = []
        elif element.tag == "dt":
            self._term = None if element.mark else len(self.blocks) - 1
        elif element.tag == "dd":
            self._join_description()

    def _write(self, text: str) -> None:
        if not self._open[-1].is_hidden:
            self._pieces.append(text)

    def _take(self) -> str:
        """Return the text so far, tidied, and start afresh."""
        text = re.sub(r"[^\S\n]+", " ", clean("".join(self._pieces)))
        self._pieces = []
        return re.sub(r" ?\n ?", "\n", text).strip()

    def _finish_block(self) -> None:
        """Make a block of the text so far."""
        element = self._open[-1]
        if element.is_cell:
            self._write(" ")
            return
        text = self._take()
        if not text:
            return
        if element.style in ("title", "heading", "subheading"):
            text = text.replace("\n", " ")
        mark = ""
        for one in self._open:
            mark, one.mark = one.mark or mark, ""
        self.blocks.append(Block(text, element.style, element.indent, mark))

    def _join_description(self) -> None:
        """Put a description of one block behind what it describes, unless that is a sentence."""
        if self._term == len(self.blocks) - 2 and not self.blocks[-1].mark:
            term, description = self.blocks[-2:]
            if term.text[-1].isalnum():
                self.blocks[-2:] = [replace(term, text=f"{term.text}: {description.text}")]
        self._term = None


def _begin(tag: str, attributes: dict[str, str], parent: _Element, outside: _Element) -> _Element:
    """Return the element that begins in *parent*, which stands in *outside*."""
    element = replace(parent, tag=tag, mark="", before="", after="")
    selectors = _selectors(tag, attributes)
    for name in selectors:
        element.style = _STYLES.get(name, element.style)
        element.before, element.after = _AROUND.get(name, (element.before, element.after))
    # Closed, it shows its summary only.
    if tag == "summary" and parent.tag == "details":
        element.is_hidden = outside.is_hidden
    is_closed = tag == "details" and "open" not in attributes
    element.is_hidden |= is_closed or not _HIDDEN.isdisjoint(selectors)
    element.is_code |= tag == "pre"
    element.is_cell |= tag in ("td", "th")
    _place(element, parent, attributes.get("start", ""))
    return element


def _selectors(tag: str, attributes: dict[str, str]) -> list[str]:
    """Return what a style sheet might call an element: its tag, .class, [name] and [name=value]."""
    classes = [f".{name}" for name in attributes.get("class", "").split()]
    values = [f"[{name}={value}]" for name, value in attributes.items()]
    return [tag, *classes, *values, *(f"[{name}]" for name in attributes)]


def _instead(tag: str, attributes: dict[str, str]) -> str:
    """Return what stands for an element that holds no text."""
    if tag == "br":
        return "\n"
    alternative = attributes.get("alt", "").strip()
    is_shown = alternative and _HIDDEN.isdisjoint(_selectors(tag, attributes))
    return f"[{alternative}]" if is_shown else ""


def _place(element: _Element, parent: _Element, start: str) -> None:
    """Indent an element, and give it a mark if it is an item of a list."""
    element.indent += _INDENTS.get(element.tag, 0)
    mark = _MARKS.get(element.tag, "")
    if element.tag == "ol":
        element.number = int(start) if _NUMBER.fullmatch(start) else 1
    if mark and parent.tag == "ol":
        element.indent += 2
        mark = f"{parent.number}."
        parent.number += 1
    if mark:
        element.mark = mark.rjust(element.indent - 1)


def _table(rows: list[list[Cell]], indent: int) -> Iterator[Block]:
    """Yield a table row by row, each in one block if all are short."""
    first = rows[0] if rows else []
    has_heads = {tag for tag, _ in first} == {"th"}
    # What the first cell of a row is about goes without saying.
    heads = [_NO_CELL, *first[1:]] if has_heads else []
    lines = [list(_cells(heads, row)) for row in rows[int(has_heads) :]]
    is_short = all(len(" · ".join(line)) <= SHORT_ROW for line in lines)
    for line in lines:
        shown = [" · ".join(line)] if is_short else line
        for place, text in enumerate(shown):
            if text:
                yield Block(text, "item", indent + 2, "" if place else "–".rjust(indent + 1))


def _cells(heads: list[Cell], row: list[Cell]) -> Iterator[str]:
    """Yield the cells that say something, with their heads."""
    for (_, head), (_, cell) in zip_longest(heads, row, fillvalue=_NO_CELL):
        if cell.strip("–"):
            yield f"{head}: {cell}" if head else cell
