"""The page with what everyone in the business knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from playbook.model.base import Item
from playbook.pages.context import Guide
from playbook.pages.parts import (
    Address,
    Answer,
    Answers,
    Link,
    Page,
    Who,
    answers,
    is_suggestion,
)
from playbook.words import Words


@dataclass(frozen=True, slots=True)
class ValueView:
    """A core value."""

    name: Words
    suggested: bool
    meaning: Answer
    felt: Answer


@dataclass(frozen=True, slots=True)
class ProductView:
    """A product or service everybody can explain."""

    name: Words
    suggested: bool
    explain: Answer


@dataclass(frozen=True, slots=True)
class ChannelView:
    """Where customers and the business meet."""

    name: Words
    suggested: bool
    tells: Answer
    owner: Who


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgePage(Page):
    """What everyone knows, whatever their job."""

    kind: ClassVar[str] = "knowledge"

    customers: Words
    goal: Answer
    story: Answer
    values: tuple[ValueView, ...]
    products: tuple[ProductView, ...]
    segments: tuple[Link, ...]
    must_know: Answers
    voice: Answers
    channels: tuple[ChannelView, ...]


def build(guide: Guide) -> Iterator[KnowledgePage]:
    """Yield the page with what everyone knows."""
    business = guide.playbook.business
    yield KnowledgePage(
        address=Address("what-everyone-knows.md"),
        title=guide.say("knowledge.title"),
        ideas=guide.ideas("knowledge"),
        customers=guide.customers,
        goal=guide.answer(business, "goal"),
        story=guide.answer(business, "story"),
        values=tuple(
            ValueView(
                value.name,
                is_suggestion(value),
                guide.answer(value, "meaning"),
                guide.answer(value, "felt"),
            )
            for value in business.values
        ),
        products=tuple(
            ProductView(product.name, is_suggestion(product), guide.answer(product, "explain"))
            for product in business.products
        ),
        segments=tuple(map(_segment_link, guide.playbook.customers.segments)),
        must_know=answers(guide.playbook.people, "must_know"),
        voice=answers(guide.playbook.brand, "voice"),
        channels=tuple(
            ChannelView(
                channel.name,
                is_suggestion(channel),
                guide.answer(channel, "tells"),
                guide.who(channel, "owner"),
            )
            for channel in business.channels
        ),
    )


def _segment_link(segment: Item) -> Link:
    address = Address(f"customers.md#segment-{segment.id}")
    return Link(segment.name, address, is_suggestion(segment))
