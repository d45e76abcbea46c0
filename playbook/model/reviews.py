"""The rhythm in which the business looks at its journey."""

from __future__ import annotations

from typing import Annotated, Literal

from playbook.model.base import (
    MANAGERS_ONLY,
    Date,
    Deadline,
    Id,
    Item,
    Record,
    Refers,
    Text,
    Texts,
    WebAddress,
)


class Meeting(Item):
    """A regular meeting about customers."""

    how_often: Text = None
    """How often, and when."""
    length: Text = None
    """How long."""
    who: tuple[Annotated[Id, Refers("people.roles")], ...] = ()
    """The roles that take part."""
    looks_at: Texts = ()
    """What is looked at, in order."""


class Verdict(Record):
    """What we say of ourselves, honestly, and when we ask again."""

    answer: Literal["yes", "mostly", "no"] | None = None
    """Yes, mostly or no."""
    words: Text = None
    """What makes us say so, and what we do about it."""
    owner: Annotated[Id | None, Refers("people.roles")] = None
    """The role that sees to that."""
    again: Deadline = None
    """The day by which we ask again."""


class Verdicts(Record):
    """Three questions to ask again before each new service (Hamilton)."""

    can_deliver: Verdict | None = None
    """Can we deliver what we promise, every time, at a cost we can carry?"""
    easy: Verdict | None = None
    """Is asking, buying and receiving as easy as it can be?"""
    lives_up: Verdict | None = None
    """Does the whole live up to what we promise, and to what sets us apart?"""


class Reviews(Record):
    """When the playbook is looked at, and whether we are able to live up to it."""

    meetings: tuple[Meeting, ...] = ()
    """The regular meetings."""
    skills_check: Annotated[Text, MANAGERS_ONLY] = None
    """How and when we test whether skills and capacity are enough."""
    skills_owner: Annotated[Id | None, Refers("people.roles"), MANAGERS_ONLY] = None
    """The role that does the test."""
    skills_by: Annotated[Deadline, MANAGERS_ONLY] = None
    """The day of the next test."""
    questions: Annotated[Verdicts | None, MANAGERS_ONLY] = None
    """Our own verdict on the three questions behind everything else."""
    edition: Text = None
    """What this edition of the playbook is called, such as Spring 2027."""
    reviewed: Date = None
    """The day on which the playbook was last reviewed."""
    next_review: Deadline = None
    """The day by which it will be reviewed again."""
    suggestions_to: Text = None
    """Where the team sends a suggestion: a mail address, or the address of a form."""
    address: WebAddress = None
    """The web address at which the team opens the playbook."""
