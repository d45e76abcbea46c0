"""The numbers that tell whether the intended journey happens."""

from __future__ import annotations

from typing import Annotated, Literal

from playbook.model.base import (
    MANAGERS_ONLY,
    Date,
    Deadline,
    Id,
    Item,
    Money,
    Number,
    Record,
    Refers,
    Share,
    Text,
)

Better = Literal["higher", "lower"]
Cadence = Literal["daily", "weekly", "monthly", "quarterly", "yearly"]


class Measure(Item):
    """A number that is tracked and shared."""

    definition: Text = None
    """What it counts, in plain words."""
    formula: Text = None
    """How it is worked out."""
    unit: Text = None
    """What it is counted in: %, minutes, stars."""
    better: Better | None = None
    """Whether higher or lower is better."""
    why: Text = None
    """Why it matters to customers."""
    source: Text = None
    """Where the number is read off."""
    owner: Annotated[Id | None, Refers("people.roles")] = None
    """The role that brings the number."""
    cadence: Cadence | None = None
    """How often it is read."""
    baseline: Annotated[Number, MANAGERS_ONLY] = None
    """Where it stands today."""
    baseline_date: Annotated[Date, MANAGERS_ONLY] = None
    """The day on which the baseline was read."""
    target: Annotated[Number, MANAGERS_ONLY] = None
    """Where it should be."""
    target_date: Annotated[Deadline, MANAGERS_ONLY] = None
    """By when."""


class Objective(Item):
    """Something the business wants to achieve for its customers."""

    resources: Text = None
    """The time, money or tools set aside for it."""
    measure: Annotated[Id | None, Refers("scorecard.measures")] = None
    """The measure that tells whether it is reached."""
    owner: Annotated[Id | None, Refers("people.roles")] = None
    """The role that sees it through."""
    by: Deadline = None
    """By when."""


class Revenue(Record):
    """The income the better journey should bring."""

    objective: Text = None
    """What better treatment of customers should bring the business, and by when."""
    owner: Annotated[Id | None, Refers("people.roles")] = None
    """The role that keeps an eye on it."""
    by: Deadline = None
    """The day by which it should have come."""
    new: Money = None
    """Income expected from new customers, in the business's currency."""
    cross_sale: Money = None
    """Income expected from customers who buy more kinds of things."""
    repeat: Money = None
    """Income expected from customers who come back."""
    repeat_share: Share = None
    """The share of income, in percent, that comes from returning customers today."""
    currency: Text = None
    """The currency of all amounts in the playbook: $, €, £."""


class Scorecard(Record):
    """Few measures, each with an owner."""

    measures: tuple[Measure, ...] = ()
    """The measures that are tracked."""
    objectives: Annotated[tuple[Objective, ...], MANAGERS_ONLY] = ()
    """What the business wants to achieve for its customers."""
    revenue: Annotated[Revenue | None, MANAGERS_ONLY] = None
    """The income the better journey should bring."""
