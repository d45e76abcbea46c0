"""What the business promises, and whether it can keep it."""

from __future__ import annotations

from typing import Annotated, Literal

from playbook.model.base import MANAGERS_ONLY, Id, Item, Record, Refers, Text, Texts

CanKeep = Literal["always", "mostly", "not-yet"]


class Difference(Item):
    """A reason to come to us rather than to somebody else."""

    felt: Text = None
    """Where in the journey a customer feels it."""
    measure: Annotated[Id | None, Refers("scorecard.measures")] = None
    """The measure that tells whether it is so."""


class Promise(Item):
    """Something customers may count on. Its name is the promise itself, in one line."""

    detail: Text = None
    """What exactly is promised, with its limits."""
    made: Texts = ()
    """Where we make it: the website, the van, the phone, the menu."""
    owner: Annotated[Id | None, Refers("people.roles")] = None
    """The role that answers for keeping it."""
    measure: Annotated[Id | None, Refers("scorecard.measures")] = None
    """The measure that tells whether we keep it."""
    can_keep: Annotated[CanKeep | None, MANAGERS_ONLY] = None
    """Whether we can keep it every time, at a cost we can carry."""
    needed: Annotated[Text, MANAGERS_ONLY] = None
    """What it would take to keep it every time."""


class Offer(Record):
    """The value the business offers, and the promises that follow from it."""

    value_proposition: Text = None
    """Why customers choose us, in one sentence: the promise behind all promises."""
    differences: tuple[Difference, ...] = ()
    """What sets us apart."""
    basics: Texts = ()
    """The basics that must be right every time."""
    expectations: Text = None
    """What our premises, leaflets, website and tagline lead people to expect."""
    gaps: Annotated[Text, MANAGERS_ONLY] = None
    """Where the real experience falls short of that."""
    promises: tuple[Promise, ...] = ()
    """What customers may count on."""
