"""The customer's journey: stages, and the touchpoints in them."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator

from playbook.model.base import (
    MANAGERS_ONLY,
    Count,
    Deadline,
    FollowUp,
    Id,
    Item,
    Number,
    Record,
    Refers,
    RequiredText,
    Share,
    Text,
    Texts,
    Truth,
)

FeelingLevel = Literal["uneasy", "so-so", "fine", "good", "delighted"]
FEELINGS: tuple[FeelingLevel, ...] = get_args(FeelingLevel)
"""How customers may be meant to feel, from the lowest."""
LEAST, MOST = 1, 5
"""The ends of the scale that customers answer on, and that feelings are drawn on."""


def _check_average(value: Decimal | None) -> Decimal | None:
    if value is not None and not LEAST <= value <= MOST:
        raise ValueError(f"must lie between {LEAST} and {MOST}, such as 4.2")
    return value


def _check_count(value: Decimal | None) -> Decimal | None:
    if value is not None and (value < 0 or value % 1):
        raise ValueError("must be a whole number, such as 24")
    return value


class Stage(Item):
    """A phase of the journey, as the customer lives it."""

    customer_wants: Text = None
    """What customers want at this stage."""
    feeling: Text = None
    """How we want them to feel at its end."""
    feeling_level: FeelingLevel | None = None
    """How good that is, on a scale of five."""
    heard: Annotated[Number, AfterValidator(_check_average)] = None
    """What customers really said about the stage: their average, from 1 to 5."""
    heard_count: Annotated[Count, AfterValidator(_check_count)] = None
    """How many customers were asked and answered."""
    measure: Annotated[Id | None, Refers("scorecard.measures")] = None
    """The measure that tells whether the stage works."""
    after_sale: Truth = False
    """Whether the stage lies after the purchase."""


class Recovery(Record):
    """Something that can go wrong, and how we put it right."""

    wrong: RequiredText
    """What can go wrong."""
    put_right: Text = None
    """What we do and say at once."""


class Touchpoint(Item):
    """One contact between a customer and the business."""

    stage: Annotated[Id | None, Refers("journey.stages")] = None
    """The stage it belongs to."""
    channel: Annotated[Id | None, Refers("business.channels")] = None
    """Where it happens."""
    moment_of_truth: Truth = False
    """Whether this contact decides what the customer thinks of us."""
    customer_does: Text = None
    """What the customer does."""
    customer_wants: Text = None
    """What the customer wants here."""
    steps: Texts = ()
    """What we do, step by step."""
    say: Texts = ()
    """Words to say or write."""
    behind_the_scenes: Text = None
    """What has to happen out of the customer's sight."""
    promises: tuple[Annotated[Id, Refers("promise.promises")], ...] = ()
    """The promises kept here."""
    standard: Text = None
    """How well it must be done: something a bystander could see or count."""
    standard_share: Share = None
    """Of a hundred times, how many must meet the standard."""
    owner: Annotated[Id | None, Refers("people.roles")] = None
    """The role accountable for it."""
    stand_in: Annotated[Id | None, Refers("people.roles")] = None
    """The role that covers."""
    measure: Annotated[Id | None, Refers("scorecard.measures")] = None
    """The measure of this part of the journey."""
    recovery: tuple[Recovery, ...] = ()
    """What can go wrong, and how we put it right."""
    today: Annotated[Text, MANAGERS_ONLY] = None
    """How it really goes today."""
    hurts: Annotated[Text, MANAGERS_ONLY] = None
    """Where it hurts today: slow, awkward, cut off."""
    stop: Text = None
    """What we stop doing because it spoils the experience."""
    opportunity: Annotated[Text, MANAGERS_ONLY] = None
    """How this contact could make the experience better still."""


class Journey(Record):
    """The whole way of a customer with the business."""

    core_activities: Texts = ()
    """The few selling and serving activities everything depends on."""
    core_follow_up: FollowUp | None = None
    """What is done next to get them right, by whom, and by when."""
    last_customer: Annotated[Text, MANAGERS_ONLY] = None
    """How the last real customer came, bought and left, told as it happened."""
    walk: Annotated[FollowUp | None, MANAGERS_ONLY] = None
    """How the way of a customer is walked through as it is today, by whom, and by when."""
    unstuck: Annotated[Text, MANAGERS_ONLY] = None
    """Where people give up or get stuck on the way to buying or receiving."""
    after_sale: Text = None
    """What makes sure that the follow-up after a sale happens every time."""
    after_sale_owner: Annotated[Id | None, Refers("people.roles")] = None
    """The role that makes sure of it."""
    after_sale_by: Deadline = None
    """The day on which it is looked at whether it happens."""
    stages: tuple[Stage, ...] = ()
    """The stages, in the customer's order."""
    touchpoints: tuple[Touchpoint, ...] = ()
    """The touchpoints, in order within their stages."""
