"""Read numbers, money, shares and lengths of time the way people write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from playbook.parse.meaning import NO_CONVENTION, ByHand, Convention, Mark, Unclear, meanings
from playbook.parse.names import SMALL_NUMBERS, Span, is_currency, span

MOST_DIGITS, MOST_PLACES = 12, 6
WHOLE = 100
"""Percent of the whole of something."""
_ZEROS = {"k": 3, "thousand": 3, "m": 6, "million": 6, "lakh": 5, "crore": 7}
"""How many zeros a word adds."""
_PERCENT = frozenset(
    {"%", "percent", "per cent", "pct", "prozent", "pour cent", "por ciento", "per cento"}
    | {"procent", "por cento"}
)
_SECONDS: dict[Span, int] = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
_WORKING_DAY = 8 * 3600
# Marks that look alike are made one: what sets thousands apart, what makes a number negative.
_ALIKE = str.maketrans(
    {"’": "'", "‘": "'", "´": "'", "`": "'", "٬": "'", "−": "-", "–": "-"} | {"，": ",", "．": "."}
)
_IDIOMS = (
    (r"\ba (?=half\b|dozen\b)", ""),
    (r"\bhalf (?:of )?(?:an?|the) ", "half "),
    (r"\A(?:about|around|roughly|circa|ca\.?|~) ?", ""),
    (r"(?<=\d)[.,/] ?--?(?!\d)", ""),  # 20.– and 500/- have nothing behind the whole
)
_HALVES = (
    (r"(\d+) ([a-z]+) and 0\.5\Z", r"\1.5 \2"),  # an hour and a half
    (r"(\d+) and 0\.5 ", r"\1.5 "),  # two and a half hours
    (r"(\d) ?h ?(\d\d)\Z", r"\1 h \2 min"),  # 1h30
)
_DIGITS = r"(?:(?<![^\W\d_])[.,·٫])?\d(?:[\d.,·٫' ]*\d)?\.?"
_AMOUNT = re.compile(
    rf"(?P<before>\D*?)(?P<digits>{_DIGITS})"
    rf"\s*(?P<zeros>(?:{'|'.join(_ZEROS)})(?![^\W\d_]))?(?P<after>.*)",
    re.DOTALL,
)
_PIECE = rf"({_DIGITS})\s*([^\W\d_]+)\.?"
_PIECES = re.compile(rf"(?:{_PIECE}(?:\s*,\s*|\s+and\s+|\s*))+")
_OUT_OF = re.compile(r"(\d{1,9})\s*(?:/|out of|of|in)\s*([1-9]\d{0,8})")


def read_amount(
    kind: str, text: str, *, unit: str = "", convention: Convention = NO_CONVENTION
) -> tuple[Decimal, ...]:
    """Return what the number in *text* may be: one number, or two where it is doubtful.

    The kind says what it is a number of: number, count, money or percent. A length of time is
    turned into the *unit*. Raise Unclear where the text means no such thing.
    """
    rule = _RULES[kind]
    words, counted_in = _spelled_out(text), _spelled_out(unit)
    found = meanings(_MARKS, convention.decimal, lambda mark: _read(kind, words, counted_in, mark))
    if not found:
        raise Unclear(rule.asks)
    likely = tuple(filter(rule.is_likely, found))
    if rule.insists and not likely:
        raise Unclear(rule.insists)
    likely = likely or found
    return likely[:1] if convention.decimal else likely


def amount_by_hand(kind: str, text: str, unit: str = "") -> ByHand[Decimal]:
    """Return what a number in a file counts as; raise Unclear where it never was one."""
    before = _as_before(text)
    try:
        found = read_amount(kind, text, unit=unit)
    except Unclear:
        if before is None:
            raise
        return ByHand(before, (), before)
    return ByHand(found[0], found, before)


def plainly(number: Decimal) -> str:
    """Return a number as the answers file keeps it: no separators, no needless zeros.

    Three decimals get a fourth, as in 1.2340: with three it could be a thousand and more.
    """
    text = format(round(number, 4) + 0, "f")
    short = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{short}0" if re.fullmatch(r"-?[1-9]\d{0,2}\.\d{3}", short) else short


def grouped(number: Decimal) -> str:
    """Return a number as people read it, thousands set apart."""
    return format((round(number, 4) + 0).normalize(), ",f")


def _as_before(text: str) -> Decimal | None:
    """Return the number that earlier versions took *text* for, all commas dropped."""
    try:
        number = Decimal(text.replace(",", "").strip().rstrip("%").strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() and is_readable(number) else None


def is_readable(number: Decimal) -> bool:
    """Return whether people can read a number at a glance."""
    return not number or -MOST_PLACES <= number.adjusted() < MOST_DIGITS


def _has_money_decimals(number: Decimal) -> bool:
    # Nobody writes three decimals of money: a mark before three digits sets thousands apart.
    return number.as_tuple().exponent != -3


def _is_share(number: Decimal) -> bool:
    return 0 <= number <= WHOLE


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value()


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a kind of number looks like."""

    asks: str
    """What to say where there is no number."""
    is_likely: Callable[[Decimal], bool] = is_readable
    insists: str = ""
    """What to say where a number is not likely and has to be."""


