"""Make a file of its own of each drawing on a page, with the colours of the brand.

A drawing inside HTML takes its colours from the style sheet of the page; on paper it is a picture,
which brings its own along and says in words what it shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_SVG = "{http://www.w3.org/2000/svg}"
_TAGS = frozenset(
    {"svg", "g", "path", "line", "polyline", "polygon", "circle", "ellipse", "rect", "text"}
    | {"tspan", "title", "desc", "defs"}
)
_LEFT_OUT = re.compile(r"\{.*|on.*|href|style|id", re.S)
_MOST_DEPTH = 50


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing as a file."""

    content: bytes
    says: str
    """What it shows, in words."""
    look: str
    """Its classes."""


def redrawn(old: Element, restyle: Callable[[str], str]) -> Drawing | None:
    """Return the drawing in *old*, or None for anything that is no drawing of plain shapes."""
    if old.tag != f"{_SVG}svg":
        return None
    new = _copied(old)
    style = Element(f"{_SVG}style")
    style.text = restyle("drawing.css")
    new.insert(0, style)
    told = [*old.iter(f"{_SVG}title"), *old.iter(f"{_SVG}desc")]
    words = [old.get("aria-label", ""), *("".join(each.itertext()) for each in told)]
    says = " ".join(" ".join(words).split())
    return Drawing(ElementTree.tostring(new), says, old.get("class", ""))


def _copied(old: Element, depth: int = 0) -> Element:
    kept = {key: value for key, value in old.items() if not _LEFT_OUT.fullmatch(key)}
    new = Element(old.tag, kept)
    new.text, new.tail = old.text, old.tail
    for child in old:
        # A comment has a function for its tag.
        is_shape = str(child.tag).removeprefix(_SVG) in _TAGS
        if is_shape and depth < _MOST_DEPTH:
            new.append(_copied(child, depth + 1))
    return new
