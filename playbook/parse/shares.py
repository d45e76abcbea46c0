"""Find in a sentence how often something must hold: “9 of 10”, “95 of 100”, “in 90 %”."""

from __future__ import annotations

import re
from fractions import Fraction

from playbook.parse.names import SMALL_NUMBERS
from playbook.parse.numbers import WHOLE

_LEAST = 50
"""In percent. A smaller share says of what there should be little, not how often a thing holds."""
_WORDS = {word: number for word, number in SMALL_NUMBERS.items() if number.isdigit()}
_WORDS |= {"fifty": "50", "hundred": "100", "a hundred": "100"}
_NUMBER = rf"(\d{{1,4}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_TIME = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)"
_PART = re.compile(
    rf"\b{_NUMBER}\s+(?:times?\s+)?(?:out\s+of|of|in)\s+(?:every\s+)?{_NUMBER}\b(?!\s*{_TIME}\b)",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,3})\s?(?:%|percent\b|per\s+cent\b)", re.IGNORECASE)


def share_in(text: str) -> int | None:
    """Return the share, in whole percent, that a sentence names; None for none, or for several."""
    parts = [Fraction(_counted(a), _counted(b)) for a, b in _PART.findall(text) if _counted(b)]
    shares = {WHOLE * part for part in parts}
    shares |= {Fraction(percent) for percent in _PERCENT.findall(text)}
    fitting = [one for one in shares if _LEAST <= one <= WHOLE and one.denominator == 1]
    return int(fitting[0]) if len(fitting) == len(shares) == 1 else None


def _counted(word: str) -> int:
    return int(_WORDS.get(word.casefold(), word))
