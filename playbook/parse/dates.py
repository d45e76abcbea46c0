"""Read a day the way people write it: 2027-03-31, 31 March, le 3 avril 2027, in three weeks."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable
from typing import TypeAlias

from playbook.parse.meaning import (
    NO_CONVENTION,
    ByHand,
    Convention,
    First,
    Unclear,
    meanings,
)
from playbook.parse.names import SMALL_NUMBERS, calendar_name

Form: TypeAlias = Callable[[re.Match[str], datetime.date], datetime.date]
_UNCLEAR = "Write the day as 2027-03-31 or as 31 March 2027."
_MOVES = "That is another day every time it is read. Write the day as 2027-03-31."
_ORDERS: tuple[First, ...] = ("day", "month")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_PARTS = {"start": 1, "beginning": 1, "mid": 15, "middle": 15}
"""The day that a part of a month means."""
_DAYS = {"today": 0, "now": 0, "tomorrow": 1, "yesterday": -1, "next week": 7}
_MONTH_ENDS = {"end month": 0, "end this month": 0, "end next month": 1, "next month": 1}
_YEAR_ENDS = {"end year": 0, "end this year": 0, "next year": 1, "end next year": 1}
_UNITS = {"day": (1, 0), "week": (7, 0), "month": (0, 1), "year": (0, 12)}
"""How many days and months a unit has."""
_LITTLE = re.compile(r"\b(?:on|by|the|of|de|del|d|le|la|el|il|den|der|am|em|op|feira)\b")
"""Words that stand in dates and say nothing."""
_PUNCTUATION = re.compile(r"[.,/'’-]+(?=\s|\Z)|(?<=[^\W\d_])[.,/'’-]+|[.,/'’-]+(?=[^\W\d_])")
# Two days that nothing but the calendar has in common: no year, month, weekday or day of a month.
_SOME_DAY, _ANOTHER = datetime.date(2001, 1, 1), datetime.date(2002, 7, 17)


class Moves(Unclear):
    """A day that is clear only while somebody knows today's date."""


def read_days(
    text: str, *, today: datetime.date | None = None, convention: Convention = NO_CONVENTION
) -> tuple[datetime.date, ...]:
    """Return the day that *text* means, counted from *today*, or two where it is doubtful.

    Raise Unclear where it means none, and Moves where that needs *today* and nobody knows it.
    """
    words = _in_our_words(text)
    if today is not None:
        return _days(words, today, convention)
    days = _days(words, _SOME_DAY, convention)
    if days != _days(words, _ANOTHER, convention):
        raise Moves(_MOVES)
    return days


def day_by_hand(text: str) -> ByHand[datetime.date]:
    """Return what a date in a file counts as; raise Unclear where it is none."""
    found = read_days(text)
    return ByHand(found[0] if len(found) == 1 else None, found)


def said(day: datetime.date) -> str:
    """Return a day as people say it, with its weekday."""
    return (
        f"{calendar.day_name[day.weekday()]}, {day.day} {calendar.month_name[day.month]} {day.year}"
    )


def _in_our_words(text: str) -> str:
    """Return a text with months as m1 to m12 and weekdays as w0 to w6, and without little words.

    “le mercredi 31 mars, 2027” becomes “w2 31 m3 2027”.
    """
    words = re.sub(r"(\d)(?:st|nd|rd|th|er|[aeoªº°])(?!\w)", r"\1", text.casefold())
    words = re.sub(r"(?<=\d)\s*([./-])\s*(?=\d)", r"\1", words)
    listed = _LITTLE.sub(" ", _PUNCTUATION.sub(" ", words)).split()
    return " ".join(map(_in_our_word, listed))


def _in_our_word(word: str) -> str:
    is_name = word.isalpha() and word not in _ENGLISH
    return (calendar_name(word) if is_name else None) or word


def _days(words: str, today: datetime.date, convention: Convention) -> tuple[datetime.date, ...]:
    named = re.fullmatch(r"w(\d) ((?:\d|m).+)", words)
    if named:
        days = _days(named[2], today, convention)
        fitting = tuple(day for day in days if day.weekday() == int(named[1]))
        if not fitting:
            raise Unclear(f"That would be {said(days[0])}. {_UNCLEAR}")
        return fitting
    by_numbers = re.fullmatch(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})", words)
    if by_numbers:
        return _in_either_order(by_numbers, convention.first)
    for pattern, day_of in _FORMS:
        found = re.fullmatch(pattern, words)
        if found:
            return (_existing(day_of, found, today),)
    raise Unclear(_UNCLEAR)


def _existing(day_of: Form, found: re.Match[str], today: datetime.date) -> datetime.date:
    try:
        return day_of(found, today)
    except (ValueError, OverflowError):
        raise Unclear(f"There is no such day. {_UNCLEAR}") from None


def _in_either_order(found: re.Match[str], known: First | None) -> tuple[datetime.date, ...]:
    """Return the days that 3/4/2027 may be: 3 April to some, 4 March to others."""

    def read(first: First) -> datetime.date:
        day, month_number = (found[1], found[3]) if first == "day" else (found[3], found[1])
        return datetime.date(_full(found[4]), int(month_number), int(day))

    # Before a dot nobody puts the month first.
    first = known or ("day" if found[2] == "." else None)
    days = meanings(_ORDERS, first, read)
    if not days:
        raise Unclear(f"There is no such day. {_UNCLEAR}")
    return days[:1] if first else days


