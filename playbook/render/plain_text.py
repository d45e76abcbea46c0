"""Turn the Markdown of a page into plain text, for a preview in a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from itertools import zip_longest

from markdown import Markdown  # type: ignore[import-untyped]

from playbook.render.elements import BLOCK, VOID, Element, Style, begin, instead
from playbook.words import clean

# Those of the site's configuration but the table of contents, and one that engines add.
EXTENSIONS = ("attr_list", "md_in_html", "tables", "def_list", "admonition", "fenced_code")
# A table whose rows take two lines of a terminal at most is shown in one paragraph a row.
SHORT_ROW = 150


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


def plain_text(markdown: str) -> tuple[Block, ...]:
    """Return what a page says, its title first."""
    body = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.DOTALL)
    html: str = Markdown(extensions=EXTENSIONS).convert(body)
    reader = _Reader()
    # The parser gives up at a marked section that is none.
    reader.feed(html.replace("<![", "&lt;!["))
    reader.close()
    title = next((block for block in reader.blocks if block.style == "title"), None)
    return tuple(sorted(reader.blocks, key=lambda block: block is not title))


class _Reader(HTMLParser):
    """Collect the blocks of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        # Every element has a parent, and that one too.
        self._open = [Element(), Element()]
        self._pieces: list[str] = []
        self._rows: list[list[tuple[str, str]]] = []
        self._term: int | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        attributes = {name: value or "" for name, value in attrs}
        if VOID.fullmatch(tag):
            self._write(instead(tag, attributes))
            return
        if self._open[-1].ends_at(tag):
            self._end()
        if BLOCK.fullmatch(tag):
            self._finish_block()
        outside, parent = self._open[-2:]
        self._open.append(begin(tag, attributes, parent, outside))
        self._write(self._open[-1].before)
        if tag == "table":
            self._rows = []
        elif tag == "tr":
            self._rows.append([])

    def handle_endtag(self, tag: str) -> None:
        """End an element, and those that were left open in it."""
        if any(element.tag == tag for element in self._open):
            while self._open[-1].tag != tag:
                self._end()
            self._end()

    def handle_data(self, data: str) -> None:
        """Take text over; only in code a line of it is a line."""
        is_code = any(element.tag == "pre" for element in self._open)
        self._write(data if is_code else re.sub(r"\s+", " ", data))

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
        if element.is_cell and self._rows:
            self._rows[-1].append((element.tag, self._take().replace("\n", " ")))
        elif BLOCK.fullmatch(element.tag):
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
        if not self._open[-1].hidden:
            self._pieces.append(text)

    def _take(self) -> str:
        """Return the text so far, tidied, and start afresh."""
        text = re.sub(r"[^\S\n]+", " ", clean("".join(self._pieces)))
        self._pieces = []
        return re.sub(r" ?\n ?", "\n", text).strip()

    def _finish_block(self) -> None:
        """Make a block of the text so far."""
        if any(element.is_cell for element in self._open):
            self._write(" ")
            return
        text, element = self._take(), self._open[-1]
        if not text:
            return
        if element.style in ("title", "heading", "subheading"):
            text = text.replace("\n", " ")
        mark = next((one.mark for one in reversed(self._open) if one.mark), "")
        for one in self._open:
            one.mark = ""
        self.blocks.append(Block(text, element.style, element.indent, mark))

    def _join_description(self) -> None:
        """Put a description of one block behind what it describes, unless that is a sentence."""
        if self._term == len(self.blocks) - 2 and not self.blocks[-1].mark:
            term, description = self.blocks[-2:]
            if term.text[-1].isalnum():
                self.blocks[-2:] = [replace(term, text=f"{term.text}: {description.text}")]
        self._term = None


def _table(rows: list[list[tuple[str, str]]], indent: int) -> Iterator[Block]:
    """Yield a table row by row, each in one block if all are short."""
    has_heads = bool(rows) and all(tag == "th" for tag, _ in rows[0])
    heads = [text for _, text in rows[0]] if has_heads else []
    lines = [
        list(_cells(heads, [text for _, text in row])) for row in rows[1 if has_heads else 0 :]
    ]
    if all(len(" · ".join(line)) <= SHORT_ROW for line in lines):
        lines = [[" · ".join(line)] for line in lines if line]
    for line in lines:
        for place, text in enumerate(line):
            yield Block(text, "item", indent + 2, "" if place else "–".rjust(indent + 1))


def _cells(heads: list[str], row: list[str]) -> Iterator[str]:
    """Yield the cells that say something, all but the first with their heads."""
    for place, (head, cell) in enumerate(zip_longest(heads, row, fillvalue="")):
        if cell.strip("–"):
            yield f"{head}: {cell}" if head and place else cell
