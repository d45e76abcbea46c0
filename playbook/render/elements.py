"""Say how each element of a page is shown as plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

Style = Literal["title", "heading", "subheading", "plain", "item", "faint"]
BLOCK = re.compile(
    r"address|article|aside|blockquote|caption|d[dlt]|details|div|figcaption|figure|footer|h[1-6]"
    r"|header|li|main|nav|[ou]l|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr"
)
VOID = re.compile(r"area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")
# Ways around and drawings are of no use in a terminal.
_UNSHOWN = re.compile(r"iframe|nav|object|script|style|svg|template")
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
    "pb-suggested": ("", " (suggested)"),
    "pb-moment": ("[", "]"),
    "pb-undecided": ("[", "]"),
}
# Python refuses to read very long numbers, and nobody counts so far.
_NUMBER = re.compile(r"[0-9]{1,9}")
# A browser ends these by itself where a template did not.
_ENDS = {"p": "p", "li": "li", "tr": "tr", "d[dt]": "d[dt]", "t[dh]": "t[dh]"}


@dataclass(slots=True)
class Element:
    """An element that is open, and how the text in it is shown."""

    tag: str = ""
    style: Style = "plain"
    indent: int = 0
    hidden: bool = False
    mark: str = ""
    """What stands in front of its first block, until that is made."""
    number: int = 0
    """The number of the next item of a list."""
    before: str = ""
    after: str = ""

    @property
    def is_cell(self) -> bool:
        """Whether this is a cell of a table, all of whose text is one."""
        return self.tag in ("td", "th")

    def ends_at(self, tag: str) -> bool:
        """Return whether it ends where an element called *tag* begins."""
        return any(
            re.fullmatch(begun, tag) and re.fullmatch(ended, self.tag)
            for begun, ended in _ENDS.items()
        )


def begin(tag: str, attributes: dict[str, str], parent: Element, outside: Element) -> Element:
    """Return the element that begins in *parent*, which stands in *outside*."""
    element = replace(parent, tag=tag, mark="", before="", after="")
    classes = attributes.get("class", "").split()
    for name in (tag, *(f".{one}" for one in classes)):
        element.style = _STYLES.get(name, element.style)
    for name in classes:
        element.before, element.after = _AROUND.get(name, (element.before, element.after))
    # Closed, it shows its summary only.
    if tag == "summary" and parent.tag == "details":
        element.hidden = outside.hidden
    closed = tag == "details" and "open" not in attributes
    element.hidden |= closed or "pb-hidden" in classes or is_hidden(attributes)
    element.hidden |= _UNSHOWN.fullmatch(tag) is not None
    _place(element, parent, attributes.get("start", ""))
    return element


def is_hidden(attributes: dict[str, str]) -> bool:
    """Return whether an element says of itself that it is not for readers."""
    return "hidden" in attributes or attributes.get("aria-hidden") == "true"


def instead(tag: str, attributes: dict[str, str]) -> str:
    """Return what stands for an element that holds no text."""
    if tag == "br":
        return "\n"
    alternative = attributes.get("alt", "").strip()
    return f"[{alternative}]" if alternative and not is_hidden(attributes) else ""


def _place(element: Element, parent: Element, start: str) -> None:
    """Indent an element, and give it a mark if it is an item of a list."""
    if element.tag == "ol":
        element.number = int(start) if _NUMBER.fullmatch(start) else 1
    elif element.tag in ("li", "dt", "dd"):
        numbered = parent.tag == "ol"
        mark = f"{parent.number}." if numbered else "–"
        parent.number += 1
        element.indent += 4 if numbered else 2
        element.mark = "" if element.tag == "dd" else mark.rjust(element.indent - 1)
    elif element.tag == "blockquote":
        element.indent += 2
