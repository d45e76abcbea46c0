"""Name what may be carried over from a page to the handbook, and what it becomes there.

A page may come from somebody else's template. What is not named here loses its element and its
attributes; of a few elements not even the words within are shown.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from playbook.paper.html_tree import classes, with_class

# Nothing in these is text that a reader is to see.
_LEFT_OUT = frozenset(
    {"script", "style", "link", "meta", "base", "title", "head", "template", "noscript"}
    | {"iframe", "frame", "frameset", "noframes", "object", "embed", "noembed", "applet", "portal"}
    | {"button", "select", "textarea", "datalist", "audio", "video", "canvas", "source", "track"}
    | {"map", "area", "nav", "math"}
)
# Ways around, what only a screen can do, and what is said once for the whole handbook: see
# docs/decisions.md.
_UNPRINTED = frozenset(
    {"pb-cover", "pb-ideas", "pb-care", "pb-pager", "pb-progress", "pb-print", "pb-map__ways"}
)
_KEPT = frozenset(
    {"p", "div", "section", "article", "aside", "header", "footer", "main", "hgroup", "address"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "br", "wbr", "figure"}
    | {"figcaption", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "colgroup", "col"}
    | {"thead", "tbody", "tfoot", "tr", "th", "td", "a", "img", "span", "b", "strong", "i", "em"}
    | {"u", "s", "del", "ins", "mark", "small", "big", "sub", "sup", "code", "kbd", "samp", "var"}
    | {"tt", "abbr", "cite", "dfn", "q", "time", "bdi", "bdo", "ruby", "rt", "rp"}
)
_BECOMES = {"details": "div", "summary": "p", "xmp": "pre", "listing": "pre", "plaintext": "pre"}
_CLASSES = {"details": "paper-open", "summary": "paper-open__head", "input": "paper-box"}
# A table as wide as its cells claim to be would keep the printer busy for hours.
_ATTRIBUTE = re.compile(
    r"(?:class|scope|start|value|lang|dir|alt|title)=.*|(?:colspan|rowspan)=[0-9]{1,3}", re.S
)
_HEADING = re.compile(r"h[1-6]")
_DEEPEST = 6


def is_left_out(old: Element) -> bool:
    """Return whether nothing of an element is printed, not even what stands in it."""
    given = classes(old)
    return bool(
        old.tag in _LEFT_OUT
        or (old.tag == "input" and old.get("type") != "checkbox")
        or given & _UNPRINTED
        or "hidden" in old.attrib
        or ("pb-legend" in given and any("pb-suggested" in classes(one) for one in old.iter()))
    )


def carried_over(old: Element, level: int) -> Element:
    """Return what an element becomes on a page that lies *level* deep, still empty."""
    tag = old.tag
    kept = {key: text for key, text in old.items() if _ATTRIBUTE.fullmatch(f"{key}={text}")}
    new = Element(tag if tag in _KEPT else _BECOMES.get(tag, "span"), kept)
    if _HEADING.fullmatch(tag):
        # Pages lie inside chapters, so their headings go as much deeper.
        depth = int(tag[1])
        new.tag = f"h{min(_DEEPEST, depth + level - 1)}"
        with_class(new, f"paper-h{depth}")
    if tag in _CLASSES:
        with_class(new, _CLASSES[tag])
    if tag == "img":
        new.set("src", old.get("src", ""))
        new.set("alt", old.get("alt", ""))
    return new
