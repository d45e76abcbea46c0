"""Who does what: the overview, and a start page for each role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from playbook.model.business import Channel
from playbook.model.improvements import Improvement
from playbook.model.journey import Touchpoint
from playbook.model.listening import ListeningPost, Outreach, Visit
from playbook.model.people import HandOff, Person, Role
from playbook.model.scorecard import Objective
from playbook.pages.context import Guide, naming, owned_by
from playbook.pages.onboarding_plan import Period, periods
from playbook.pages.parts import (
    Address,
    Answer,
    Contact,
    Link,
    Page,
    Reach,
    Task,
    Who,
    is_suggestion,
    mail,
    phone,
)
from playbook.words import Words

Owned: TypeAlias = Channel | HandOff | ListeningPost | Outreach | Visit | Improvement | Objective


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role in the overview."""

    link: Link
    suggested: bool
    people: Words | None
    does: Answer
    touchpoints: int


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person, with the roles they hold."""

    name: Words
    roles: tuple[Link, ...]
    phone: Reach
    email: Reach


@dataclass(frozen=True, slots=True)
class Ownership:
    """Something somebody is accountable for."""

    what: Words
    """What kind of thing it is."""
    link: Link
    owner: Who


@dataclass(frozen=True, slots=True)
class HandOffView:
    """A customer passing from one role to another."""

    name: Words
    suggested: bool
    giver: Who
    taker: Who
    passes_on: Answer
    customer_hears: Answer
    task: Task


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage(Page):
    """Who does what."""

    kind: ClassVar[str] = "people"

    customer: Words
    customers: Words
    roles: tuple[RoleRow, ...]
    people: tuple[PersonRow, ...]
    responsible: Who
    contact: Contact
    first_contact: Answer
    hand_offs: tuple[HandOffView, ...]
    recognition: Answer
    owned: tuple[Ownership, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """A touchpoint on a role's page."""

    link: Link
    moment_of_truth: bool
    standard: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePage(Page):
    """The start page of a role."""

    kind: ClassVar[str] = "role"

    suggested: bool
    people: Words | None
    customer: Words
    customers: Words
    does: Answer
    may_decide: Answer
    make_good_limit: Answer
    stand_in: Who
    touchpoints: tuple[Duty, ...]
    covers: tuple[Duty, ...]
    promises: tuple[Link, ...]
    measures: tuple[Link, ...]
    other_duties: tuple[Answer, ...]
    hand_offs: tuple[HandOffView, ...]
    contact: Contact
    first_days: tuple[Period, ...]
    onboarding: Link | None
    sign_off: Link | None


def build(guide: Guide) -> Iterator[PeoplePage | RolePage]:
    """Yield the overview, then each role's start page."""
    people = guide.playbook.people
    yield PeoplePage(
        address=Address("people.md"),
        title=guide.say("people.title"),
        ideas=guide.ideas("people", "role"),
        customer=guide.customer,
        customers=guide.customers,
        roles=tuple(_role_row(guide, role) for role in people.roles),
        people=tuple(_person_row(guide, person) for person in people.people),
        responsible=guide.who(people, "responsible"),
        contact=guide.contact(),
        first_contact=guide.answer(people, "first_contact"),
        hand_offs=tuple(_hand_off(guide, hand_off) for hand_off in people.hand_offs),
        recognition=guide.answer(people, "recognition"),
        owned=tuple(_owned(guide)),
    )
    yield from (_role(guide, role) for role in people.roles)


