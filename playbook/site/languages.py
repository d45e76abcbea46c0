"""Choose the language that the frame of every page speaks: menu, search, table of contents."""

from __future__ import annotations

import contextlib
import re

_CODES = (
    "af ar az be bg bn ca cs cy da de el en eo es et eu fa fi fr gl he hi hr hu hy id is it ja ka "
    "kn ko ku-IQ lb lt lv mk mn ms my nb nl nn pl pt pt-BR ro ru sa sh si sk sl sq sr sv ta te th "
    "tl tr uk ur uz vi zh zh-Hant zh-TW"
)
TRANSLATED = frozenset(_CODES.split())
"""The translations that the theme brings along, on every engine."""
DEFAULT = "en"
_OTHER_CODES = {"fil": "tl", "iw": "he", "in": "id", "no": "nb"}
# Kurdish as it is written in Iraq.
_OTHER_NAMES = {"ku-iq": "ckb"}


def interface_language(code: str) -> str:
    """Return the theme's translation nearest to the language *code*, or English."""
    known = {each.lower(): each for each in TRANSLATED}
    for candidate in _wider(code):
        found = known.get(_OTHER_CODES.get(candidate, candidate))
        if found:
            return found
    return DEFAULT


def direction(code: str) -> str:
    """Return whether the language *code* is written from left to right or the other way."""
    from babel import Locale, UnknownLocaleError  # rarely needed: the frame knows its own

    for candidate in _wider(code):
        with contextlib.suppress(UnknownLocaleError, ValueError):
            locale = Locale.parse(_OTHER_NAMES.get(candidate, candidate), sep="-")
            # A few are written from top to bottom, which a browser has no such word for.
            return "rtl" if locale.text_direction == "rtl" else "ltr"
    return "ltr"


def _wider(code: str) -> list[str]:
    """Return *code* and what is left of it without its last parts: pt-br, pt."""
    parts = re.split(r"[-_]", code.lower())
    return ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
