"""Put elements of HTML together."""

from __future__ import annotations

from xml.etree.ElementTree import Element


def append(into: Element, piece: Element | str) -> None:
    """Put *piece* at the end of an element."""
    if isinstance(piece, Element):
        into.append(piece)
    elif len(into):
        into[-1].tail = (into[-1].tail or "") + piece
    else:
        into.text = (into.text or "") + piece


def classes(element: Element) -> set[str]:
    """Return the classes of an element."""
    return set(element.get("class", "").split())


def with_class(element: Element, name: str) -> None:
    """Give an element a class more."""
    element.set("class", f"{element.get('class', '')} {name}".strip())
