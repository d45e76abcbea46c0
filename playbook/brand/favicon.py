"""Draw the small sign of a site in a browser's tab: the first letter of the business."""

from __future__ import annotations

import itertools
import unicodedata

from playbook.brand.colours import text_on
from playbook.words import Words


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
