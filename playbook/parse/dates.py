"""Read a day the way people write it: 2027-03-31, 31 March, next Friday, in three weeks."""

from __future__ import annotations

import calendar
import datetime
import re

from playbook.parse.numbers import Unclear, read_number

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_MONTHS |= {"sept": 9}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_WEEKDAYS |= {name.lower(): number for number, name in enumerate(calendar.day_abbr)}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_PARTS = {"start": 1, "beginning": 1, "mid": 15, "middle": 15}
"""The day that a part of a month means."""
_UNCLEAR = "Write the day as 2027-03-31 or as 31 March 2027."


def read_day(text: str, *, today: datetime.date) -> datetime.date:
    """Return the day that *text* means, counted from *today*."""
    words = re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", text.strip().lower())
    words = " ".join(re.sub(r"\b(on|by|the|of)\b|,", " ", words).split())
    for reader in _READERS:
        try:
            day = reader(words, today)
        except (ValueError, OverflowError) as error:
            if isinstance(error, Unclear):
                raise
            raise Unclear(f"There is no such day. {_UNCLEAR}") from None
        if day is not None:
            return day
    raise Unclear(_UNCLEAR)


def said(day: datetime.date) -> str:
    """Return a day as people say it, with its weekday."""
    weekday, month = calendar.day_name[day.weekday()], calendar.month_name[day.month]
    return f"{weekday}, {day.day} {month} {day.year}"


def _exact(words: str, _today: datetime.date) -> datetime.date | None:
    found = re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", words)
    return datetime.date(int(found[1]), int(found[2]), int(found[3])) if found else None


def _near(words: str, today: datetime.date) -> datetime.date | None:
    days = {"today": 0, "now": 0, "tomorrow": 1, "yesterday": -1}
    if words in days:
        return today + datetime.timedelta(days=days[words])
    ends = {"end month": 0, "end this month": 0, "end next month": 1, "next month": 1}
    if words in ends:
        return _month_end(*_month_on(today, ends[words]))
    years = {"end year": 0, "end this year": 0, "next year": 1, "end next year": 1}
    if words in years:
        return datetime.date(today.year + years[words], 12, 31)
    return today + datetime.timedelta(weeks=1) if words == "next week" else None


def _counted(words: str, today: datetime.date) -> datetime.date | None:
    found = re.fullmatch(
        r"(?:in |within )?(\S+) (day|week|month|year)s?( ago)?(?: from now)?", words
    )
    if found is None or found[1] in ("next", "this", "last", "end"):
        return None
    amount = int(read_number(found[1])) * (-1 if found[3] else 1)
    if found[2] in ("day", "week"):
        return today + datetime.timedelta(days=amount * (7 if found[2] == "week" else 1))
    year, month = _month_on(today, amount * (12 if found[2] == "year" else 1))
    end = _month_end(year, month)
    return end.replace(day=min(today.day, end.day))


def _weekday(words: str, today: datetime.date) -> datetime.date | None:
    found = re.fullmatch(r"(?:(next|this|last|coming) )?([a-z]+)", words)
    if found is None or found[2] not in _WEEKDAYS:
        return None
    wanted = _WEEKDAYS[found[2]]
    if found[1] == "next":  # the one in the week that begins next Monday
        return today + datetime.timedelta(days=7 - today.weekday() + wanted)
    if found[1] == "last":
        return today - datetime.timedelta(days=(today.weekday() - wanted - 1) % 7 + 1)
    return today + datetime.timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)


def _weekday_in_month(words: str, today: datetime.date) -> datetime.date | None:
    found = re.fullmatch(
        r"([a-z]+|[1-5]) ([a-z]+) (?:in )?(?:(next month)|([a-z]+)(?: (\d{4}))?)", words
    )
    if found is None or found[2] not in _WEEKDAYS or not (found[3] or found[4] in _MONTHS):
        return None
    which = 0 if found[1] == "last" else _ORDINALS.get(found[1]) or int(found[1])
    weekday = _WEEKDAYS[found[2]]
    if found[3]:
        return _which_weekday(*_month_on(today, 1), weekday, which)
    year, month = int(found[5] or today.year), _MONTHS[found[4]]
    day = _which_weekday(year, month, weekday, which)
    ahead = found[5] or day >= today  # a month without a year lies ahead
    return day if ahead else _which_weekday(year + 1, month, weekday, which)


def _which_weekday(year: int, month: int, weekday: int, which: int) -> datetime.date:
    """Return the first, second … of a weekday in a month, or with 0 the last."""
    if which == 0:
        end = _month_end(year, month)
        return end - datetime.timedelta(days=(end.weekday() - weekday) % 7)
    first = datetime.date(year, month, 1)
    return first.replace(day=1 + (weekday - first.weekday()) % 7 + 7 * (which - 1))


def _named_month(words: str, today: datetime.date) -> datetime.date | None:
    names = [word.rstrip(".") for word in re.split(r"[ .-]+", words)]
    month = next((_MONTHS[name] for name in names if name in _MONTHS), None)
    if month is None:
        return None
    part = next((_PARTS[name] for name in names if name in _PARTS), None)
    rest = [name for name in names if name not in (*_MONTHS, *_PARTS, "end")]
    if len(rest) > 2 or not all(name.isdecimal() for name in rest):
        return None
    year = next((int(name) for name in rest if len(name) == 4), None)
    day = next((int(name) for name in rest if len(name) <= 2), part)
    wanted = year or today.year
    found = datetime.date(wanted, month, day) if day else _month_end(wanted, month)
    if year is None and found < today:  # a month without a year lies ahead
        found = datetime.date(wanted + 1, month, day) if day else _month_end(wanted + 1, month)
    return found


def _numbers(words: str, _today: datetime.date) -> datetime.date | None:
    found = re.fullmatch(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})", words)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    year += 2000 if year < 100 else 0
    if found[2] == "." or first > 12 or first == second:
        return datetime.date(year, second, first)
    if second > 12:
        return datetime.date(year, first, second)
    one, other = datetime.date(year, second, first), datetime.date(year, first, second)
    raise Unclear(f"Is that {said(one)}, or {said(other)}? Please write {one} or {other}.")


_READERS = (_exact, _near, _counted, _weekday, _weekday_in_month, _named_month, _numbers)


def _month_on(day: datetime.date, months: int) -> tuple[int, int]:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month + 1


def _month_end(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])