def _role(guide: Guide, role: Role) -> RolePage:
    playbook = guide.playbook
    covers = naming(role, "stand_in", playbook.journey.touchpoints)
    return RolePage(
        address=guide.role_link(role).address,
        title=role.name,
        ideas=(),
        suggested=is_suggestion(role),
        people=guide.holders(role),
        customer=guide.customer,
        customers=guide.customers,
        does=guide.answer(role, "does"),
        may_decide=guide.answer(role, "may_decide"),
        make_good_limit=guide.limit(role),
        stand_in=guide.who(role, "stand_in"),
        touchpoints=tuple(_duty(guide, point) for point in playbook.touchpoints_of(role.id)),
        covers=tuple(_duty(guide, point) for point in covers),
        promises=tuple(map(guide.promise_link, owned_by(role, playbook.promise.promises))),
        measures=tuple(map(guide.measure_link, owned_by(role, playbook.scorecard.measures))),
        other_duties=tuple(_other_duties(guide, role)),
        hand_offs=tuple(_hand_off(guide, one) for one in guide.hand_offs_of(role)),
        contact=guide.contact(),
        first_days=(days := periods(guide, role)),
        onboarding=guide.onboarding_link(role) if days else None,
        sign_off=guide.sign_off_link(role),
    )


def _other_duties(guide: Guide, role: Role) -> Iterator[Answer]:
    playbook = guide.playbook
    changes = playbook.improvements
    owned: tuple[tuple[str, Iterable[Owned]], ...] = (
        ("duty.channel", playbook.business.channels),
        ("duty.post", playbook.listening.posts),
        ("duty.outreach", playbook.listening.outreach),
        ("duty.visit", playbook.listening.visits),
        ("duty.hand-off", playbook.people.hand_offs),
        ("duty.change", (*changes.easier, *changes.wow, *changes.stop)),
        ("duty.change", playbook.scorecard.objectives),
    )
    if playbook.people.responsible == role.id:
        words = guide.say("duty.responsible")
        yield Answer(words, "responsible" in playbook.people.suggested)
    for phrase, things in owned:
        for thing in owned_by(role, things):
            suggested = is_suggestion(thing) or "owner" in thing.suggested
            yield Answer(guide.say(phrase, thing=thing.name), suggested)
    for meeting in playbook.reviews.meetings:
        if role.id in meeting.who:
            suggested = is_suggestion(meeting) or "who" in meeting.suggested
            yield Answer(guide.say("duty.meeting", thing=meeting.name), suggested)


def _duty(guide: Guide, point: Touchpoint) -> Duty:
    return Duty(
        guide.touchpoint_link(point), point.moment_of_truth, guide.answer(point, "standard")
    )


def _role_row(guide: Guide, role: Role) -> RoleRow:
    return RoleRow(
        link=guide.role_link(role),
        suggested=is_suggestion(role),
        people=guide.holders(role),
        does=guide.answer(role, "does"),
        touchpoints=len(guide.playbook.touchpoints_of(role.id)),
    )


def _person_row(guide: Guide, person: Person) -> PersonRow:
    return PersonRow(
        name=person.name,
        roles=guide.role_links(person.roles),
        phone=phone(person, guide.playbook.business.region),
        email=mail(person),
    )


def _hand_off(guide: Guide, hand_off: HandOff) -> HandOffView:
    return HandOffView(
        name=hand_off.name,
        suggested=is_suggestion(hand_off),
        giver=guide.who(hand_off, "giver"),
        taker=guide.who(hand_off, "taker"),
        passes_on=guide.answer(hand_off, "passes_on"),
        customer_hears=guide.answer(hand_off, "customer_hears"),
        task=guide.task(hand_off, "", "owner", "by"),
    )


def _owned(guide: Guide) -> Iterator[Ownership]:
    playbook = guide.playbook
    for point in guide.ordered_touchpoints():
        yield Ownership(
            guide.say("fact.touchpoint"), guide.touchpoint_link(point), guide.who(point, "owner")
        )
    for promise in playbook.promise.promises:
        yield Ownership(
            guide.say("fact.promise"), guide.promise_link(promise), guide.who(promise, "owner")
        )
    for measure in playbook.scorecard.measures:
        yield Ownership(
            guide.say("fact.measure"), guide.measure_link(measure), guide.who(measure, "owner")
        )
