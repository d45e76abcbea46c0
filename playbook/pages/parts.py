"""The parts that pages are made of."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import ClassVar
from urllib.parse import quote

from playbook.language.language import Language
from playbook.model.base import Item, Record
from playbook.model.fields import deadlines
from playbook.parse.reach import Way, is_mail, mails_in, numbers_in
from playbook.words import Piece, Safe, Words

_ADDRESS = re.compile(r"[a-z0-9-]+\.md(#[a-z0-9-]+)?\Z")
_ANCHOR = re.compile(r"[a-z0-9-]+\Z")
_DIALLED = re.compile(r"\+?[0-9]{3,15}(;ext=[0-9]{1,7})?\Z")


class Address(Safe):
    """The file of a page, as other pages link to it."""

    __slots__ = ()

    def __new__(cls, address: str) -> Address:
        """Return *address*; raise ValueError when it could be read as anything but a file name."""
        if not _ADDRESS.match(address):
            raise ValueError(f"{address!r} is not the address of a page")
        return super().__new__(cls, address)

    @property
    def html(self) -> Safe:
        """The address of the finished page, for links inside HTML."""
        return Safe(self.replace(".md", ".html", 1))

    @property
    def anchor(self) -> Anchor:
        """The place on the page; raise ValueError for an address that names the page only."""
        return Anchor(self.partition("#")[2])


class Anchor(Safe):
    """A place on a page that links can point at."""

    __slots__ = ()

    def __new__(cls, anchor: str) -> Anchor:
        """Return *anchor*; raise ValueError when it is more than a plain word."""
        if not _ANCHOR.match(anchor):
            raise ValueError(f"{anchor!r} is not an anchor")
        return super().__new__(cls, anchor)


class PhoneLink(Safe):
    """A link that calls a number."""

    __slots__ = ()

    def __new__(cls, number: str) -> PhoneLink:
        """Return the link to *number*; raise ValueError for more than digits and an extension."""
        if not _DIALLED.match(number):
            raise ValueError(f"{number!r} cannot be dialled")
        return super().__new__(cls, f"tel:{number}")


class MailLink(Safe):
    """A link that writes to a mail address."""

    __slots__ = ()

    def __new__(cls, address: str) -> MailLink:
        """Return the link to *address*; raise ValueError for anything else."""
        if not is_mail(address):
            raise ValueError(f"{address!r} is no mail address")
        return super().__new__(cls, f"mailto:{quote(address, safe='@+')}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the playbook says about one thing, or that it says nothing yet."""

    text: Words | None = None
    suggested: bool = False
    """Whether it is a starter pack's suggestion that nobody has confirmed."""
    withheld: bool = False
    """Whether this edition does not hold it, so that its place stays empty."""
    declined: bool = False
    """Whether the owner said that it is not for them."""
    due: Safe | None = None
    """The day, where it is one by which something is to be done, for the reader's clock."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text, perhaps with a link behind it."""

    text: Piece
    link: PhoneLink | MailLink | None = None


@dataclass(frozen=True, slots=True)
class Reach(Answer):
    """How to reach somebody, with a link behind each number or address in the text."""

    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """Several lines the playbook says about one thing."""

    lines: tuple[Words, ...] = ()
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """The way to another page."""

    title: Words
    address: Address
    suggested: bool = False
    """Whether the thing itself is a suggestion that nobody has confirmed."""
    note: Words | None = None
    """What is to be known of it wherever it is named."""


@dataclass(frozen=True, slots=True)
class Who:
    """The role that does something, and the people who hold it."""

    role: Link | None = None
    people: Words | None = None
    suggested: bool = False
    """Whether the role, or that it is this one, is a suggestion that nobody has confirmed."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is decided about something, who sees to it, and by when."""

    decision: Answer
    owner: Who
    by: Answer


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom customers reach when they need help."""

    name: Answer
    phone: Reach
    email: Reach
    hours: Answer


@dataclass(frozen=True, slots=True)
class IdeaNote:
    """An idea of the method behind a page, with the document it comes from."""

    idea: Words
    title: Words
    author: Words


@dataclass(frozen=True, slots=True)
class Care:
    """Who looks after a page, and how old it is."""

    owner: Who = field(default_factory=Who)
    reviewed: Answer = field(default_factory=Answer)
    review_by: Answer = field(default_factory=Answer)
    review_day: datetime.date | None = None
    """The day by which it is to be reviewed, for the reader's clock."""
    suggest: Safe | None = None
    """The address to which a suggestion about the page goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the playbook; its template prints these fields and no others."""

    kind: ClassVar[str]
    """The kind of page, which is also the name of its template."""

    address: Address
    """The file of the page."""
    title: Words
    """The heading of the page."""
    ideas: tuple[IdeaNote, ...]
    """The ideas of the method that the page carries out."""
    has_suggestions: bool = False
    """Whether anything on the page is a suggestion that nobody has confirmed."""
    care: Care = field(default_factory=Care)
    """Who looks after the page, how old it is, and where a suggestion about it goes."""


