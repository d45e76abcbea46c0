"""Clean an SVG logo of everything that acts, loads or grows, or refuse it.

The cleaning itself is svg-hush's work. What runs away before that (entities, nesting,
reuse) is counted here first, because the cleaner has no limits of its own.
"""

from __future__ import annotations

import re
from xml.parsers import expat

import py_svg_hush

from playbook.errors import BrandError

MAX_BYTES = 256_000
MAX_DEPTH = 50
MAX_ELEMENTS = 2_000
MAX_USES = 40
_MOVING = frozenset({"animate", "animateColor", "animateMotion", "animateTransform", "set"})
_DEFAULT_SIDE = 100
_LONGEST_SIDE = 4_096


class _RefusedError(Exception):
    """The reason an SVG file is refused."""


class _Outline:
    """Count what an SVG file holds, stopping at the first thing beyond the limits."""

    def __init__(self) -> None:
        self.depth = 0
        self.elements = 0
        self.uses = 0
        self.root = ""
        self.attributes: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if not self.elements:
            self.root, self.attributes = local, attributes
        self.depth += 1
        self.elements += 1
        self.uses += local == "use"
        if local in _MOVING:
            raise _RefusedError("moves, which a logo should not")
        for count, most, reason in (
            (self.depth, MAX_DEPTH, "is nested too deeply"),
            (self.elements, MAX_ELEMENTS, f"has more than {MAX_ELEMENTS:,} parts"),
            (self.uses, MAX_USES, f"repeats its parts more than {MAX_USES} times"),
        ):
            if count > most:
                raise _RefusedError(reason)

    def end(self, _name: str) -> None:
        self.depth -= 1

    def doctype(self, _name: str, *identifiers_and_subset: object) -> None:
        has_internal_subset = identifiers_and_subset[-1]
        if has_internal_subset:
            raise _RefusedError("defines entities of its own")


def looks_like_svg(content: bytes) -> bool:
    """Tell whether *content* starts like an SVG or other XML file."""
    start = content[:1_000].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith((b"<?xml", b"<svg", b"<!--", b"<!DOCTYPE svg", b"<!doctype svg"))


def clean_svg(content: bytes, name: str) -> tuple[bytes, int, int]:
    """Return the harmless part of an SVG file with its width and height, or raise BrandError."""
    try:
        width, height = _check(content)
        cleaned: bytes = py_svg_hush.filter_svg(content, {})
        _check(cleaned)
    except _RefusedError as reason:
        raise BrandError(_sentence(name, str(reason))) from None
    except (ValueError, expat.ExpatError):
        raise BrandError(_sentence(name, "is not a well-formed SVG picture")) from None
    return cleaned, width, height


def _sentence(name: str, reason: str) -> str:
    return f"{name} {reason}, so it is not used. Save the logo as PNG, or ask for a plain SVG."


def _check(content: bytes) -> tuple[int, int]:
    if len(content) > MAX_BYTES:
        raise _RefusedError(f"is larger than {MAX_BYTES // 1_000} kB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _RefusedError("is not UTF-8 text") from None
    if "<!ENTITY" in text.upper():
        raise _RefusedError("defines entities of its own")
    outline = _Outline()
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = outline.start
    parser.EndElementHandler = outline.end
    parser.StartDoctypeDeclHandler = outline.doctype
    parser.Parse(text, True)  # noqa: FBT003 - expat takes no keywords
    if outline.root != "svg":
        raise _RefusedError("is not an SVG picture")
    return _size(outline.attributes)


def _size(attributes: dict[str, str]) -> tuple[int, int]:
    """Return width and height, from the view box where the file names no size in pixels."""
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    across, down = box[2:] if len(box) == 4 else ("", "")
    named = (attributes.get("width", ""), across), (attributes.get("height", ""), down)
    width, height = (_length(own) or _length(boxed) or _DEFAULT_SIDE for own, boxed in named)
    shrink = min(1.0, _LONGEST_SIDE / max(width, height))
    return max(1, round(width * shrink)), max(1, round(height * shrink))


def _length(text: str) -> float:
    """Return a length in pixels, or 0 for any other."""
    match = re.fullmatch(r"\s*(\d{1,6}(?:\.\d{1,6})?)(?:px)?\s*", text)
    return float(match[1]) if match else 0
