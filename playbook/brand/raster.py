"""Know a picture made of points by its first bytes: PNG, JPG or WebP, and how large it is."""

from __future__ import annotations

import re

MAX_SIDE = 4_096
_PNG = re.compile(rb"\x89PNG\r\n\x1a\n.{4}IHDR(.{4})(.{4}).{9}", re.S)
_WEBP_EXTENDED = re.compile(rb"RIFF.{4}WEBPVP8X.{8}(.{3})(.{3})", re.S)
_WEBP_LOSSLESS = re.compile(rb"RIFF.{4}WEBPVP8L.{4}\x2f(.{4}).{5}", re.S)
_WEBP_LOSSY = re.compile(rb"RIFF.{4}WEBPVP8 .{7}\x9d\x01\x2a(.{2})(.{2})", re.S)
_JPG_FRAMES = bytes.fromhex("c0 c1 c2 c3 c5 c6 c7 c9 ca cb cd")
MIME_TYPES = {"png": "image/png", "jpg": "image/jpeg", "webp": "image/webp"}

Size = tuple[int, int]
"""Width and height in pixels."""


def raster(content: bytes) -> tuple[str, Size] | None:
    """Return the kind of a picture, png, jpg or webp, and its size; None for anything else."""
    for kind, measure in (("png", _png_size), ("jpg", _jpg_size), ("webp", _webp_size)):
        size = measure(content)
        if size is not None:
            return kind, size
    return None


def fits(size: Size) -> bool:
    """Return whether a picture of that size may be shown."""
    return 1 <= min(size) <= max(size) <= MAX_SIDE


def _png_size(content: bytes) -> Size | None:
    found = _PNG.match(content)
    return (_big(found[1]), _big(found[2])) if found else None


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


def _webp_size(content: bytes) -> Size | None:
    if found := _WEBP_EXTENDED.match(content):
        return _little(found[1]) + 1, _little(found[2]) + 1
    if found := _WEBP_LOSSLESS.match(content):
        bits = _little(found[1])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if found := _WEBP_LOSSY.match(content):
        return _little(found[1]) & 0x3FFF, _little(found[2]) & 0x3FFF
    return None


def _big(number: bytes) -> int:
    return int.from_bytes(number, "big")


def _little(number: bytes) -> int:
    return int.from_bytes(number, "little")
