"""The page for when something goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from playbook.model.journey import Touchpoint
from playbook.pages.context import Guide
from playbook.pages.parts import Address, Anchor, Answer, Contact, Link, Page, Who
from playbook.words import Words


@dataclass(frozen=True, slots=True)
class Situation:
    """Something that can go wrong, where, and what to do."""

    anchor: Anchor
    wrong: Words
    put_right: Answer
    suggested: bool
    touchpoint: Link
    owner: Who


@dataclass(frozen=True, slots=True)
class SituationGroup:
    """What can go wrong at one stage of the journey."""

    anchor: Anchor
    stage: Link | None
    situations: tuple[Situation, ...]


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a role may give away without asking."""

    role: Link
    may_decide: Answer
    limit: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryPage(Page):
    """What to do when something goes wrong."""

    kind: ClassVar[str] = "recovery"

    customer: Words
    groups: tuple[SituationGroup, ...]
    allowances: tuple[Allowance, ...]
    tells_limits: bool
    """Whether the edition tells how much each role may spend."""
    responsible: Who
    contact: Contact


def build(guide: Guide) -> Iterator[RecoveryPage]:
    """Yield the page for when something goes wrong."""
    roles = guide.playbook.people.roles
    yield RecoveryPage(
        address=Address("when-things-go-wrong.md"),
        title=guide.say("recovery.title"),
        ideas=guide.ideas("recovery"),
        customer=guide.customer,
        groups=tuple(_groups(guide)),
        allowances=tuple(
            Allowance(guide.role_link(role), guide.answer(role, "may_decide"), guide.limit(role))
            for role in roles
            if role.may_decide or role.make_good_limit is not None
        ),
        tells_limits=not any("make_good_limit" in role.withheld for role in roles),
        responsible=guide.who(guide.playbook.people, "responsible"),
        contact=guide.contact(),
    )


def _groups(guide: Guide) -> Iterator[SituationGroup]:
    for stage, situations in guide.found_by_stage(_situations):
        if stage:
            yield SituationGroup(Anchor(f"at-{stage.id}"), guide.stage_link(stage), situations)
        else:
            yield SituationGroup(Anchor("anywhere"), None, situations)


def _situations(guide: Guide, point: Touchpoint) -> Iterator[Situation]:
    for number, slip in enumerate(point.recovery, 1):
        yield Situation(
            anchor=guide.situation_address(point, number).anchor,
            wrong=slip.wrong,
            put_right=guide.answer(slip, "put_right"),
            suggested="recovery" in point.suggested,
            touchpoint=guide.touchpoint_link(point),
            owner=guide.who(point, "owner"),
        )
