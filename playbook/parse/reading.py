"""Read what somebody typed as an answer to a question, and say how it was understood."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Sequence
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
_AND = re.compile(r"and|&", re.IGNORECASE)
NOT_KNOWN = frozenset(
    {"n/a", "na", "don't know", "dont know", "don’t know", "not sure", "no idea", "?!"}
    | {"not decided", "not decided yet", "undecided", "later", "tbd", "todo"}
)
"""Answers that say that there is none yet."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose, as a screen shows it."""

    value: str
    label: str
    also: str = ""
    """Other words by which it may be meant."""


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
    "lines": _lines,
    "text": _text,
}
READ = frozenset((*AMOUNTS, "date", "truth", "colour"))
"""The kinds of answers that mean more than their letters."""


def named(text: str, options: Sequence[Option]) -> list[Option]:
    """Return the options that *text* names in full: by their id, or else by their label."""
    wanted = _compared(text)
    truth = {True: "yes", False: "no", None: wanted}[truth_in(text)]
    ids = [_compared(option.value) for option in options]
    labels = [_compared(option.label) for option in options]
    for names, meant in ((ids, wanted), (labels, wanted), (ids, truth)):
        if meant in names:
            return [option for option, name in zip(options, names, strict=True) if name == meant]
    return []


def _compared(text: str) -> str:
    return " ".join(text.split()).casefold()


def pick(text: str, options: Sequence[Option]) -> Option:
    """Return the option that *text* names by number, label or the beginning of its label."""
    wanted = _compared(text).rstrip(".)")
    # Nobody sees a menu of more than four digits; Python refuses to read thousands of them.
    if re.fullmatch(r"\d{1,4}", wanted) and 1 <= int(wanted) <= len(options):
        return options[int(wanted) - 1]
    exact = named(text, options) or named(wanted, options)
    if exact:
        return exact[0]
    near = _most_alike(wanted, options)
    if len(near) > 1:
        raise Unclear(f"Which one: {' or '.join(option.label for option in near[:4])}?")
    if not near:
        most = len(options)
        raise Unclear(f"Type a number from 1 to {most}." if most else "There is none yet.")
    return near[0]


def _most_alike(wanted: str, options: Sequence[Option]) -> list[Option]:
    """Return the options of which part reads like what is wanted, those it fits best."""
    found: dict[int, list[Option]] = {}
    for option in options:
        label, also = option.label.casefold(), option.also.casefold()
        fits = (label.startswith(wanted), wanted in label, wanted in also)
        if any(fits):
            found.setdefault(fits.index(True), []).append(option)
    return found[min(found)] if found else []


def pick_numbers(text: str, count: int) -> tuple[int, ...]:
    """Return the positions, from 0, that a text such as “1 3-5” names; raise Unclear otherwise."""
    chosen: list[int] = []
    listed = re.sub(r"\s*[-–]\s*", "-", _AND.sub(",", text).strip())
    for part in re.split(r"[\s,;]+", listed):
        found = re.fullmatch(r"(\d{1,4})(?:-(\d{1,4}))?\.?", part)
        if found is None:
            raise Unclear(f"Type numbers from 1 to {count}, such as 2 or 1 3-5.")
        first, last = int(found[1]), int(found[2] or found[1])
        if not 1 <= first <= last <= count:
            raise Unclear(f"The numbers go from 1 to {count}.")
        chosen.extend(number - 1 for number in range(first, last + 1))
    return tuple(dict.fromkeys(chosen))


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a list somebody typed or pasted, without bullets and numbers."""
    found = (_BULLET.sub("", line, count=1).strip() for line in text.split("\n"))
    return tuple(" ".join(line.split()) for line in found if line)


_CONTACTS = {
    "phone": (r".*\d.*", "A phone number has digits in it, such as 555 0100."),
    "email": (r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+", "A mail address looks like help@example.com."),
}
"""What parts of how to reach somebody look like, and what to say of any other."""


def read_contact(part: str, text: str) -> Reading:
    """Return one part of how to reach somebody; raise Unclear where it cannot be that."""
    line = " ".join(typed(text).split())
    pattern, words = _CONTACTS.get(part, (".*", ""))
    if not re.fullmatch(pattern, line):
        raise Unclear(words)
    return Reading(line)
