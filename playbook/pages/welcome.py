"""The welcome page: who we are, the promise in one sentence, how to get help, where to start."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from playbook.pages.context import Guide
from playbook.pages.parts import Address, Answer, Contact, Link, Page
from playbook.words import Words


@dataclass(frozen=True, slots=True)
class RoleCard:
    """A role's start page, for a newcomer to find."""

    link: Link
    does: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome(Page):
    """The first page a reader sees."""

    kind: ClassVar[str] = "welcome"

    name: Words
    tagline: Answer
    what_we_do: Answer
    goal: Answer
    value_proposition: Answer
    customer: Words
    customers: Words
    promises: tuple[Link, ...]
    stages: tuple[Link, ...]
    roles: tuple[RoleCard, ...]
    contact: Contact
    edition: Answer
    next_review: Answer


def build(guide: Guide) -> Iterator[Welcome]:
    """Yield the welcome page."""
    playbook = guide.playbook
    yield Welcome(
        address=Address("index.md"),
        title=guide.say("welcome.title"),
        ideas=guide.ideas("welcome"),
        name=playbook.business.name,
        tagline=guide.answer(playbook.brand, "tagline"),
        what_we_do=guide.answer(playbook.business, "what_we_do"),
        goal=guide.answer(playbook.business, "goal"),
        value_proposition=guide.answer(playbook.promise, "value_proposition"),
        customer=guide.customer,
        customers=guide.customers,
        promises=tuple(map(guide.promise_link, playbook.promise.promises)),
        stages=tuple(map(guide.stage_link, playbook.journey.stages)),
        roles=tuple(
            RoleCard(guide.role_link(role), guide.answer(role, "does"))
            for role in playbook.people.roles
        ),
        contact=guide.contact(),
        edition=guide.answer(playbook.reviews, "edition"),
        next_review=guide.answer(playbook.reviews, "next_review"),
    )