def _full(year: str) -> int:
    return int(year) + (2000 if len(year) == 2 else 0)


def _year_first(found: re.Match[str], _today: datetime.date) -> datetime.date:
    return datetime.date(int(found["year"]), int(found["month"]), int(found["day"]))


def _days_on(found: re.Match[str], today: datetime.date) -> datetime.date:
    return today + datetime.timedelta(days=_DAYS[found[0]])


def _end_of_month(found: re.Match[str], today: datetime.date) -> datetime.date:
    return _month_end(*_month_on(today, _MONTH_ENDS[found[0]]))


def _end_of_year(found: re.Match[str], today: datetime.date) -> datetime.date:
    return datetime.date(today.year + _YEAR_ENDS[found[0]], 12, 31)


def _counted(found: re.Match[str], today: datetime.date) -> datetime.date:
    count = int(SMALL_NUMBERS.get(found["count"], found["count"]))
    count = -count if found["back"] else count
    days, months = _UNITS[found["unit"]]
    year, month_number = _month_on(today, count * months)
    end = _month_end(year, month_number)
    return end.replace(day=min(today.day, end.day)) + datetime.timedelta(days=count * days)


def _weekday_near(found: re.Match[str], today: datetime.date) -> datetime.date:
    wanted = int(found["weekday"])
    if found["which"] == "next":  # the one in the week that begins next Monday
        return today + datetime.timedelta(days=7 - today.weekday() + wanted)
    if found["which"] == "last":
        return today - datetime.timedelta(days=(today.weekday() - wanted - 1) % 7 + 1)
    return today + datetime.timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)


def _weekday_of_next_month(found: re.Match[str], today: datetime.date) -> datetime.date:
    return _weekday_in(found, *_month_on(today, 1))


def _weekday_of_month(found: re.Match[str], today: datetime.date) -> datetime.date:
    return _ahead(found, today, lambda year: _weekday_in(found, year, int(found["month"])))


def _weekday_in(found: re.Match[str], year: int, month_number: int) -> datetime.date:
    """Return the first, second … or last of a weekday in a month."""
    weekday_number = int(found["weekday"])
    if found["which"] == "last":
        end = _month_end(year, month_number)
        return end - datetime.timedelta(days=(end.weekday() - weekday_number) % 7)
    first = datetime.date(year, month_number, 1)
    which = _ORDINALS.get(found["which"]) or int(found["which"])
    return first.replace(day=1 + (weekday_number - first.weekday()) % 7 + 7 * (which - 1))


def _day_of_month(found: re.Match[str], today: datetime.date) -> datetime.date:
    month_number, day = int(found["month"]), int(found["day"])
    return _ahead(found, today, lambda year: datetime.date(year, month_number, day))


def _part_of_month(found: re.Match[str], today: datetime.date) -> datetime.date:
    day, month_number = _PARTS.get(found["part"]), int(found["month"])
    return _ahead(found, today, lambda year: _month_end(year, month_number, day))


def _ahead(
    found: re.Match[str], today: datetime.date, day_in: Callable[[int], datetime.date]
) -> datetime.date:
    """Return the day in the year that was named, or else in the next in which it lies ahead."""
    if found["year"]:
        return day_in(_full(found["year"]))
    day = day_in(today.year)
    return day if day >= today else day_in(today.year + 1)


def _month_on(day: datetime.date, months: int) -> tuple[int, int]:
    year, month_number = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month_number + 1


def _month_end(year: int, month_number: int, day: int | None = None) -> datetime.date:
    """Return the last day of a month, or another that is wanted."""
    last = calendar.monthrange(year, month_number)[1]
    return datetime.date(year, month_number, day or last)


_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", r"m(?P<month>\d+)", r"(?: (?P<year>\d{4}))?"
_ANY_YEAR = r"(?: (?P<year>\d{4}|\d\d))?"
_WHICH = rf"(?P<which>last|{'|'.join(_ORDINALS)}|[1-5]) w(?P<weekday>\d)(?: in)?"
_COUNTED = rf"(?P<count>\S+) (?P<unit>{'|'.join(_UNITS)})s?"
_FORMS: tuple[tuple[str, Form], ...] = (
    (r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})", _year_first),
    (r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)", _year_first),
    (rf"(?P<year>\d{{4}}) {_MONTH} {_DAY}", _year_first),
    ("|".join(_DAYS), _days_on),
    ("|".join(_MONTH_ENDS), _end_of_month),
    ("|".join(_YEAR_ENDS), _end_of_year),
    (rf"{_DAY} {_MONTH}{_ANY_YEAR}", _day_of_month),
    (rf"{_MONTH} {_DAY}{_ANY_YEAR}", _day_of_month),
    (rf"(?:(?P<part>end|{'|'.join(_PARTS)}) )?{_MONTH}{_YEAR}", _part_of_month),
    (r"(?:(?P<which>next|this|last|coming) )?w(?P<weekday>\d)", _weekday_near),
    (rf"{_WHICH} next month", _weekday_of_next_month),
    (rf"{_WHICH} {_MONTH}{_YEAR}", _weekday_of_month),
    # Three languages shorten August to “ago”, so that is what “ago” has become.
    (rf"(?:in |within )?{_COUNTED}(?P<back> m8)?(?: from now)?", _counted),
)
_ENGLISH = frozenset(re.findall("[a-z]{2,}", " ".join(pattern for pattern, _ in _FORMS)))
"""Words of the forms above, which are not looked up in other languages."""
