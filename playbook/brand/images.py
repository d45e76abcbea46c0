"""Accept a logo only when it is what it says it is, and small enough to load on a phone."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from playbook.brand.svg_logo import clean_svg, looks_like_svg
from playbook.errors import BrandError

MAX_BYTES = 2_000_000
MAX_SIDE = 4_096
SLOW_BYTES = 300_000
_START_OF_FRAME = frozenset({*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC)} | {0xCD})
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is safe to show, with its natural size in pixels."""

    content: bytes
    kind: str
    """The ending of its file name: png, jpg, webp or svg."""
    width: int
    height: int


def picture(content: bytes, name: str) -> Picture:
    """Return the picture in *content*, or raise BrandError naming the file *name*."""
    if len(content) > MAX_BYTES:
        size = f"{len(content) / 1_000_000:.1f} MB"
        raise BrandError(f"{name} is {size}; a logo may be at most 2 MB. Save a smaller copy.")
    if looks_like_svg(content):
        cleaned, width, height = clean_svg(content, name)
        return Picture(cleaned, "svg", width, height)
    for kind, measure in (("png", _png_size), ("jpg", _jpg_size), ("webp", _webp_size)):
        size_in_pixels = measure(content)
        if size_in_pixels is not None:
            return _measured(content, kind, size_in_pixels, name)
    raise BrandError(
        f"{name} is not a picture we can show. Save the logo as PNG, JPG, WebP or SVG."
    )


def _measured(content: bytes, kind: str, size: tuple[int, int], name: str) -> Picture:
    width, height = size
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        raise BrandError(
            f"{name} is {width} by {height} pixels; a logo may be at most "
            f"{MAX_SIDE} pixels wide and high. Save a smaller copy."
        )
    return Picture(content, kind, width, height)


def _png_size(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(b"\x89PNG\r\n\x1a\n") or content[12:16] != b"IHDR":
        return None
    if len(content) < 33:
        return None
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _jpg_size(content: bytes) -> tuple[int, int] | None:
    """Walk the segments of a JPEG until the one that holds its size."""
    if not content.startswith(b"\xff\xd8\xff"):
        return None
    position = 2
    while position + 9 <= len(content):
        if content[position] != 0xFF:
            return None
        marker = content[position + 1]
        if marker == 0xFF:
            position += 1
        elif marker in _START_OF_FRAME:
            height, width = struct.unpack(">HH", content[position + 5 : position + 9])
            return width, height
        elif marker in _WITHOUT_LENGTH:
            position += 2
        else:
            length = int.from_bytes(content[position + 2 : position + 4], "big")
            position += 2 + max(2, length)
    return None


def _webp_size(content: bytes) -> tuple[int, int] | None:
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP" or len(content) < 30:
        return None
    form = content[12:16]
    if form == b"VP8X":
        width = int.from_bytes(content[24:27], "little") + 1
        height = int.from_bytes(content[27:30], "little") + 1
        return width, height
    if form == b"VP8L" and content[20] == 0x2F:
        bits = int.from_bytes(content[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8 " and content[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", content[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None
