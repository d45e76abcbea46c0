"""Read the natural size of a drawing, however its program wrote it."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from playbook.brand.raster import MAX_SIDE, Size

_DEFAULT_SIDE = 100
_BEYOND = 1e6
_NUMBER = r"[+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?"
_LENGTH = re.compile(rf"\s*({_NUMBER})\s*([a-z%]*)\s*", re.I)
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "in": 96.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "q": 96 / 101.6,
    "em": 16.0,
    "rem": 16.0,
    "ex": 8.0,
}
"""Pixels in each unit by the CSS standard; letters as a browser sets them unasked."""


def svg_size(root: Element) -> Size:
    """Return width and height in pixels; the view box says what the file itself leaves open."""
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    across, down = _box(root.get("viewBox", ""))
    if across and down:
        width = width or (height * across / down if height else across)
        height = height or width * down / across
    width, height = width or _DEFAULT_SIDE, height or _DEFAULT_SIDE
    shrink = min(1.0, MAX_SIDE / max(width, height))
    return max(1, round(width * shrink)), max(1, round(height * shrink))


def _box(text: str) -> tuple[float, float]:
    """Return how wide and high a view box is, nothing where it does not say."""
    numbers = re.split(r"[\s,]+", text.strip())
    return (_length(numbers[2]), _length(numbers[3])) if len(numbers) == 4 else (0, 0)


def _length(text: str) -> float:
    """Return a length in pixels, or 0 for any other: 25.4mm is 96, 1e2 is 100, 50% is 0."""
    match = _LENGTH.fullmatch(text)
    if match is None:
        return 0
    return min(float(match[1]), _BEYOND) * _PIXELS.get(match[2].lower(), 0)
