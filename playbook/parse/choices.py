"""Choose among options by a text: a number, a name, an id, or the beginning of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from playbook.parse.meaning import Unclear
from playbook.parse.names import truth_in
from playbook.text_width import shortened

_AND = re.compile(r"and|&", re.IGNORECASE)
_ROOM = 80
"""How much of what names nothing is repeated."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose, as a screen shows it."""

    value: str
    label: str
    also: str = ""
    """Other words by which it may be meant."""


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


@dataclass(frozen=True, slots=True)
class Choice:
    """What a text chose among options, none of them twice."""

    options: tuple[Option, ...]
    words: str
    """Their labels, each with its id where another has the same label."""


def choose(text: str, options: Sequence[Option], *, several: bool, in_full: bool) -> Choice:
    """Return what *text* chooses; raise Unclear where it chooses nothing, or could mean two.

    Where *in_full*, nobody sees a list: an option has to be named by its whole label or its id,
    *several* between commas. Somebody who sees a list picks one of it.
    """
    parts = [text]
    # A name may hold a comma, so the whole is tried first.
    if several and in_full and not named(text, options):
        parts = parts_of(text) or [text]
    found = [_in_full(part, options) if in_full else pick(part, options) for part in parts]
    labels = [one.label.casefold() for one in options]
    words = {
        one: one.label if labels.count(one.label.casefold()) == 1 else f"{one.label} ({one.value})"
        for one in found
    }
    return Choice(tuple(words), ", ".join(words.values()))


def _in_full(text: str, options: Sequence[Option]) -> Option:
    found = named(text, options)
    if len(found) == 1:
        return found[0]
    shown = shortened(text, _ROOM)
    if found:
        ids = " and ".join(one.value for one in found)
        raise Unclear(f"“{shown}” is the name of {ids}. Write the id of the one you mean.")
    known = ", ".join(f"{one.value} ({one.label})" for one in options) or "nothing yet"
    raise Unclear(f"“{shown}” is not a choice here. Choose from: {known}.")


def parts_of(text: str) -> list[str]:
    """Return the names in a text that gives several."""
    return [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]


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


def _compared(text: str) -> str:
    return " ".join(text.split()).casefold()
