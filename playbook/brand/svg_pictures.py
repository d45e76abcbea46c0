"""Hold the pictures inside an SVG file apart, each checked as a logo file is."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes
from xml.etree.ElementTree import Element

from playbook.brand.raster import MAX_SIDE, MIME_TYPES, fits, raster
from playbook.brand.svg_reader import RefusedError

OTHER_KIND = "a picture inside it that is not PNG, JPG or WebP"
_HOLDERS = ("image", "feImage")
_HELD = "#held"


@dataclass(frozen=True, slots=True)
class Embedded:
    """A picture inside a drawing, and the part that shows it."""

    holder: Element
    content: bytes
    kind: str

    def put_back(self) -> None:
        """Let its part show it again."""
        code = base64.b64encode(self.content).decode()
        self.holder.set("href", f"data:{MIME_TYPES[self.kind]};base64,{code}")


def held_apart(root: Element, lost: set[str]) -> tuple[Embedded, ...]:
    """Take the pictures out of the drawing at *root*, and return those that can be put back.

    What cannot is told in *lost*. Raise RefusedError for pictures that are too large.
    """
    embedded = tuple(_taken_out(root, lost))
    sizes = [found[1] for one in embedded if (found := raster(one.content))]
    area = sum(width * height for width, height in sizes)
    if area > MAX_SIDE**2 or not all(map(fits, sizes)):
        raise RefusedError(f"holds pictures of more than {MAX_SIDE} by {MAX_SIDE} pixels")
    return embedded


def _taken_out(root: Element, lost: set[str]) -> Iterator[Embedded]:
    for holder in root.iter():
        address = holder.get("href", "")
        if holder.tag not in _HOLDERS or not address.lower().startswith("data:"):
            continue
        content = _content(address)
        found = raster(content)
        if found is None:
            del holder.attrib["href"]
            lost.add(OTHER_KIND)
        else:
            holder.set("href", _HELD)
            yield Embedded(holder, content, found[0])


def _content(address: str) -> bytes:
    """Return what a ``data:`` address holds, or nothing where it holds nothing that can be read."""
    head, _, data = address.partition(",")
    content = unquote_to_bytes(data)
    if not head.lower().rstrip().endswith("base64"):
        return content
    code = re.sub(rb"[\s=]", b"", content)
    try:
        return base64.b64decode(code + b"=" * (-len(code) % 4), validate=True)
    except binascii.Error:
        return b""
