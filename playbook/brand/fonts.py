"""Choose the letters of the site: a system stack, or the business's own font files."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playbook.errors import BrandError

MAX_BYTES = 2_000_000
MAX_FILES = 8
OWN_FAMILY = "Playbook Brand"

_PLAIN = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'
_CLASSIC = (
    '"Iowan Old Style", "Palatino Linotype", "URW Palladio L", Palatino, "Book Antiqua", '
    "Charter, Georgia, serif"
)
_FRIENDLY = (
    'ui-rounded, "SF Pro Rounded", "Hiragino Maru Gothic ProN", Nunito, Quicksand, '
    '"Arial Rounded MT Bold", "Trebuchet MS", Verdana, sans-serif'
)
OWN = "own"
STACKS = {
    "plain": _PLAIN,
    "classic": _CLASSIC,
    "friendly": _FRIENDLY,
    OWN: f'"{OWN_FAMILY}", {_PLAIN}',
}

_FORMATS = {
    b"wOF2": ("woff2", "woff2"),
    b"wOFF": ("woff", "woff"),
    b"OTTO": ("otf", "opentype"),
    b"\x00\x01\x00\x00": ("ttf", "truetype"),
    b"true": ("ttf", "truetype"),
}
# The longer words first: "extrabold" holds "bold".
_WEIGHTS = (
    (r"variable|\[.*wght.*\]|[-_]vf\b", "100 900"),
    (r"extra-?light|ultra-?light", "200"),
    (r"extra-?bold|ultra-?bold", "800"),
    (r"semi-?bold|demi-?bold|demi", "600"),
    (r"thin|hairline", "100"),
    (r"light", "300"),
    (r"medium", "500"),
    (r"bold", "700"),
    (r"black|heavy", "900"),
)


@dataclass(frozen=True, slots=True)
class FontFile:
    """One of the business's own font files."""

    content: bytes
    kind: str
    """The ending of its file name."""
    format: str
    """What CSS calls its format."""
    weight: str
    style: str


def font_file(content: bytes, name: str) -> FontFile:
    """Return the font in *content*, or raise BrandError naming the file *name*."""
    if len(content) > MAX_BYTES:
        size = f"{len(content) / 1_000_000:.1f} MB"
        raise BrandError(f"{name} is {size}; a font file may be at most 2 MB. Use its WOFF2 form.")
    if content[:4] not in _FORMATS or len(content) < 100:
        raise BrandError(f"{name} is not a font file. Use a WOFF2, WOFF, TTF or OTF file.")
    kind, css_format = _FORMATS[content[:4]]
    return FontFile(content, kind, css_format, _weight(name), _style(name))


def font_faces(files: dict[str, FontFile]) -> str:
    """Return the CSS that loads *files*, keyed by their address beside the style sheet."""
    return "".join(
        f"@font-face{{font-family:{OWN_FAMILY!r};src:url({address}) format({font.format!r});"
        f"font-weight:{font.weight};font-style:{font.style};font-display:optional}}\n"
        for address, font in files.items()
    ).replace("'", '"')


def _weight(name: str) -> str:
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0].lower()
    return next((weight for words, weight in _WEIGHTS if re.search(words, stem)), "400")


def _style(name: str) -> str:
    return "italic" if re.search(r"italic|oblique", name.lower()) else "normal"