def answer(record: Record | None, name: str, language: Language) -> Answer:
    """Return what *record* says in its field *name*, as readers of a *language* see it."""
    if record is None:
        return Answer()
    value = getattr(record, name)
    if value is None:
        return unsaid(record, name)
    due = Safe(value.isoformat()) if name in deadlines(type(record)) else None
    return Answer(language.in_words(value), name in record.suggested, due=due)


def unsaid(record: Record, name: str) -> Answer:
    """Return what stands for a field without a value: undecided, withheld, or not for them."""
    return Answer(withheld=name in record.withheld, declined=name in record.declined)


def phone(record: Record | None, region: str | None) -> Reach:
    """Return by phone how to reach whom *record* is about, as it is dialled in *region*."""
    return _reach(_said(record, "phone"), lambda text: phone_parts(text, region))


def mail(record: Record | None) -> Reach:
    """Return by mail how to reach whom *record* is about."""
    return _reach(_said(record, "email"), mail_parts)


def _said(record: Record | None, name: str) -> Answer:
    """Return the text that *record* has in its field *name*."""
    text = getattr(record, name, None)
    if record is None or text is None:
        return unsaid(record, name) if record else Answer()
    return Answer(text, name in record.suggested)


def _reach(said: Answer, parts: Callable[[Words], tuple[Part, ...]]) -> Reach:
    found = parts(said.text) if said.text else ()
    return Reach(said.text, said.suggested, said.withheld, said.declined, parts=found)


def phone_parts(text: Words, region: str | None) -> tuple[Part, ...]:
    """Return a text in parts, with a link behind each phone number as it is dialled in *region*."""
    plain = text.plain.strip("\n")
    return tuple(_parts(plain, numbers_in(plain, region), PhoneLink))


def mail_parts(text: Words) -> tuple[Part, ...]:
    """Return a text in parts, with a link behind each mail address."""
    plain = text.plain.strip("\n")
    return tuple(_parts(plain, mails_in(plain), MailLink))


def _parts(
    text: str, ways: Iterable[Way], link: Callable[[str], PhoneLink | MailLink]
) -> Iterator[Part]:
    at = 0
    for way in ways:
        if at < way.start:
            yield Part(Piece(text[at : way.start]))
        yield Part(Piece(text[way.start : way.end]), link(way.to))
        at = way.end
    if at < len(text):
        yield Part(Piece(text[at:]))


def answers(record: Record | None, name: str) -> Answers:
    """Return the lines *record* has in its list field *name*."""
    if record is None:
        return Answers()
    return Answers(tuple(getattr(record, name)), name in record.suggested)


def is_suggestion(item: Item) -> bool:
    """Return whether an item as a whole is a suggestion that nobody has confirmed."""
    return "name" in item.suggested


def all_suggested(*parts: Answer | Answers | Link | Who) -> bool:
    """Return whether something is said in *parts*, and all of it is a suggestion."""
    said = [part.suggested for part in parts if _is_said(part)]
    return bool(said) and all(said)


def _is_said(part: Answer | Answers | Link | Who) -> bool:
    if isinstance(part, Answer):
        return bool(part.text)
    if isinstance(part, Answers):
        return bool(part.lines)
    return not isinstance(part, Who) or part.role is not None


def holds_suggestion(value: object) -> bool:
    """Return whether a page, or any part of one, is marked as a suggestion."""
    if isinstance(value, tuple):
        return any(map(holds_suggestion, value))
    if not is_dataclass(value):
        return False
    return getattr(value, "suggested", False) is True or any(
        holds_suggestion(getattr(value, field.name)) for field in fields(value)
    )
