"""Hear an answer: what a text means at a question, how it was understood, and what to ask back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from playbook.checks.vague import vague_word
from playbook.draft.item_list import ItemList
from playbook.draft.unseen import PLACED_BY
from playbook.interview.choices import (
    CHOSEN,
    can_be_new,
    list_of_choices,
    named_in,
    nearly,
    options_for,
    singular,
    unmistakable,
)
from playbook.interview.frame import part_of
from playbook.interview.session import Session
from playbook.model.paths import path_to
from playbook.parse.numbers import Unclear
from playbook.parse.reading import Option, Reading, lines, pick, read, read_contact
from playbook.text_width import shortened
from playbook.yamlfile import Path, Plain

LISTS = ("lines", "several", "things")
"""The kinds of question whose answer is a list."""
_READ = ("number", "money", "percent", "date", "colour")
_ROOM = 60
_YES = ("", "y", "yes")


class Bringing(Protocol):
    """What can bring a file of the owner's into their folder."""

    def bring(self, typed: str) -> str:
        """Return the path in the owner's folder of the file that was typed."""


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
    offers: tuple[Offer, ...]
    """What may be meant, the likeliest first."""
    typed: str = ""
    """The words that may stay as they are, where better ones are asked for."""


def hear(session: Session, text: str, files: Bringing, *, in_full: bool = False) -> Heard:
    """Return what *text* means as the answer to the question.

    Where *in_full*, a choice has to be named by its whole name or its id, as by somebody who
    sees no list. Raise Unclear where it means nothing, and WorkspaceError for a file that cannot
    be used.
    """
    if session.question.kind not in CHOSEN:
        return _typed(session, text, files)
    return _named(session, text) if in_full else _picked(session, text)


def taken(query: Query, text: str) -> Heard | None:
    """Return what is heard with the offer that *text* takes, the likeliest for no more than yes.

    None is another answer to the question itself.
    """
    if query.typed:
        return query.offers[0].heard if text in ("", query.typed) else None
    if text.casefold() in _YES:
        return query.offers[0].heard
    options = [Option(str(at), offer.label) for at, offer in enumerate(query.offers)]
    try:
        return query.offers[int(pick(text, options).value)].heard
    except Unclear:
        return None


def with_new(session: Session, heard: Heard) -> tuple[Session, Plain]:
    """Return the session with the thing that an answer adds to a list, and the answer's value."""
    if not heard.adds:
        return session, heard.value
    listed = list_of_choices(session)
    things = ItemList(session.draft, path_to(listed), singular(listed)).added_unseen(heard.adds)
    return session.with_draft(things.draft, session.path), things.key_named(heard.adds)


def fits(session: Session) -> bool:
    """Return whether the owner's answer to the question can stay as it is."""
    value, kind = session.value, session.question.kind
    if isinstance(value, dict) or isinstance(value, list) != (kind in LISTS):
        return False
    if kind in CHOSEN:
        known = {option.value.casefold() for option in options_for(session)}
        chosen = value if isinstance(value, list) else [value]
        return known.issuperset(str(one).casefold() for one in chosen)
    if kind in _READ:
        try:
            _read(session, str(value))
        except Unclear:
            return False
    return True


def in_words(session: Session, value: Plain) -> str:
    """Return an answer to the question as people read it."""
    if session.question.kind in CHOSEN:
        labels = {option.value: option.label for option in options_for(session)}
        values = value if isinstance(value, list) else [value]
        return ", ".join(labels.get(str(one), str(one)) for one in values) or "none"
    if isinstance(value, list) and session.question.kind == "lines":
        return "".join(f"\n– {one}" for one in value)
    return session.draft.in_words(session.path, value)


def _typed(session: Session, text: str, files: Bringing) -> Heard:
    reading = _reading(session, text, files)
    heard = Heard(reading.value, reading.echo)
    vague = vague_word(session.question.fills.rpartition(".")[2], text)
    return replace(heard, query=_about_vague(text, *vague, heard)) if vague else heard


def _reading(session: Session, text: str, files: Bringing) -> Reading:
    kind, part = session.question.kind, part_of(session.question)
    if kind == "file":
        path = files.bring(text)
        return Reading(path, path if path != text else "")
    if part:
        return read_contact(part, text)
    if kind == "lines" and text.startswith("+"):
        return _with_more(session, text.removeprefix("+"))
    return _read(session, text)


def _read(session: Session, text: str) -> Reading:
    """Return *text* as a value, with the unit of its measure or the playbook's currency."""
    path: Path = (*session.frame.within, "unit")
    if session.question.kind == "money":
        path = path_to("scorecard.revenue.currency")
    unit = session.draft.holds(path)
    kind = session.question.kind
    return read(kind, text, today=session.today, unit=unit if isinstance(unit, str) else "")


def _with_more(session: Session, text: str) -> Reading:
    added = lines(text)
    if not added:
        raise Unclear("Type behind the + what to add, such as: + We answer within a day.")
    so_far = session.effective
    return Reading([*so_far, *added] if isinstance(so_far, list) else [*added])


def _about_vague(text: str, word: str, asks: str, heard: Heard) -> Query:
    words = f"“{word}” means something else to everyone. Can you say {asks}?"
    return Query(words, (Offer("Keep my words", heard),), text)


def _named(session: Session, text: str) -> Heard:
    options, several = options_for(session), session.question.kind == "several"
    chosen = named_in(text, options, several=several)
    values: list[Plain] = [one.value for one in chosen]
    echo = ", ".join(unmistakable(one, options) for one in chosen)
    return Heard(values if several else values[0], echo)


def _picked(session: Session, text: str) -> Heard:
    options = options_for(session)
    try:
        return _heard(pick(text, options))
    except Unclear:
        if not list_of_choices(session) or not can_be_new(text, options):
            raise
    return Heard(query=_about_new(session, text, options))


def _heard(option: Option) -> Heard:
    return Heard(option.value, option.label)


def _about_new(session: Session, text: str, options: tuple[Option, ...]) -> Query:
    """Ask whether a name that is not in the list is a slip, or that of a new thing."""
    name, noun = " ".join(text.split()), singular(list_of_choices(session))
    near = nearly(name, options)
    offers = [Offer(one.label, _heard(one), f"takes “{one.label}”") for one in near]
    new = Heard(echo=f"{name}, added.", adds=name)
    rest = [
        Offer(f"Add “{name}” as a new {noun}", new, f"adds it as a new {noun}"),
        Offer("Choose from the list again", NO_ANSWER),
    ]
    if options and session.question.fills in PLACED_BY:
        # Most likely it was meant as the next thing of the list one comes from.
        rest.reverse()
    offers += rest if options else rest[:1]
    asks = ""
    if near:
        asks = f" Did you mean {' or '.join(f'“{one.label}”' for one in near)}?"
    elif offers[0].heard == NO_ANSWER:
        asks = " Choose one of these first; the next thing can be added after that."
    return Query(f"“{shortened(text, _ROOM)}” is not in the list.{asks}", tuple(offers))
