"""Read numbers, money, percentages and lengths of time the way people write them."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

_WORDS = {"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5"} | {
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
_CURRENCY = re.compile(
    r"[$€£¥₹₽₺]|\b(usd|eur|gbp|chf|cad|aud|dollars?|euros?|pounds?|francs?|kr)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"([-−+]?[\d.,' \u00a0\u202f]*\d[.]?)\s*([a-zµ]*)\.?")
_GROUPS = re.compile(r"(?<=\d)[' \u00a0\u202f](?=\d{3}(?!\d))")
_OUT_OF = re.compile(r"(\d{1,9})\s*(?:/|out of|of|in)\s*(\d{1,9})")
_MINUTES = {
    "second": Decimal(1) / 60,
    "minute": Decimal(1),
    "hour": Decimal(60),
    "day": Decimal(24 * 60),
    "week": Decimal(7 * 24 * 60),
}
_WORKING_HOURS = Decimal(8)
_SHORT = {"s": "second", "sec": "second", "m": "minute", "min": "minute", "h": "hour"} | {
    "hr": "hour",
    "d": "day",
    "wk": "week",
    "w": "week",
}
_TIMES = {"k": Decimal(1000), "thousand": Decimal(1000), "m": Decimal(10**6)} | {
    "million": Decimal(10**6)
}
_SUGGESTION = "Use a number, such as 2 or 2.5."
# Decimals are exact to 28 digits: this leaves room for a million times it, and four decimals.
_TOO_LARGE = Decimal(10**15)


class Unclear(ValueError):  # noqa: N818 - an answer to ask about, not an error
    """An answer that cannot be read; its words ask for a better one."""


def read_number(text: str, *, unit: str = "") -> Decimal:
    """Return the number in *text*, a length of time turned into *unit* where that is a time."""
    cleaned = _spelled_out(text)
    time = _time(unit)
    if time:
        length = _length_of_time(cleaned, time)
        if length is not None:
            return length
    found = _NUMBER.fullmatch(cleaned)
    if found is None:
        raise Unclear(_SUGGESTION)
    number, word = _decimal(found[1]), found[2]
    if word in _TIMES:
        return number * _TIMES[word]
    if word and word.rstrip("s") != unit.lower().rstrip("s"):
        raise Unclear(_SUGGESTION)
    return number


def read_money(text: str) -> Decimal:
    """Return the amount in *text*, whatever currency it names."""
    try:
        # Nobody writes three decimals of money: a dot before three digits sets thousands apart.
        return read_number(re.sub(r"\.(?=\d{3}(?!\d))", "", _CURRENCY.sub(" ", text)))
    except Unclear:
        raise Unclear("Use an amount, such as 1,200 or 49.50.") from None


WHOLE = 100
"""Percent of the whole of something."""


def read_percent(text: str) -> Decimal:
    """Return the percentage in *text*; “9 out of 10” counts as 90."""
    found = _OUT_OF.fullmatch(_spelled_out(text))
    if found and int(found[2]):
        return Decimal(int(found[1])) * 100 / int(found[2])
    try:
        return read_number(re.sub(r"%|per ?cent", " ", text, flags=re.IGNORECASE))
    except Unclear:
        raise Unclear("Use a number of percent, such as 95.") from None


def read_share(text: str) -> Decimal:
    """Return the share of a whole in *text*, in percent."""
    share = read_percent(text)
    if not 0 <= share <= WHOLE:
        raise Unclear("A share lies between 0 and 100 percent.")
    return share


def plainly(number: Decimal) -> str:
    """Return a number as the answers file keeps it: no separators, no needless zeros."""
    text = format(round(number, 4), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def grouped(number: Decimal) -> str:
    """Return a number as people read it, thousands set apart."""
    whole, _, part = plainly(number).partition(".")
    return f"{int(whole):,}" + (f".{part}" if part else "") if whole not in ("", "-") else whole


def _spelled_out(text: str) -> str:
    plain = re.sub(r"\ba (half|dozen)\b", r"\1", text.strip().lower().replace("−", "-"))
    words = plain.split()
    if words[:1] in (["about"], ["around"], ["roughly"], ["circa"]):
        words = words[1:]
    return " ".join(_WORDS.get(word, word) for word in words)


def _decimal(text: str) -> Decimal:
    digits = _GROUPS.sub("", text.strip()).rstrip(".")
    if "," in digits and "." in digits:
        thousands = "," if digits.rindex(".") > digits.rindex(",") else "."
        digits = digits.replace(thousands, "").replace(",", ".")
    elif digits.count(",") == 1 and not re.search(r",\d{3}\Z", digits):
        digits = digits.replace(",", ".")
    elif digits.count(".") > 1:
        digits = digits.replace(".", "")
    try:
        number = Decimal(digits.replace(",", ""))
    except InvalidOperation:
        raise Unclear(_SUGGESTION) from None
    if abs(number) >= _TOO_LARGE:
        raise Unclear(_SUGGESTION)
    return number


def _time(word: str) -> str:
    """Return the length of time that *word* means, or an empty text."""
    word = word.strip().lower().removeprefix("working ")
    if word in _SHORT:
        return _SHORT[word]
    single = _SHORT.get(word.rstrip("s"), word.rstrip("s"))
    return single if single in _MINUTES else ""


def _length_of_time(text: str, unit: str) -> Decimal | None:
    """Return how many *unit* the text names, such as “1 h 30 min”, or None."""
    text = re.sub(r"(\d+) ([a-z]+) and 0\.5\Z", r"\1.5 \2", text)
    text = re.sub(r"(\d+) and 0\.5 ", r"\1.5 ", text)
    text = re.sub(r"0\.5 (?:of )?(?:1 )?([a-z])", r"0.5 \1", text)
    parts = re.findall(r"([\d.,]+)\s*([a-z]+)", text)
    if not parts or re.sub(r"([\d.,]+)\s*([a-z]+)|\band\b|,|\s", "", text):
        return None
    minutes = Decimal(0)
    for number, word in parts:
        known = _time(word)
        if not known:
            return None
        minutes += _decimal(number) * _minutes_in(known, unit)
    return minutes / _minutes_in(unit, unit)


def _minutes_in(length: str, unit: str) -> Decimal:
    # “Half a day” to somebody who counts in hours is half a working day.
    if length == "day" and unit in ("hour", "minute"):
        return _WORKING_HOURS * 60
    return _MINUTES[length]
