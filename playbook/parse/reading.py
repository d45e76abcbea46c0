"""Read what somebody typed as an answer to a question, and say how it was understood."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playbook.parse.colour_names import advice_on, read_colour
from playbook.parse.countries import country_name, read_country
from playbook.parse.dates import read_days, said
from playbook.parse.meaning import NO_CONVENTION, Convention, Unclear
from playbook.parse.names import truth_in
from playbook.parse.numbers import AMOUNTS, grouped, plainly, read_amount
from playbook.parse.reach import mails_in, numbers_in
from playbook.words import MAX_TEXT, clean
from playbook.yamlfile import Plain

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
_BULLET = re.compile(r"\s*[-*•–·▪◦‣●○]\s+")
_NUMBER = re.compile(r"\s*(\d{1,2})[.)]\s+")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_TABS = re.compile(" *\t[ \t]*")
_BREAK = re.compile("[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
"""What cannot stand within a line: line ends and tabs."""
_BARE_NUMBER = re.compile(r"[\d\s.,:/+()-]+")
NOT_KNOWN = frozenset(
    {"n/a", "na", "don't know", "dont know", "don’t know", "not sure", "no idea", "?!"}
    | {"not decided", "not decided yet", "undecided", "later", "tbd", "todo"}
)
"""Answers that say that there is none yet."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An answer as it was understood."""

    value: Plain
    echo: str = ""
    """How it was understood, where that is more than what was typed."""
    otherwise: Plain = None
    """The other thing it may mean, where it is doubtful."""
    question: str = ""
    """What to ask back where it is doubtful."""


def typed(text: str) -> str:
    """Return what somebody typed without the traces of arrow keys and colours.

    What a word processor leaves between words becomes a plain space or a new line, so that the
    words stay apart and the file can be read.
    """
    text = _LINE_ENDS.sub("\n", _ESCAPES.sub("", text))
    text = clean(_TABS.sub(" ", unicodedata.normalize("NFC", text)))
    return text.replace("\ufffd", "").strip()


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a text answers."""

    kind: str
    today: datetime.date
    unit: str
    convention: Convention


def read(
    kind: str,
    text: str,
    *,
    today: datetime.date,
    unit: str = "",
    convention: Convention = NO_CONVENTION,
) -> Reading:
    """Return what *text* means as an answer of a *kind*; raise Unclear where it means nothing."""
    text = typed(text)
    if len(text) > MAX_TEXT:
        raise Unclear(f"That is more than {MAX_TEXT:,} characters. Please shorten it.")
    reader = _READERS.get(kind, _line)
    return reader(text, _Asked(kind, today, unit, convention))


def _amount(text: str, asked: _Asked) -> Reading:
    unit = "%" if asked.kind == "percent" else asked.unit
    number, *others = read_amount(asked.kind, text, unit=unit, convention=asked.convention)
    amount = [unit, grouped(number)] if asked.kind == "money" else [grouped(number), unit]
    echo = " ".join(amount).strip()
    if not others:
        return Reading(plainly(number), echo if echo != text else "")
    value, other = plainly(number), plainly(others[0])
    return Reading(value, echo, other, f"Is that {value} or {other}? Type the one you mean.")


def _day(text: str, asked: _Asked) -> Reading:
    day, *others = read_days(text, today=asked.today, convention=asked.convention)
    if not others:
        return Reading(day.isoformat(), said(day))
    other = others[0]
    question = f"Is that {said(day)}, or {said(other)}? Please write {day} or {other}."
    return Reading(day.isoformat(), said(day), other.isoformat(), question)


def _truth(text: str, _asked: _Asked) -> Reading:
    truth = truth_in(text)
    if truth is None:
        raise Unclear("Say yes or no.")
    return Reading("yes" if truth else "no")


def _colour(text: str, _asked: _Asked) -> Reading:
    spelling, code = read_colour(text)
    if spelling == code:
        return Reading(spelling)
    advice = advice_on(spelling, code)
    echo = f"{spelling}, which is {code}"
    return Reading(spelling, f"{echo}, {advice}" if advice else echo)


def _country(text: str, _asked: _Asked) -> Reading:
    line = one_line(text)
    name = country_name(read_country(line))
    return Reading(line, name if name != line else "")


def _phone(text: str, _asked: _Asked) -> Reading:
    if not re.search(r"\d", text):
        raise Unclear("A phone number has digits in it, such as 555 0100.")
    return Reading(one_line(text))


def _mail(text: str, _asked: _Asked) -> Reading:
    if not mails_in(text):
        raise Unclear("A mail address looks like help@example.com.")
    return Reading(one_line(text))


def _lines(text: str, _asked: _Asked) -> Reading:
    found = lines(text)
    unmarked = found != tuple(_each_line(text))
    return Reading(list(found), "lines without the mark in front" if unmarked else "")


def _text(text: str, _asked: _Asked) -> Reading:
    return Reading(text)


def _line(text: str, _asked: _Asked) -> Reading:
    return Reading(one_line(text))


_READERS: dict[str, Callable[[str, _Asked], Reading]] = {
    **dict.fromkeys(AMOUNTS, _amount),
    "date": _day,
    "truth": _truth,
    "colour": _colour,
    "country": _country,
    "phone": _phone,
    "email": _mail,
    "lines": _lines,
    "text": _text,
}
READ = frozenset((*AMOUNTS, "date", "truth", "colour", "country"))
"""The kinds of answers that mean more than their letters."""


def hardly_a_name(text: str, today: datetime.date) -> str:
    """Return what a text reads like where that is hardly a name, such as “a date”; else nothing."""
    if mails_in(text):
        return "a mail address"
    if not re.search(r"\d", text):
        return ""
    try:
        read_days(text, today=today)
    except Unclear:
        if _BARE_NUMBER.fullmatch(text):
            return "a number"
        return "a phone number" if numbers_in(text, None) else ""
    return "a date"


def one_line(text: str) -> str:
    """Return a text on one line; whatever else stands in it stays as it was typed."""
    return " ".join(filter(None, map(str.strip, _BREAK.split(text))))


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a list somebody typed or pasted, without the marks that make it a list.

    A bullet in front of a line is such a mark. So is a number that counts the lines: “1. wash
    2. dry”, but not “24. December”, and not the number in front of a single line.
    """
    found = list(_each_line(text))
    counts = len(found) > 1
    return tuple(_without_mark(line, str(at) if counts else "") for at, line in enumerate(found, 1))


def _without_mark(line: str, count: str) -> str:
    bullet, number = _BULLET.match(line), _NUMBER.match(line)
    if number and number[1] == count:
        return line[number.end() :]
    return line[bullet.end() :] if bullet else line


def _each_line(text: str) -> Iterator[str]:
    """Yield each line of a text that says something."""
    for line in text.split("\n"):
        if line.strip():
            yield one_line(line)
