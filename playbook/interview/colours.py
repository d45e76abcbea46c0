"""Read a colour by name or in any form CSS knows."""

from __future__ import annotations

import re

from playbook.interview.amounts import Unclear

_BARE_HEX = re.compile(r"(?:[0-9a-f]{3}|[0-9a-f]{6})\Z", re.IGNORECASE)


def read_colour(text: str) -> tuple[str, str]:
    """Return a colour as CSS writes it, and its red, green and blue as #rrggbb."""
    from coloraide import Color

    wanted = text.strip()
    for spelling in (wanted, f"#{wanted}" if _BARE_HEX.match(wanted) else wanted, _joined(wanted)):
        try:
            colour = Color(spelling)
        except ValueError:
            continue
        shown = colour.convert("srgb").fit("srgb")
        return spelling, str(shown.to_string(hex=True, alpha=False))
    raise Unclear("Use a name such as teal or dark green, or a code such as #0a7a5a.")


def _joined(text: str) -> str:
    """Return “Dark Green” as CSS has it: darkgreen."""
    return re.sub(r"[\s-]+", "", text).lower().replace("grey", "gray") if text.strip() else text
