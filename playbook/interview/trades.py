"""List the trades whose starter packs bring suggestions, and find those that somebody means."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from playbook.interview.session import Session
from playbook.parse.choices import Option
from playbook.parse.names import without_accents
from playbook.resources import GENERIC

_TOO_COMMON = frozenset(
    {"and", "any", "from", "other", "own", "small", "that", "the", "their", "where", "with", "who"}
    | {"business", "businesses", "company", "firm", "firms", "shop", "shops", "place", "work"}
    | {"customer", "customers", "service", "services", "without"}
)
_SAME_BEGINNING = 5
_WHOLE_BEGINNING = 4
_SAME_ENOUGH = 0.8
_OFFERED = 3


def languages(session: Session) -> list[str]:
    """Return the languages of the starter packs there are."""
    return sorted({pack.language for pack in session.packs.values()})


def name_of(language: str) -> str:
    """Return what a language calls itself, or its code where nobody knows."""
    from babel import Locale, UnknownLocaleError  # rarely needed: our own packs are in one

    try:
        return Locale.parse(language, sep="-").get_display_name() or language
    except (UnknownLocaleError, ValueError):
        return language


def trades(session: Session, language: str) -> tuple[Option, ...]:
    """Return the trades to choose from in a language, the one for any business last."""
    packs = sorted(session.packs.values(), key=lambda one: (one.id == GENERIC, one.name))
    return tuple(
        Option(pack.id, pack.name, pack.about)
        for pack in packs
        if pack.id == GENERIC or language == pack.language
    )


def nearest(text: str, options: Sequence[Option]) -> tuple[Option, ...]:
    """Return the options in whose label or description each word of *text* stands.

    Those with more of the words in their label come alone. None is better than a wrong one: a
    funeral home is not near to home trades.
    """
    wanted = _words(text)
    near = [one for one in options if wanted and _stand_in(wanted, f"{one.label} {one.also}")]
    named = {one: sum(_stand_in({word}, one.label) for word in wanted) for one in near}
    most = max(named.values(), default=0)
    return tuple(one for one in near if named[one] == most)[:_OFFERED]


def _stand_in(wanted: set[str], text: str) -> bool:
    """Return whether each word, or one much like it, stands in a text."""
    known = _words(text)
    return all(any(_is_like(word, one) for one in known) for word in wanted)


def _is_like(word: str, other: str) -> bool:
    """Return whether two words are forms of one, or one is a slip of the other."""
    if word[:_SAME_BEGINNING] == other[:_SAME_BEGINNING] and len(word) >= _SAME_BEGINNING:
        return True
    if other.startswith(word):
        return len(word) >= _WHOLE_BEGINNING or other in (word, f"{word}s")
    same = difflib.SequenceMatcher(None, word, other).ratio()
    return word[0] == other[0] and same >= _SAME_ENOUGH


def _words(text: str) -> set[str]:
    return set(re.findall(r"b&b|[^\W\d_]{3,}", without_accents(text))) - _TOO_COMMON
