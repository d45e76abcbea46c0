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
_SAME_ENOUGH = 0.8
_NEARLY_AS_NEAR = 0.75
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
    """Return the options whose label or description comes near to *text*, the nearest first."""
    scores = {option: _score(text, option) for option in options}
    enough = max(scores.values(), default=0.0) * _NEARLY_AS_NEAR
    near = [option for option in options if scores[option] >= enough > 0]
    near.sort(key=lambda option: -scores[option])
    return tuple(near[:_OFFERED])


def _score(text: str, option: Option) -> float:
    """Return how many words of *text* are, or nearly are, words of an option."""
    known = _words(f"{option.label} {option.also}")
    return sum(max((_likeness(word, one) for one in known), default=0.0) for word in _words(text))


def _likeness(word: str, other: str) -> float:
    same = difflib.SequenceMatcher(None, word, other).ratio()
    begins = word[:_SAME_BEGINNING] == other[:_SAME_BEGINNING] and len(word) >= _SAME_BEGINNING
    return max(same, _SAME_ENOUGH) if begins or same >= _SAME_ENOUGH else 0.0


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}", without_accents(text))) - _TOO_COMMON
