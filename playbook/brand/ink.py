"""Tell whether anything of a logo can be seen on white, which is what it always stands on.

A picture made of points is looked at point by point. Of a drawing, the colours that it names are
looked at: that says nothing of where they are, so it is only told when none of them shows.
"""

from __future__ import annotations

import io
import itertools
import re
import struct
from collections.abc import Collection, Iterable, Iterator
from xml.etree.ElementTree import Element

from coloraide import Color
from PIL import Image

_LIGHTEST = 235
"""How light, of 255, the darkest point may be that still shows: a contrast of 1.2 to 1."""
_PALEST = 0.825
"""The same as a share of the light of white."""
_PAINTS = ("fill", "stroke", "stop-color", "flood-color", "lighting-color", "color")
_SET = re.compile(rf"(?<![\w-])({'|'.join(_PAINTS)})\s*:\s*([^;}}]+)")
_NAME = re.compile(r"[.#]?[\w-]+|\*")
_CURRENT = re.compile(r"(?i)currentcolor")
_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "polygon", "polyline", "text", "use"})
"""Parts that are black where nothing says otherwise."""
_NOT_DRAWN = frozenset({"clipPath", "mask", "style", "title", "desc"})
_SHOWN_ELSEWHERE = frozenset({"defs", "symbol"})
"""Parts that hold what others show, and often colour."""
_NO_COLOUR = re.compile(r"(?i)\s*(none|inherit|unset|initial|url\(.*|)\s*")
_HIDDEN = re.compile(r"(?<![\w-])(display\s*:\s*none|opacity\s*:\s*0+(\.0*)?\s*(;|$))")
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error)
"""What Pillow raises for a picture that cannot be read."""


def points_show(content: bytes) -> bool:
    """Return whether anything can be seen of a PNG, JPG or WebP; nothing can of a broken one."""
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "WEBP")) as image:
            if image.mode.startswith("I"):
                return True  # of grey in sixteen bits Pillow would take nearly all for white
            drawn = image.convert("RGBA")
    except _BROKEN:
        return False
    white = Image.new("RGBA", drawn.size, "white")
    darkest = Image.alpha_composite(white, drawn).convert("L").tobytes()
    return min(darkest) < _LIGHTEST


def drawing_shows(root: Element, pictures: Iterable[bytes]) -> bool:
    """Return whether anything can be seen of the drawing at *root* with *pictures* inside it.

    Where a filter makes light and shadow, something can.
    """
    sheet = "".join(style.text or "" for style in root.iter("style"))
    named = _SET.findall("};".join([sheet, *map(_look, _drawn(root))]))
    ink = "none" if "color" in dict(named) else "black"
    colours = {_CURRENT.sub(ink, colour) for _, colour in named}
    found = [*map(_shows, colours), *map(points_show, pictures)]
    return any(found) or root.find(".//filter") is not None or _is_black(root, _filled(sheet))


def _look(part: Element) -> str:
    """Return what a part says of itself, as a style: ``fill:#fff;d:M0 0z``."""
    said = map(":".join, part.items())
    return ";".join([*said, part.get("style", "")])


def _drawn(part: Element) -> Iterator[Element]:
    """Yield a part and what lies inside, without what shows nothing by itself."""
    if not _is_hidden(part):
        yield part
        yield from itertools.chain.from_iterable(map(_drawn, part))


def _is_hidden(part: Element) -> bool:
    return part.tag in _NOT_DRAWN or bool(_HIDDEN.search(_look(part)))


def _is_black(part: Element, filled: Collection[str]) -> bool:
    """Return whether something in a part is black because nothing says otherwise.

    *filled* are the names in the selectors of rules that set what parts are filled with.
    """
    classes = map(".{}".format, part.get("class", "").split())
    names = {"*", part.tag, f"#{part.get('id')}", *classes}
    is_filled = "fill" in dict(_SET.findall(_look(part))) or not names.isdisjoint(filled)
    if is_filled or _is_hidden(part):
        return False
    if part.tag in _SHOWN_ELSEWHERE:
        tiles = (*part.iter("pattern"), *part.iter("marker"))
        return any(_is_black(tile, filled) for tile in tiles)
    return part.tag in _SHAPES or any(_is_black(child, filled) for child in part)


def _filled(sheet: str) -> frozenset[str]:
    rules = [rule.rpartition("{") for rule in sheet.split("}")]
    fills = [selector for selector, _, style in rules if "fill" in dict(_SET.findall(style))]
    return frozenset(_NAME.findall(" ".join(fills)))


def _shows(value: str) -> bool:
    """Return whether a colour can be told from white; one that cannot be read here can.

    ``none`` is no colour, nor is ``url(#a)``, where other parts say which.
    """
    value = value.replace("!important", "").strip()
    try:
        colour = Color(value)
    except ValueError:
        return not _NO_COLOUR.fullmatch(value)
    return 1 - colour.alpha(nans=False) * (1 - colour.luminance()) < _PALEST
