"""Hear an answer: what a text means at a question, how it was understood, and what to ask back."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from playbook.checks.vague import knows, vague_word
from playbook.draft.held import PLACED_BY
from playbook.draft.item_list import ItemList
from playbook.interview.asking import Asking
from playbook.interview.session import Session
from playbook.model.paths import listed, path_to
from playbook.parse.choices import Option, choose, pick
from playbook.parse.meaning import Unclear
from playbook.parse.numbers import AMOUNTS
from playbook.parse.reading import READ, Reading, hardly_a_name, one_line, read
from playbook.text_width import shortened
from playbook.yamlfile import Plain

CHOSEN = ("choice", "several")
"""The kinds of question whose answer is chosen, not typed."""
LISTS = ("lines", "several", "things")
"""The kinds of question whose answer is a list."""
_UNITS = {"money": path_to("scorecard.revenue.currency")}
"""Where the unit is kept that is not beside what it measures."""
_ROOM = 60
"""How much of what names nothing is repeated."""
_YES = ("y", "yes")
_NEARLY = 0.75
"""How alike two names are of which one may be a slip of the other."""
_NEAR_OFFERED = 3


class Bringing(Protocol):
    """What can bring a file of the owner's into their folder, and look at it."""

    def bring(self, typed: str) -> str:
        """Return the path in the owner's folder of the file that was typed."""

    def told(self, path: str) -> str:
        """Return what is to be said of the file at *path* in the owner's folder, often nothing."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What an answer means."""

    value: Plain = None
    echo: str = ""
    """How it was understood, where that is more than what was typed."""
    query: Query | None = None
    """What to ask back before it counts."""
    adds: str = ""
    """The name of a thing that it adds to the list from which one chooses."""
    note: str = ""
    """What is worth knowing about it; it counts all the same."""


NO_ANSWER = Heard()
"""The question is to be asked anew."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that an answer may mean."""

    label: str
    heard: Heard
    does: str = ""
    """What taking it does, in words behind the name of a key or a button."""


@dataclass(frozen=True, slots=True)
class Query:
    """A friendly question back about an answer."""

    words: str
    offers: tuple[Offer, ...] = ()
    """What may be meant. Without any, the answer is to be typed anew."""
    likeliest: Heard | None = None
    """What is meant by somebody who says no more; nothing where that would be a guess."""
    typed: str = ""
    """The words that stay then."""


def hear(asking: Asking, text: str, files: Bringing, *, in_full: bool = False) -> Heard:
    """Return what *text* means as the answer to the question.

    Where *in_full*, nobody sees a list or can be asked back: a choice has to be named by its whole
    name or its id, and what may mean two things is unclear. Raise Unclear where it means nothing,
    and WorkspaceError for a file that cannot be used.
    """
    if asking.question.kind in CHOSEN:
        return _chosen(asking, text, in_full=in_full)
    heard = _typed(asking, text, files)
    if in_full and heard.query and heard.query.offers:
        raise Unclear(heard.query.words)
    return heard


def taken(query: Query, text: str) -> Heard | None:
    """Return what *text* means after a question back; None for another answer to the question.

    Where silence would be a guess, it is asked back once more.
    """
    if text in ("", query.typed):
        return query.likeliest or Heard(query=query)
    if text.casefold() in _YES and query.offers:
        return query.likeliest
    options = [Option(str(at), offer.label) for at, offer in enumerate(query.offers)]
    try:
        return query.offers[int(pick(text, options).value)].heard
    except Unclear:
        return None


def with_new(session: Session, heard: Heard) -> tuple[Session, Plain]:
    """Return the session with the thing that an answer adds to a list, and the answer's value."""
    if not heard.adds:
        return session, heard.value
    source = session.asking.source
    things = ItemList(session.draft, path_to(source), singular(source)).added(heard.adds)
    return session.with_draft(things.draft, session.path), things.key_named(heard.adds)


def singular(path: str) -> str:
    """Return what one thing of the list at *path* is called."""
    many = path.rpartition(".")[2].replace("_", " ")
    return {"people": "person"}.get(many, many.removesuffix("s"))


def fits(asking: Asking) -> bool:
    """Return whether the owner's answer to the question can stay as it is."""
    value, kind = asking.value, asking.question.kind
    if isinstance(value, dict) or isinstance(value, list) != (kind in LISTS):
        return False
    if asking.read_as in READ:
        try:
            _read(asking, str(value))
        except Unclear:
            return False
    elif kind in CHOSEN:
        known = {option.value.casefold() for option in asking.options}
        return known.issuperset(str(one).casefold() for one in listed(value))
    return True


def in_words(asking: Asking, value: Plain) -> str:
    """Return an answer to the question as people read it."""
    kind = asking.question.kind
    if kind in CHOSEN:
        labels = {option.value: option.label for option in asking.options}
        return ", ".join(labels.get(str(one), str(one)) for one in listed(value)) or "none"
    if kind == "lines":
        return "".join(f"\n– {one}" for one in listed(value))
    return asking.draft.in_words(asking.path, value)


