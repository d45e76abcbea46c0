"""The one page of the edition for customers: what they may count on.

It holds what is said to customers anyway, and only what the owner has confirmed. Whatever else
the playbook says has no place on this page's type, so no template can print it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from playbook.model.listening import Fix
from playbook.model.promises import why_not_told
from playbook.pages.context import Guide
from playbook.pages.parts import (
    Address,
    Answer,
    Answers,
    Contact,
    Page,
    answers,
)
from playbook.words import Words

AnyAnswer = TypeVar("AnyAnswer", bound=Answer | Answers)


@dataclass(frozen=True, slots=True)
class PromiseToYou:
    """A promise in the words that customers hear."""

    name: Words
    detail: Answer


@dataclass(frozen=True, slots=True)
class ChangedForYou:
    """Something customers told us, and what changed."""

    name: Words
    changed: Answer
    date: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseToYouPage(Page):
    """What customers may count on, for customers to read."""

    kind: ClassVar[str] = "promise-to-you"

    name: Words
    tagline: Answer
    what_we_do: Answer
    story: Answer
    value_proposition: Answer
    promises: tuple[PromiseToYou, ...]
    billing: Answer
    ways_to_pay: Answers
    choices: Answer
    changed: tuple[ChangedForYou, ...]
    contact: Contact


def build(guide: Guide) -> Iterator[PromiseToYouPage]:
    """Yield the page for customers."""
    playbook = guide.playbook
    business, fairness = playbook.business, playbook.fairness
    yield PromiseToYouPage(
        address=Address("index.md"),
        title=guide.say("to-you.title"),
        ideas=(),
        name=business.name,
        tagline=_confirmed(guide.answer(playbook.brand, "tagline")),
        what_we_do=_confirmed(guide.answer(business, "what_we_do")),
        story=_confirmed(guide.answer(business, "story")),
        value_proposition=_confirmed(guide.answer(playbook.promise, "value_proposition")),
        promises=tuple(
            PromiseToYou(promise.name, _confirmed(guide.answer(promise, "detail")))
            for promise in playbook.promise.promises
            if not why_not_told(promise)
        ),
        billing=_confirmed(guide.answer(fairness.billing, "how")),
        ways_to_pay=_confirmed(answers(fairness.billing, "ways_to_pay")),
        choices=_confirmed(guide.answer(fairness, "choices")),
        changed=tuple(_changed(guide, fix) for fix in playbook.listening.fixed),
        contact=_contact(guide),
    )


def _changed(guide: Guide, fix: Fix) -> ChangedForYou:
    return ChangedForYou(fix.name, guide.answer(fix, "changed"), guide.answer(fix, "date"))


def _contact(guide: Guide) -> Contact:
    found = guide.contact()
    return Contact(
        name=_confirmed(found.name),
        phone=_confirmed(found.phone),
        email=_confirmed(found.email),
        hours=_confirmed(found.hours),
    )


def _confirmed(said: AnyAnswer) -> AnyAnswer:
    return type(said)() if said.suggested else said
