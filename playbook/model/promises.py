"""What the business promises, and whether it can keep it."""

from __future__ import annotations

from typing import Annotated, Literal

from playbook.model.base import (
    MANAGERS_ONLY,
    Deadline,
    FollowUp,
    Id,
    Item,
    Record,
    Refers,
    Text,
    Texts,
)

CanKeep = Literal["always", "mostly", "not-yet"]
Decision = Literal["weaken", "fund", "drop"]
_NOT_TOLD: dict[CanKeep | None, str] = {
    None: "nobody has said yet how often it is kept",
    "mostly": "it is kept mostly, not every time",
    "not-yet": "it is not kept yet",
}


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
    decision: Annotated[Decision | None, MANAGERS_ONLY] = None
    """What is done about it as long as it is not kept every time."""
    decision_owner: Annotated[Id | None, Refers("people.roles"), MANAGERS_ONLY] = None
    """The role that sees to that."""
    decision_by: Annotated[Deadline, MANAGERS_ONLY] = None
    """The day by which that is done."""


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
    gaps_follow_up: Annotated[FollowUp | None, MANAGERS_ONLY] = None
    """What is done about that, by whom, and by when."""
    promises: tuple[Promise, ...] = ()
    """What customers may count on."""


def why_not_told(promise: Promise) -> str:
    """Return why a promise is kept from customers, in words; nothing where they may be told of it.

    No promise is made that cannot be kept every time (Hamilton, rule 1).
    """
    if "name" in promise.suggested:
        return "nobody has confirmed it"
    said = None if "can_keep" in promise.suggested else promise.can_keep
    return _NOT_TOLD.get(said, "")