def _typed(asking: Asking, text: str, files: Bringing) -> Heard:
    reading = _reading(asking, text, files)
    heard = Heard(reading.value, reading.echo)
    if asking.question.kind == "file":
        return replace(heard, note=files.told(str(reading.value)))
    if reading.question:
        offers = [Offer(str(one), Heard(one)) for one in (reading.value, reading.otherwise)]
        return replace(heard, query=Query(reading.question, tuple(offers)))
    doubt = _doubt(asking, text)
    return replace(heard, query=Query(doubt, likeliest=heard, typed=text)) if doubt else heard


def _doubt(asking: Asking, text: str) -> str:
    """Return what to ask back about words that may stay, where there is anything."""
    field = asking.question.fills.rpartition(".")[2]
    if field == "name":
        return doubted_name(text, asking.today)
    vague = vague_word(field, text) if knows(asking.draft.pack.language) else None
    if vague is None:
        return ""
    word, asks = vague
    return f"“{word}” means something else to everyone. Can you say {asks}?"


def doubted_name(text: str, today: datetime.date) -> str:
    """Return what to ask back about a name that reads like something else, where it does."""
    like = hardly_a_name(text, today)
    return f"“{shortened(text, _ROOM)}” reads like {like}. Is that really the name?" if like else ""


def _reading(asking: Asking, text: str, files: Bringing) -> Reading:
    kind = asking.question.kind
    if kind == "file":
        path = files.bring(text)
        return Reading(path, path if path != text else "")
    if kind == "lines" and text.startswith("+"):
        return _with_more(asking, _read(asking, text.removeprefix("+")))
    return _read(asking, text)


def _read(asking: Asking, text: str) -> Reading:
    """Return *text* as a value, a number with the unit of its measure or the currency."""
    kind, unit = asking.read_as, ""
    if kind in AMOUNTS:
        path = _UNITS.get(kind, (*asking.within, "unit"))
        unit = asking.draft.in_words(path, asking.draft.holds(path))
    return read(kind, text, today=asking.today, unit=unit)


def _with_more(asking: Asking, added: Reading) -> Reading:
    if not added.value:
        raise Unclear("Type behind the + what to add, such as: + We answer within a day.")
    return Reading([*listed(asking.effective), *listed(added.value)])


def _chosen(asking: Asking, text: str, *, in_full: bool) -> Heard:
    """Return the choice, or the choices, that *text* names, or ask whether it is a new thing."""
    options, several = asking.options, asking.question.kind == "several"
    try:
        choice = choose(text, options, several=several, in_full=in_full)
    except Unclear:
        if in_full or not asking.source or not _can_be_new(text, options):
            raise
        return Heard(query=_about_new(asking, text, options))
    values: list[Plain] = [one.value for one in choice.options]
    return Heard(values if several and in_full else values[0], choice.words)


def _heard(option: Option) -> Heard:
    return Heard(option.value, option.label)


def _can_be_new(text: str, options: Sequence[Option]) -> bool:
    """Return whether *text* may be the name of something that is not among the options yet."""
    wanted = " ".join(text.split()).casefold()
    alike = sum(wanted in option.label.casefold() for option in options)
    is_a_question = text.endswith("?") or not re.search(r"[^\W\d_]{2}", text)
    stands_for_several = len(wanted) > 2 and alike > 1
    return not (is_a_question or stands_for_several)


def _about_new(asking: Asking, text: str, options: Sequence[Option]) -> Query:
    """Ask whether a name that is not in the list is a slip, or that of a new thing."""
    name, noun = one_line(text), singular(asking.source)
    labels = {option.label.casefold(): option for option in options}
    close = difflib.get_close_matches(name.casefold(), labels, _NEAR_OFFERED, _NEARLY)
    near = [
        Offer(labels[one].label, _heard(labels[one]), f"takes “{labels[one].label}”")
        for one in close
    ]
    new = Heard(echo=f"{name}, added.", adds=name)
    rest = [Offer(f"Add “{name}” as a new {noun}", new, f"adds it as a new {noun}")]
    if options:
        # Most likely it was meant as the next thing of the list one comes from.
        is_next = asking.question.fills in PLACED_BY
        rest.insert(0 if is_next else 1, Offer("Choose from the list again", NO_ANSWER))
    offers = (*near, *rest)
    asks = ""
    if near:
        asks = f" Did you mean {' or '.join(f'“{offer.label}”' for offer in near)}?"
    elif offers[0].heard == NO_ANSWER:
        asks = " Choose one of these first; the next thing can be added after that."
    words = f"“{shortened(text, _ROOM)}” is not in the list.{asks}"
    return Query(words, offers, likeliest=offers[0].heard)
