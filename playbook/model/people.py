"""Who does what, and whom a customer can reach."""

from __future__ import annotations

from typing import Annotated

from playbook.model.base import (
    MANAGERS_ONLY,
    Deadline,
    Id,
    Item,
    Mail,
    Money,
    Phone,
    Record,
    Refers,
    Text,
    Texts,
)


class Role(Item):
    """A job in the business; one person may hold several."""

    does: Text = None
    """What the role is there for."""
    may_decide: Text = None
    """What the role may decide for a customer without asking."""
    make_good_limit: Annotated[Money, MANAGERS_ONLY] = None
    """How much money the role may spend to put something right, in the business's currency."""
    stand_in: Annotated[Id | None, Refers("people.roles")] = None
    """The role that covers when nobody in this one is there."""
    lead: Annotated[Id | None, Refers("people.people")] = None
    """The person who answers for what the role owns, where several people hold it."""


class Person(Item):
    """Somebody who works here."""

    roles: tuple[Annotated[Id, Refers("people.roles")], ...] = ()
    """The roles the person holds."""
    phone: Phone = None
    """How colleagues reach the person by phone."""
    email: Mail = None
    """How colleagues reach the person by mail."""


class Contact(Record):
    """Whom customers reach when they need help."""

    name: Text = None
    """The person's name."""
    phone: Phone = None
    """The number to call."""
    email: Mail = None
    """The address to write to."""
    hours: Text = None
    """When somebody answers."""


class HandOff(Item):
    """A moment in which a customer passes from one role to another."""

    giver: Annotated[Id | None, Refers("people.roles")] = None
    """The role that hands over."""
    taker: Annotated[Id | None, Refers("people.roles")] = None
    """The role that takes over."""
    passes_on: Text = None
    """What must be passed on, and how."""
    customer_hears: Text = None
    """What the customer is told."""
    owner: Annotated[Id | None, Refers("people.roles")] = None
    """The role that makes sure nothing is lost on the way."""
    by: Deadline = None
    """The day on which it is looked at whether it works."""


class People(Record):
    """Roles, people and the habits between them."""

    roles: tuple[Role, ...] = ()
    """The jobs customers depend on."""
    people: tuple[Person, ...] = ()
    """Who holds them."""
    responsible: Annotated[Id | None, Refers("people.roles")] = None
    """The role with the main responsibility for how customers are treated."""
    service_contact: Contact | None = None
    """Whom customers reach when they need help."""
    first_contact: Text = None
    """What whoever speaks to a customer first does to stay with them to the end."""
    hand_offs: tuple[HandOff, ...] = ()
    """Where a customer passes from one role to another."""
    must_know: Texts = ()
    """What everybody must know about our customers and what we offer."""
    recognition: Text = None
    """How care for customers is praised in front of others."""
