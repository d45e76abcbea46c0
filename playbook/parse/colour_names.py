"""Read a colour by name or in any form CSS knows."""

from __future__ import annotations

import re
from contextlib import suppress

from playbook.parse.meaning import Unclear

_READABLE, _EASY = 3.0, 4.5
"""What WCAG asks of the contrast of large letters, and of small ones."""
_BARE_HEX = re.compile(r"\A(?:[0-9a-f]{3}|[0-9a-f]{6})\Z", re.IGNORECASE)
_LONGEST = 100


def read_colour(text: str) -> tuple[str, str]:
    """Return a colour as CSS writes it, and as #rrggbb how it looks on white paper."""
    wanted = text.strip()
    for spelling in (_BARE_HEX.sub(r"#\g<0>", wanted), _joined(wanted)):
        # A colour too far from any screen's cannot be turned into one.
        with suppress(ValueError, OverflowError):
            return spelling, _on_paper(spelling)
    raise Unclear("Use a name such as teal or dark green, or a code such as #0a7a5a.")


def advice_on(spelling: str) -> str:
    """Return what to say of a colour given by a name that is pale, or an empty text."""
    from coloraide import Color

    if not spelling.isalpha() or _on_white(spelling) >= _READABLE:
        return ""
    dark = f"dark{spelling.lower().removeprefix('light')}"
    known = Color.match(dark) is not None and _on_white(dark) >= _READABLE
    by_name = f"dark {dark.removeprefix('dark')} or " if known else ""
    darker = Color(spelling).convert("oklch")
    while darker.contrast("white") < _EASY:
        darker["lightness"] -= 0.05
    code = darker.convert("srgb").fit("srgb").to_string(hex=True)
    return f"a pale one; for a darker one type {by_name}a code such as {code}"


def _on_white(spelling: str) -> float:
    from coloraide import Color

    return Color(spelling).contrast("white")


def _on_paper(spelling: str) -> str:
    """Return a colour as #rrggbb, white where it shines through; raise ValueError for none."""
    from coloraide import Color

    if len(spelling) > _LONGEST:
        raise ValueError("no colour is that long")
    colour = Color(spelling).convert("srgb").normalize(nans=False).fit()
    alpha = colour.alpha(nans=False)
    if not alpha:
        raise ValueError("nobody sees it")
    channels = (channel * alpha + 1 - alpha for channel in colour.coords(nans=False))
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _joined(text: str) -> str:
    """Return “Dark Green” as CSS has it: darkgreen."""
    return re.sub(r"[\s-]+", "", text).lower().replace("grey", "gray")