_WHOLE_NUMBER = "Use a whole number, such as 24."
_RULES = {
    "number": _Rule("Use a number, such as 2 or 2.5."),
    "count": _Rule("Use a whole number, such as 24.", _is_whole, "Use a whole number, such as 24."),
    "money": _Rule("Use an amount, such as 1,200 or 49.50.", _has_money_decimals),
    "percent": _Rule(
        "Use a number of percent, such as 95.",
        _is_share,
        "A share lies between 0 and 100 percent.",
    ),
}


AMOUNTS = tuple(_RULES)
"""The kinds of numbers."""


def _number(point: str, other: str) -> re.Pattern[str]:
    """Return what a number looks like to those who write *point* before its decimals."""
    groups = rf"[1-9]\d{{0,2}}(?P<apart>[{other}' ])\d{{3}}(?:(?P=apart)\d{{3}})*"
    by_hundreds = r"[1-9]\d?(?:,\d\d)+,\d{3}"  # as in India: 1,00,000
    return re.compile(rf"(?P<whole>{groups}|{by_hundreds}|\d*)(?:[{point}·٫](?P<part>\d*))?")


_MARKS: Mapping[Mark, re.Pattern[str]] = {"point": _number(".", ","), "comma": _number(",", ".")}


def _spelled_out(text: str) -> str:
    """Return a text with every digit a common one, and small numbers in digits."""
    common = text.casefold().translate(_ALIKE)
    digits = (str(unicodedata.decimal(one)) if one.isdecimal() else one for one in common)
    words = " ".join("".join(digits).split())
    for pattern, plain in _IDIOMS:
        words = re.sub(pattern, plain, words)
    return " ".join(SMALL_NUMBERS.get(word, word) for word in words.split())


def _read(kind: str, text: str, unit: str, mark: Mark) -> Decimal:
    """Return the number that *text* is to those who write a *mark* before the decimals.

    This and what it calls raise ValueError where it is none.
    """
    for reader in (_out_of, _length_of_time, _amount):
        with suppress(ValueError):
            return _readable(reader(kind, text, unit, mark))
    raise ValueError(text)


def _out_of(kind: str, text: str, unit: str, _mark: Mark) -> Decimal:
    found = _matched(_OUT_OF, text)
    if kind != "percent" and unit != "%":
        raise ValueError(text)
    return _rounded(Decimal(int(found[1])) * WHOLE / int(found[2]))


def _length_of_time(_kind: str, text: str, unit: str, mark: Mark) -> Decimal:
    """Return how many of a *unit* of time the text names, such as “1 h 30 min”."""
    for pattern, plain in _HALVES:
        text = re.sub(pattern, plain, text)
    pieces = re.findall(_PIECE, _matched(_PIECES, text)[0])
    counted_in = _span(unit.removeprefix("working "))
    lengths = (
        _decimal(digits, mark) * _seconds(_span(word), counted_in) for digits, word in pieces
    )
    return _rounded(sum(lengths, Decimal()) / _SECONDS[counted_in])


def _amount(kind: str, text: str, unit: str, mark: Mark) -> Decimal:
    """Return the number in a text that names nothing beside it but what it is a number of."""
    found = _matched(_AMOUNT, text)
    before = found["before"].strip()
    beside = f"{before.replace('-', '', 1)} {found['after']}".strip(" +.")
    if not _may_stand_beside(beside, kind, unit):
        raise ValueError(text)
    number = _decimal(found["digits"], mark)
    number = number.copy_negate() if "-" in before else number
    return number.scaleb(_ZEROS[found["zeros"]]) if found["zeros"] else number


def _may_stand_beside(words: str, kind: str, unit: str) -> bool:
    if words in ("", unit) or words.rstrip("s") == unit.rstrip("s"):
        return True
    if kind == "money":
        return is_currency(words)
    return unit in ("", "%") and words in _PERCENT


def _decimal(digits: str, mark: Mark) -> Decimal:
    found = _matched(_MARKS[mark], digits)
    whole = re.sub(r"\D", "", found["whole"])
    return _readable(Decimal(f"{whole}.{found['part'] or ''}"))


def _matched(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    found = pattern.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return found


def _readable(number: Decimal) -> Decimal:
    if not is_readable(number):
        raise ValueError(number)
    return number


def _rounded(number: Decimal) -> Decimal:
    """Return a number that was worked out, without the digits nobody would write."""
    return Decimal(plainly(number))


def _span(word: str) -> Span:
    named = span(word)
    if named is None:
        raise ValueError(word)
    return named


def _seconds(named: Span, counted_in: Span) -> int:
    # “Half a day” to somebody who counts in hours is half a working day.
    is_working_day = named == "day" and counted_in in ("hour", "minute")
    return _WORKING_DAY if is_working_day else _SECONDS[named]
