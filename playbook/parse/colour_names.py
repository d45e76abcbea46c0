"""Read a colour by name or in any form CSS knows."""

from __future__ import annotations

import re

from playbook.parse.numbers import Unclear

_READABLE, _EASY = 3.0, 4.5
"""What WCAG asks of the contrast of large letters, and of small ones."""
_BARE_HEX = re.compile(r"(?:[0-9a-f]{3}|[0-9a-f]{6})\Z", re.IGNORECASE)


def read_colour(text: str) -> tuple[str, str]:
    """Return a colour as CSS writes it, and its red, green and blue as #rrggbb."""
    from coloraide import Color

    wanted = text.strip()
    for spelling in (wanted, f"#{wanted}" if _BARE_HEX.match(wanted) else wanted, _joined(wanted)):
        try:
            shown = Color(spelling).convert("srgb").fit("srgb")
        except ValueError:  # a colour too far from any screen's cannot be turned into one
            continue
        return spelling, str(shown.to_string(hex=True, alpha=False))
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


def _joined(text: str) -> str:
    """Return “Dark Green” as CSS has it: darkgreen."""
    return re.sub(r"[\s-]+", "", text).lower().replace("grey", "gray") if text.strip() else text
