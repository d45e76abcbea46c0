"""The page about money and fair dealing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from playbook.pages.context import Guide
from playbook.pages.parts import Address, Answer, Answers, Page, Task, answers
from playbook.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class FairnessPage(Page):
    """How customers are charged, rewarded and left free to choose."""

    kind: ClassVar[str] = "fairness"

    customers: Words
    billing_how: Answer
    billing_right: Answer
    ways_to_pay: Answers
    loyalty: Answer
    choices: Answer
    appreciation: Answer
    billing_task: Task


def build(guide: Guide) -> Iterator[FairnessPage]:
    """Yield the page about fair dealing."""
    fairness = guide.playbook.fairness
    yield FairnessPage(
        address=Address("fair-dealing.md"),
        title=guide.say("fairness.title"),
        ideas=guide.ideas("fairness"),
        customers=guide.customers,
        billing_how=guide.answer(fairness.billing, "how"),
        billing_right=guide.answer(fairness.billing, "right"),
        ways_to_pay=answers(fairness.billing, "ways_to_pay"),
        loyalty=guide.answer(fairness, "loyalty"),
        choices=guide.answer(fairness, "choices"),
        appreciation=guide.answer(fairness, "appreciation"),
        billing_task=guide.task(fairness.billing, "", "owner", "by"),
    )
