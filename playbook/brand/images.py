"""Accept a logo only when it is what it says it is, and draw the sign in the browser's tab."""

from __future__ import annotations

import base64
import itertools
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from playbook.brand.colours import text_on
from playbook.brand.svg_logo import clean_svg, looks_like_svg
from playbook.errors import BrandError
from playbook.words import Words

MAX_BYTES = 2_000_000
MAX_SIDE = 4_096
SLOW_BYTES = 300_000
_PNG = re.compile(rb"\x89PNG\r\n\x1a\n.{4}IHDR(.{4})(.{4}).{9}", re.S)
_WEBP_EXTENDED = re.compile(rb"RIFF.{4}WEBPVP8X.{8}(.{3})(.{3})", re.S)
_WEBP_LOSSLESS = re.compile(rb"RIFF.{4}WEBPVP8L.{4}\x2f(.{4}).{5}", re.S)
_WEBP_LOSSY = re.compile(rb"RIFF.{4}WEBPVP8 .{7}\x9d\x01\x2a(.{2})(.{2})", re.S)
_JPG_FRAMES = bytes.fromhex("c0 c1 c2 c3 c5 c6 c7 c9 ca cb cd")

Size = tuple[int, int]
"""Width and height in pixels."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is safe to show, with its natural size in pixels."""

    content: bytes
    kind: str
    """The ending of its file name: png, jpg, webp or svg."""
    width: int
    height: int

    @property
    def data_address(self) -> str:
        """An address that holds the picture itself."""
        kind = {"svg": "svg+xml", "jpg": "jpeg"}.get(self.kind, self.kind)
        return f"data:image/{kind};base64,{base64.b64encode(self.content).decode()}"


def picture(content: bytes, name: str) -> Picture:
    """Return the picture in *content*, or raise BrandError naming the file *name*."""
    if len(content) > MAX_BYTES:
        size = f"{len(content) / 1_000_000:.1f} MB"
        raise BrandError(f"{name} is {size}; a logo may be at most 2 MB. Save a smaller copy.")
    if looks_like_svg(content):
        cleaned, width, height = clean_svg(content, name)
        return Picture(cleaned, "svg", width, height)
    jpg_size = _jpg_size(content)
    if jpg_size is not None:
        return _measured(content, "jpg", jpg_size, name)
    for kind, header, size_in in _HEADERS:
        found = header.match(content)
        if found:
            return _measured(content, kind, size_in(found), name)
    raise BrandError(
        f"{name} is not a picture we can show. Save the logo as PNG, JPG, WebP or SVG."
    )


def _measured(content: bytes, kind: str, size: Size, name: str) -> Picture:
    width, height = size
    if not 1 <= min(size) <= max(size) <= MAX_SIDE:
        raise BrandError(
            f"{name} is {width} by {height} pixels; a logo may be at most "
            f"{MAX_SIDE} pixels wide and high. Save a smaller copy."
        )
    return Picture(content, kind, width, height)


def _jpg_size(content: bytes) -> Size | None:
    """Walk the segments of a JPEG until the one that holds its size."""
    if not content.startswith(b"\xff\xd8\xff"):
        return None
    place = 2
    while place + 9 <= len(content) and content[place] == 0xFF:
        marker = content[place + 1]
        if marker in _JPG_FRAMES:
            return _big(content[place + 7 : place + 9]), _big(content[place + 5 : place + 7])
        is_filling = marker == 0xFF
        place += 1 if is_filling else 2 + max(2, _big(content[place + 2 : place + 4]))
    return None


def _png_size(found: re.Match[bytes]) -> Size:
    return _big(found[1]), _big(found[2])


def _extended_size(found: re.Match[bytes]) -> Size:
    return _little(found[1]) + 1, _little(found[2]) + 1


def _lossless_size(found: re.Match[bytes]) -> Size:
    bits = _little(found[1])
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1


def _lossy_size(found: re.Match[bytes]) -> Size:
    return _little(found[1]) & 0x3FFF, _little(found[2]) & 0x3FFF


_HEADERS: tuple[tuple[str, re.Pattern[bytes], Callable[[re.Match[bytes]], Size]], ...] = (
    ("png", _PNG, _png_size),
    ("webp", _WEBP_EXTENDED, _extended_size),
    ("webp", _WEBP_LOSSLESS, _lossless_size),
    ("webp", _WEBP_LOSSY, _lossy_size),
)
"""How the kinds of pictures begin whose size stands in a fixed place, and where that is."""


def _big(number: bytes) -> int:
    return int.from_bytes(number, "big")


def _little(number: bytes) -> int:
    return int.from_bytes(number, "little")


def favicon(business_name: Words, colour: str) -> str:
    """Return an SVG with the first letter of *business_name*, or a ring when it has none."""
    paint = text_on(colour)
    letter = _first_letter(business_name.plain)
    sign = f'<circle cx="32" cy="32" r="14" fill="none" stroke="{paint}" stroke-width="7"/>'
    if letter:
        sign = (
            f'<text x="32" y="33" fill="{paint}" font-family="system-ui,sans-serif" font-size="40" '
            f'font-weight="700" text-anchor="middle" dominant-baseline="central">{letter}</text>'
        )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
        f'<rect width="64" height="64" rx="14" fill="{colour}"/>{sign}</svg>\n'
    )


def _first_letter(name: str) -> str:
    """Return the first letter or digit with its accents, which needs no escaping in XML."""
    name = unicodedata.normalize("NFC", name.strip())
    if not name[:1].isalnum():
        return ""
    accents = itertools.takewhile(unicodedata.combining, name[1:4])
    return name[0].upper() + "".join(accents)
