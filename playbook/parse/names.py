"""Know words in several languages: months, weekdays, units of time, currencies, yes and no.

Most are those of CLDR, which Babel brings along. They are read when the first word is looked up,
one language after the other: an English word costs nothing but English.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from itertools import product
from typing import Literal, TypeAlias, TypeVar

Span: TypeAlias = Literal["second", "minute", "hour", "day", "week"]
LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt")
"""Whose names are known; where two languages mean different things, the earlier one counts."""
_SPANS: tuple[Span, ...] = ("second", "minute", "hour", "day", "week")
_LENGTHS: tuple[Literal["long", "short", "narrow"], ...] = ("long", "short", "narrow")
_NOUN = {"en": -1, "de": -1, "nl": -1, "fr": 0, "es": 0, "it": 0, "pt": 0}
"""Which word of “US dollars” and “dollars des États-Unis” people use alone."""
_SIGNS = frozenset({"kr", "fr", "sfr", "zł", "kc", "ft", "lei", "rs"})
"""Signs of currencies that are written in letters."""
_HAS_SIGN = re.compile(r"\w{0,2}[$¢£¤¥₠-⃀]\w{0,2}")  # US$, £GB; the last is the block of signs
SMALL_NUMBERS = {"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5"} | {
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
    "dozen": "12",
    "twenty": "20",
    "thirty": "30",
    "a": "1",
    "an": "1",
    "half": "0.5",
}
TRUTHS = dict.fromkeys(("y", "yes", "yes please", "yep", "yeah", "true", "of course", "ok"), True)
TRUTHS |= dict.fromkeys(("ja", "oui", "si", "sim"), True)
TRUTHS |= dict.fromkeys(("n", "no", "no thanks", "no thank you", "nope", "false", "never"), False)
TRUTHS |= dict.fromkeys(("nein", "non", "nee", "nao"), False)
"""What says yes and what says no, without accents."""
Named = TypeVar("Named")


def calendar_name(word: str) -> str | None:
    """Return the month or weekday that *word* names: m1 to m12, or w0 for Monday to w6.

    “mar.” is March, though it is a Tuesday as well in three languages.
    """
    return _first(_calendar, word)


def span(word: str) -> Span | None:
    """Return the length of time that *word* names: hour for “hrs” and “Stunden”."""
    return _first(_spans, word) or _first(_spans, word.rstrip("s"))


def is_currency(words: str) -> bool:
    """Return whether *words* name a currency: €, US$, chf, euros, Schweizer Franken."""
    key = folded(words)
    return (
        key in _SIGNS
        or _HAS_SIGN.fullmatch(key) is not None
        or _first(_currencies, words) is not None
    )


def truth_in(text: str) -> bool | None:
    """Return whether *text* says yes or no, None where it says neither."""
    return TRUTHS.get(folded(" ".join(text.split())))


def folded(word: str) -> str:
    """Return a word as it is compared: without accents, capitals and dots around it."""
    return without_accents(word).strip(". ")


def without_accents(text: str) -> str:
    """Return *text* without accents and capitals."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in bare if not unicodedata.combining(one))


def _first(names: Callable[[str], Mapping[str, Named]], word: str) -> Named | None:
    """Return what *word* means in the first language that knows it."""
    for language in LANGUAGES:
        meaning = names(language).get(folded(word))
        if meaning is not None:
            return meaning
    return None


@cache
def _calendar(language: str) -> dict[str, str]:
    from babel.core import Locale

    locale, known = Locale(language), {"sept": "m9"}
    # Months come last, so that they count where a weekday has the same name.
    for listed, letter in ((locale.days, "w"), (locale.months, "m")):
        for forms, width in product(listed.values(), ("abbreviated", "wide")):
            for number, name in forms[width].items():
                known[folded(name).removesuffix("-feira")] = f"{letter}{number}"
    return known


@cache
def _spans(language: str) -> dict[str, Span]:
    from babel.units import format_unit

    known: dict[str, Span] = {}
    for unit, length, number in product(_SPANS, _LENGTHS, (1, 2)):
        known[folded(format_unit(number, f"duration-{unit}", length, locale=language)[1:])] = unit
    return known


@cache
def _currencies(language: str) -> dict[str, str]:
    from babel.core import Locale
    from babel.numbers import get_currency_name

    locale = Locale(language)
    codes = [str(code) for code in locale.currencies]
    known = {folded(sign): code for code, sign in locale.currency_symbols.items()}
    for code, number in product(codes, (1, 2)):
        name = get_currency_name(code, number, locale)
        known |= dict.fromkeys(map(folded, (code, name, name.split()[_NOUN[language]])), code)
    return known
