"""Make the short ids that files and addresses use out of the names people type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

MAX_LENGTH = 50
_TAKEN_BY_THE_SITE = frozenset({"index", "search", "assets", "404"})
# Names that Windows keeps for devices: a page of that name could not be written there.
_TAKEN_BY_WINDOWS = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
RESERVED = _TAKEN_BY_THE_SITE | _TAKEN_BY_WINDOWS
_SPELLED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
    | {"&": " and ", "’": "", "'": "", "%": " percent "}
)


def slug(name: str, *, taken: Collection[str], thing: str) -> str:
    """Return an id for *name* that none of *taken* has, called after *thing* where it must be."""
    kind = _letters(thing) or "thing"
    wanted = _letters(name) or kind
    if wanted in RESERVED:
        wanted = f"{wanted}-{kind}"
    used = RESERVED.union(taken)
    free, number = wanted, 2
    while free in used:
        free = f"{wanted}-{number}"
        number += 1
    return free


def _letters(text: str) -> str:
    """Return the ASCII letters and digits of *text*, words joined by single hyphens."""
    spelled = unicodedata.normalize("NFKC", text).casefold().translate(_SPELLED)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode("ascii")
    joined = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(joined) <= MAX_LENGTH:
        return joined
    whole_words = joined[: MAX_LENGTH + 1].rpartition("-")[0]
    return whole_words or joined[:MAX_LENGTH]
