"""Read what somebody typed as an answer to a question, and say how it was understood."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from playbook.parse.colour_names import advice_on, read_colour
from playbook.parse.dates import read_day, said
from playbook.parse.numbers import (
    Unclear,
    grouped,
    plainly,
    read_money,
    read_number,
    read_percent,
    read_share,
)
from playbook.words import MAX_TEXT, clean
from playbook.yamlfile import Plain

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
_BULLET = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s+")
_AND = re.compile(r"and|&", re.IGNORECASE)
_YES = frozenset({"y", "yes", "yes please", "yep", "yeah", "true", "of course", "ok"})
_NO = frozenset({"n", "no", "no thanks", "nope", "false", "never"})
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


def typed(text: str) -> str:
    """Return what somebody typed without the traces of arrow keys and colours."""
    return clean(unicodedata.normalize("NFC", _ESCAPES.sub("", text))).replace("\ufffd", "").strip()


def read(
    kind: str,
    text: str,
    *,
    today: datetime.date,
    unit: str = "",
) -> Reading:
    """Return what *text* means as an answer of a *kind*; raise Unclear where it means nothing."""
    text = typed(text)
    if len(text) > MAX_TEXT:
        raise Unclear(f"That is more than {MAX_TEXT:,} characters. Please shorten it.")
    if kind in ("number", "money", "percent"):
        return _amount(kind, text, unit)
    if kind == "date":
        day = read_day(text, today=today)
        return Reading(day.isoformat(), said(day))
    if kind == "colour":
        spelling, code = read_colour(text)
        echo = ", ".join(filter(None, (f"{spelling}, which is {code}", advice_on(spelling))))
        return Reading(spelling, echo if spelling != code else "")
    if kind == "lines":
        return Reading(list(lines(text)))
    return Reading(text if kind == "text" else " ".join(text.split()))


def _amount(kind: str, text: str, unit: str) -> Reading:
    if kind == "money":
        number = read_money(text)
        echo = f"{unit} {grouped(number)}".strip()
    elif kind == "percent" or unit.strip() == "%":
        number = read_share(text) if kind == "percent" else read_percent(text)
        echo = f"{grouped(number)} %"
    else:
        number = read_number(text, unit=unit)
        echo = f"{grouped(number)} {unit}".strip()
    return Reading(plainly(number), echo if echo != text else "")


def named(text: str, options: Sequence[Option]) -> list[Option]:
    """Return the options that *text* names in full: by their id, or else by their label."""
    wanted = " ".join(text.split()).casefold()
    truth = "yes" if wanted in _YES else "no" if wanted in _NO else wanted
    by_id = [option for option in options if option.value.casefold() == wanted]
    by_label = [one for one in options if " ".join(one.label.split()).casefold() == wanted]
    return by_id or by_label or [option for option in options if option.value == truth]


def pick(text: str, options: Sequence[Option]) -> Option:
    """Return the option that *text* names by number, label or the beginning of its label."""
    wanted = " ".join(text.split()).casefold().rstrip(".)")
    # Nobody sees a menu of more than four digits; Python refuses to read thousands of them.
    if re.fullmatch(r"\d{1,4}", wanted) and 1 <= int(wanted) <= len(options):
        return options[int(wanted) - 1]
    exact = named(text, options) or named(wanted, options)
    if exact:
        return exact[0]
    near = [option for option in options if option.label.casefold().startswith(wanted)]
    near = near or [option for option in options if wanted in option.label.casefold()]
    near = near or [option for option in options if wanted in option.also.casefold()]
    if len(near) == 1:
        return near[0]
    if near:
        raise Unclear(f"Which one: {' or '.join(option.label for option in near[:4])}?")
    raise Unclear(f"Type a number from 1 to {len(options)}." if options else "There is none yet.")


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


def read_contact(part: str, text: str) -> Reading:
    """Return one part of how to reach somebody; raise Unclear where it cannot be that."""
    text = " ".join(typed(text).split())
    if part == "phone" and not any(character.isdigit() for character in text):
        raise Unclear("A phone number has digits in it, such as 555 0100.")
    if part == "email" and not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+", text):
        raise Unclear("A mail address looks like help@example.com.")
    return Reading(text)
