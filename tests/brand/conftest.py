"""What the tests of a brand share: small pictures, and a look with one of them as its logo."""

from __future__ import annotations

import struct
import zlib

import pytest


def png(width: int = 4, height: int = 2) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + checksum

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0\xff\xff\xff" * 2)
    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
    return start + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpg(width: int, height: int) -> bytes:
    frame = b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width) + b"\x03" + b"\0" * 9
    return b"\xff\xd8\xff\xe0\x00\x04ab" + frame + b"\xff\xd9"


def webp(width: int, height: int) -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00" + b"\0" * 4 + size + b"\0" * 10


def webp_lossless(width: int, height: int) -> bytes:
    size = ((height - 1) << 14 | (width - 1)).to_bytes(4, "little")
    return b"RIFF\x00\x00\x00\x00WEBPVP8L\x0a\x00\x00\x00\x2f" + size + b"\0" * 10


def webp_lossy(width: int, height: int) -> bytes:
    size = struct.pack("<HH", width, height)
    return b"RIFF\x00\x00\x00\x00WEBPVP8 " + b"\0" * 7 + b"\x9d\x01\x2a" + size + b"\0" * 10


def svg(inside: str = "", head: str = "", attributes: str = 'viewBox="0 0 24 12"') -> bytes:
    start = f'{head}<svg xmlns="http://www.w3.org/2000/svg" {attributes}>'
    return f'{start}<rect width="9" height="9" fill="#123456"/>{inside}</svg>'.encode()


@pytest.fixture
def logo(tmp_path, look_of):
    """Return a function from a file's content to the look of a brand with that logo."""

    def logo(content: bytes, name: str = "logo.png"):
        file = tmp_path / "brand" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
        return look_of(logo=f"brand/{name}")

    return logo
