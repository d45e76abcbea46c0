"""Draw the small sign in the browser's tab: the name's first letter on the brand's colour."""

from __future__ import annotations

import unicodedata

from playbook.brand.colours import text_on
from playbook.words import Words


def favicon(business_name: Words, colour: str) -> str:
    """Return an SVG with the first letter of *business_name*, or a ring when it has none."""
    paint = text_on(colour)
    letter = _first_letter(business_name.plain)
    sign = (
        f'<text x="32" y="33" fill="{paint}" font-family="system-ui,sans-serif" font-size="40" '
        f'font-weight="700" text-anchor="middle" dominant-baseline="central">{letter}</text>'
        if letter
        else f'<circle cx="32" cy="32" r="14" fill="none" stroke="{paint}" stroke-width="7"/>'
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
        f'<rect width="64" height="64" rx="14" fill="{colour}"/>{sign}</svg>\n'
    )


def _first_letter(name: str) -> str:
    """Return the first letter or digit with its accents, which needs no escaping in XML."""
    name = unicodedata.normalize("NFC", name.strip())
    if not name or not name[0].isalnum():
        return ""
    end = 1
    while end < min(len(name), 4) and unicodedata.combining(name[end]):
        end += 1
    letter = name[:end].upper()
    return letter if len(letter) <= 4 else name[:end]
