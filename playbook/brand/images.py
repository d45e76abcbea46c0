"""Accept a logo only when it is what it says it is, and draw the sign in the browser's tab."""

from __future__ import annotations

import base64
import itertools
import unicodedata
from dataclasses import dataclass

from playbook.brand.colours import text_on
from playbook.brand.ink import drawing_shows, points_show
from playbook.brand.raster import MAX_SIDE, MIME_TYPES, fits, raster
from playbook.brand.svg_logo import CleanSvg, clean_svg, looks_like_svg
from playbook.errors import BrandError
from playbook.words import Words

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
