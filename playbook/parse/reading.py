"""Read what somebody typed as an answer to a question, and say how it was understood."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from playbook.parse.colour_names import advice_on, read_colour
from playbook.parse.dates import read_days, said
from playbook.parse.meaning import NO_CONVENTION, Convention, Unclear
from playbook.parse.names import truth_in
from playbook.parse.numbers import AMOUNTS, grouped, plainly, read_amount
from playbook.words import MAX_TEXT, clean
from playbook.yamlfile import Plain

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
_BULLET = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s+")
_MAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")
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
    """Return what somebody typed without the traces of arrow keys and colours."""
    return clean(unicodedata.normalize("NFC", _ESCAPES.sub("", text))).replace("\ufffd", "").strip()


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
    advice = advice_on(spelling)
    echo = f"{spelling}, which is {code}"
    return Reading(spelling, f"{echo}, {advice}" if advice else echo)


def _phone(text: str, asked: _Asked) -> Reading:
    if not re.search(r"\d", text):
        raise Unclear("A phone number has digits in it, such as 555 0100.")
    return _line(text, asked)


def _email(text: str, asked: _Asked) -> Reading:
    reading = _line(text, asked)
    if not _MAIL.fullmatch(str(reading.value)):
        raise Unclear("A mail address looks like help@example.com.")
    return reading


def _lines(text: str, _asked: _Asked) -> Reading:
    return Reading(list(lines(text)))


def _text(text: str, _asked: _Asked) -> Reading:
    return Reading(text)


def _line(text: str, _asked: _Asked) -> Reading:
    return Reading(" ".join(text.split()))


_READERS: dict[str, Callable[[str, _Asked], Reading]] = {
    **dict.fromkeys(AMOUNTS, _amount),
    "date": _day,
    "truth": _truth,
    "colour": _colour,
    "phone": _phone,
    "email": _email,
    "lines": _lines,
    "text": _text,
}
READ = frozenset((*AMOUNTS, "date", "truth", "colour"))
"""The kinds of answers that mean more than their letters."""


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a list somebody typed or pasted, without bullets and numbers."""
    found = (_BULLET.sub("", line, count=1).strip() for line in text.split("\n"))
    return tuple(" ".join(line.split()) for line in found if line)
