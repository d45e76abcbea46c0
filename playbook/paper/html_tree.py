"""Read HTML as browsers do, into a tree of elements, and put such trees together."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from playbook.paper.printer import require


def parsed(html: str) -> Element:
    """Return the body of *html* as a tree, read as browsers read it."""
    require()
    import tinyhtml5

    body: Element | None = tinyhtml5.parse(html, namespace_html_elements=False).find("body")
    return Element("body") if body is None else body


def add_text(into: Element, text: str | None) -> None:
    """Put *text* at the end of an element."""
    before = into[-1].tail if len(into) else into.text
    joined = "".join(filter(None, (before, text)))
    if len(into):
        into[-1].tail = joined
    else:
        into.text = joined


def classes(element: Element) -> set[str]:
    """Return the classes of an element."""
    return set(element.get("class", "").split())


def with_class(element: Element, name: str) -> None:
    """Give an element a class more."""
    element.set("class", f"{element.get('class', '')} {name}".strip())
