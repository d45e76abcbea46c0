"""Clean an SVG logo of everything that acts, loads or grows, or refuse it, and say what it lost.

What is safe is svg-hush's to say. Our own tree stays as it was drawn, without what svg-hush would
take away or change: so nothing goes that is not noticed, and what shows is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.parsers import expat

import py_svg_hush

from playbook.brand.svg_pictures import Embedded, held_apart
from playbook.brand.svg_reader import SPACE, SVG, RefusedError, read_svg
from playbook.brand.svg_size import svg_size
from playbook.brand.svg_style import OUTSIDE, local, plain
from playbook.errors import BrandError

MAX_BYTES = 256_000
"""How large a drawing may be without the pictures inside it."""
_NUMBER = "data-number"
_PARTS = {"foreignObject": "a piece of a web page (foreignObject)"}
"""What to call a part that svg-hush takes away."""
_NAMES = frozenset({"id", "class", "href"})
"""Attributes that name a part of the drawing, and nothing else once addresses are local."""
_ALSO_SAFE = re.compile(
    rf"\S+ (paint-order [a-z ]+|{re.escape(SPACE)} (preserve|default))|textPath href #.*"
)
"""Attributes that svg-hush does not know, as part, name and value."""


@dataclass(frozen=True, slots=True)
class CleanSvg:
    """The harmless part of an SVG file."""

    content: bytes
    width: int
    height: int
    root: Element
    """The drawing itself, and the pictures inside it."""
    embedded: tuple[Embedded, ...]
    lost: tuple[str, ...]
    """What would have shown and does not, in words."""


def looks_like_svg(content: bytes) -> bool:
    """Tell whether *content* starts like an SVG or other XML file."""
    start = content[:1_000].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith((b"<?xml", b"<svg", b"<!--", b"<!DOCTYPE svg", b"<!doctype svg"))


def clean_svg(content: bytes, name: str) -> CleanSvg:
    """Return the harmless part of an SVG file, or raise BrandError."""
    try:
        return _cleaned(content)
    except RefusedError as reason:
        raise BrandError(_sentence(name, str(reason))) from None
    except (ValueError, LookupError, expat.ExpatError):
        raise BrandError(_sentence(name, "is not a well-formed SVG picture")) from None


def _sentence(name: str, reason: str) -> str:
    return f"{name} {reason}, so it is not used. Save the logo as PNG, or ask for a plain SVG."


def _cleaned(content: bytes) -> CleanSvg:
    lost: set[str] = set()
    root = read_svg(content, lost)
    embedded = held_apart(root, lost)
    _stay_home(root, lost)
    if len(_printed(root)) > MAX_BYTES:
        raise RefusedError(f"is larger than {MAX_BYTES // 1_000} kB without the pictures inside it")
    for number, element in enumerate(root.iter()):
        element.set(_NUMBER, str(number))
    _prune(root, _judged(root), lost)
    for element in root.iter():
        del element.attrib[_NUMBER]
    width, height = svg_size(root)
    for one in embedded:
        one.put_back()
    return CleanSvg(_printed(root), width, height, root, embedded, tuple(sorted(lost)))


def _stay_home(root: Element, lost: set[str]) -> None:
    """Take out what leads away from the file, in addresses and in styles."""
    for sheet in tuple(root.iter("style")):
        # Parts inside a style sheet show nothing, and the text behind them belongs to it.
        text = [sheet.text, *(child.tail for child in sheet)]
        sheet[:] = ()
        sheet.text = local("".join(filter(None, text)), lost)
    for element in root.iter():
        if not element.get("href", "#").startswith("#"):
            del element.attrib["href"]
            if element.tag != "a":  # a link shows nothing by itself
                lost.add(OUTSIDE)
        for key, value in element.items():
            element.set(key, local(value, lost))


def _judged(root: Element) -> Mapping[str, Element]:
    """Return what svg-hush leaves of the drawing, each part by its number."""
    hushed: bytes = py_svg_hush.filter_svg(_printed(_in_plain_letters(root)), {})
    return {element.get(_NUMBER, ""): element for element in read_svg(hushed, set()).iter()}


def _printed(root: Element) -> bytes:
    bare = Element("svg", {"xmlns": SVG.strip("{}"), **root.attrib})
    bare.text = root.text
    bare.extend(root)
    return ElementTree.tostring(bare, encoding="unicode").encode()


def _in_plain_letters(element: Element) -> Element:
    """Return a copy in which names are plain, for svg-hush knows letters of ASCII alone.

    A letter cannot act, and an address that begins with # leads nowhere else.
    """
    copy = Element(element.tag, {key: _plain(key, value) for key, value in element.items()})
    copy.text = plain(element.text or "") if element.tag == "style" else ""
    copy.extend(map(_in_plain_letters, element))
    return copy


def _plain(key: str, value: str) -> str:
    return "#x" if key in _NAMES else plain(value)


def _prune(element: Element, judged: Mapping[str, Element], lost: set[str]) -> None:
    """Take away what svg-hush took away, and note in *lost* what of it would have shown."""
    safe = judged[element.get(_NUMBER, "")]
    _prune_attributes(element, safe, lost)
    if element.tag == "style" and plain(element.text or "").strip() != (safe.text or "").strip():
        element.text = _told(safe.text or "", "a part of its style sheet", lost)
    for child in tuple(element):
        if child.get(_NUMBER) in judged:
            _prune(child, judged, lost)
        else:
            element.remove(child)
            lost.add(_PARTS.get(child.tag, f"a part called {child.tag}"))


def _prune_attributes(element: Element, safe: Element, lost: set[str]) -> None:
    for key, value in element.items():
        left = safe.get(key)
        if left is None and not _ALSO_SAFE.fullmatch(f"{element.tag} {key} {value}"):
            del element.attrib[key]
        if left is not None and left.strip() != _plain(key, value).strip():
            what = f"the setting {key} of a part ({element.tag})"
            element.set(key, _told(left, what, lost))


def _told(style: str, what: str, lost: set[str]) -> str:
    """Return what svg-hush made of a style, and say that it is another."""
    lost.add(what)
    return local(style, lost)
