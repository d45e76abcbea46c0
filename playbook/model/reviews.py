"""The rhythm in which the business looks at its journey."""

from __future__ import annotations

from typing import Annotated

from playbook.model.base import (
    MANAGERS_ONLY,
    Date,
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


class Reviews(Record):
    """When the playbook is looked at, and whether we are able to live up to it."""

    meetings: tuple[Meeting, ...] = ()
    """The regular meetings."""
    skills_check: Annotated[Text, MANAGERS_ONLY] = None
    """How and when we test whether skills and capacity are enough."""
    edition: Text = None
    """What this edition of the playbook is called, such as Spring 2027."""
    reviewed: Date = None
    """The day on which the playbook was last reviewed."""
    next_review: Date = None
    """The day by which it will be reviewed again."""
    suggestions_to: Text = None
    """Where the team sends a suggestion: a mail address, or the address of a form."""
    address: WebAddress = None
    """The web address at which the team opens the playbook."""
