"""How the business hears its customers and what it does with what it hears."""

from __future__ import annotations

from typing import Annotated

from playbook.model.base import MANAGERS_ONLY, Date, Deadline, Id, Item, Record, Refers, Text


class ListeningPost(Item):
    """A regular way of asking customers, or of hearing them."""

    how: Text = None
    """How it works, with the questions asked."""
    when: Text = None
    """When, or how often."""
    owner: Annotated[Id | None, Refers("people.roles")] = None
    """The role that does it."""


class Outreach(Item):
    """A moment in which customers are about to need us, and what we do before they ask."""

    action: Text = None
    """What we do then."""
    owner: Annotated[Id | None, Refers("people.roles")] = None
    """The role that does it."""
    by: Deadline = None
    """The day on which it is next done, or looked at whether it is."""


class Visit(Item):
    """A customer, or a kind of customer, whom we go and see to learn more about them."""

    learn: Text = None
    """What we want to learn there."""
    owner: Annotated[Id | None, Refers("people.roles")] = None
    """The role that goes."""
    by: Deadline = None
    """By when."""


class Fix(Item):
    """Something customers told us, and what changed."""

    changed: Text = None
    """What we changed."""
    told: Text = None
    """How customers were told."""
    date: Date = None
    """When it changed."""


class Listening(Record):
    """Asking, acting and telling."""

    posts: tuple[ListeningPost, ...] = ()
    """Where we hear our customers."""
    outreach: tuple[Outreach, ...] = ()
    """When customers will need us, and what we do before they ask."""
    visits: Annotated[tuple[Visit, ...], MANAGERS_ONLY] = ()
    """The customers we visit this year."""
    closing_the_loop: Text = None
    """What happens with what we hear, and how the customer learns of it."""
    fixed: tuple[Fix, ...] = ()
    """What customers told us and we changed."""
