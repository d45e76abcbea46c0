"""Accept a logo only when it is what it says it is."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from playbook.brand.ink import drawing_shows, points_show
from playbook.brand.raster import MAX_SIDE, MIME_TYPES, fits, raster
from playbook.brand.svg_logo import CleanSvg, clean_svg, looks_like_svg
from playbook.errors import BrandError

MAX_BYTES = 2_000_000
SLOW_BYTES = 300_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is safe to show, with its natural size in pixels."""

    content: bytes
    kind: str
    """The ending of its file name: png, jpg, webp or svg."""
    width: int
    height: int
    lost: tuple[str, ...] = ()
    """What would have shown and was taken out, in words."""
    is_seen: bool = True
    """Whether anything of it can be seen on white."""

    @property
    def data_address(self) -> str:
        """An address that holds the picture itself."""
        kind = {**MIME_TYPES, "svg": "image/svg+xml"}[self.kind]
        return f"data:{kind};base64,{base64.b64encode(self.content).decode()}"


def picture(content: bytes, name: str) -> Picture:
    """Return the picture in *content*, or raise BrandError naming the file *name*."""
    if len(content) > MAX_BYTES:
        size = f"{len(content) / 1_000_000:.1f} MB"
        raise BrandError(f"{name} is {size}; a logo may be at most 2 MB. Save a smaller copy.")
    if looks_like_svg(content):
        return _drawing(clean_svg(content, name))
    found = raster(content)
    if found is None:
        raise BrandError(
            f"{name} is not a picture we can show. Save the logo as PNG, JPG, WebP or SVG."
        )
    kind, (width, height) = found
    if not fits((width, height)):
        raise BrandError(
            f"{name} is {width} by {height} pixels; a logo may be at most "
            f"{MAX_SIDE} pixels wide and high. Save a smaller copy."
        )
    return Picture(content, kind, width, height, is_seen=points_show(content))


def _drawing(clean: CleanSvg) -> Picture:
    is_seen = drawing_shows(clean.root, (each.content for each in clean.embedded))
    return Picture(clean.content, "svg", clean.width, clean.height, clean.lost, is_seen)
