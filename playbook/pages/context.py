"""Give page builders the playbook, and the way from any part of it to that part's page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from playbook.language.language import Language
from playbook.language.phrase_files import plain_english
from playbook.language.said import Said
from playbook.method.models import Method
from playbook.model.base import FollowUp, Item, Record
from playbook.model.customers import Segment
from playbook.model.editions import Edition
from playbook.model.journey import Stage, Touchpoint
from playbook.model.people import HandOff, Role
from playbook.model.playbook import Playbook
from playbook.model.promises import Promise
from playbook.model.scorecard import Measure
from playbook.pages.parts import (
    Address,
    Answer,
    Contact,
    IdeaNote,
    Link,
    Task,
    Who,
    answer,
    is_suggestion,
    mail,
    phone,
    unsaid,
)
from playbook.words import Words

AnyRecord = TypeVar("AnyRecord", bound=Record)
Found = TypeVar("Found")
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Guide:
    """The playbook and the method, with links between their parts."""

    playbook: Playbook
    method: Method
    edition: Edition = "manager"
    untold: Mapping[str, str] = field(default_factory=dict)
    """Why customers are not told of a promise, by its id; for staff only that they are not."""
    decided: tuple[int, int] = (0, 0)
    """How many answers are decided, and of how many, as the interview counts them."""
    language: Language = field(default_factory=plain_english)
    """How the business says what every playbook says."""

    @property
    def say(self) -> Callable[..., Said]:
        """Say a phrase by its id; see ``Language.say``."""
        return self.language.say

    @property
    def customer(self) -> Words:
        """What one customer is called here."""
        return self.language.forms["customer"]

    @property
    def customers(self) -> Words:
        """What several customers are called here."""
        return self.language.forms["customers"]

    def ideas(self, *kinds: str) -> tuple[IdeaNote, ...]:
        """Return the ideas of the method behind some kinds of pages.

        Pages that come many times leave them to their overview: who looks something up at work
        has no use for them, and carrying them on each page makes a phone wait.
        """
        documents = {document.key: document for document in self.method.documents}
        return tuple(
            IdeaNote(
                Words(idea.idea),
                Words(documents[idea.document].title),
                Words(documents[idea.document].author),
            )
            for idea in self.method.ideas
            if set(kinds) & set(idea.shown)
        )

    def answer(self, record: Record | None, name: str) -> Answer:
        """Return what *record* says in its field *name*, in words."""
        return answer(record, name, self.language)

    def labelled(self, record: Record, name: str, group: str) -> Answer:
        """Return what *record* chose in its field *name*, as a *group* of phrases says it."""
        value = getattr(record, name)
        if not value:
            return unsaid(record, name)
        return Answer(self.say(f"{group}.{value}"), name in record.suggested)

    def stage_link(self, stage: Stage) -> Link:
        """Return the way to a stage's page."""
        return Link(stage.name, Address(f"stage-{stage.id}.md"), is_suggestion(stage))

    def touchpoint_link(self, touchpoint: Touchpoint) -> Link:
        """Return the way to a touchpoint's page."""
        return Link(
            touchpoint.name, Address(f"touchpoint-{touchpoint.id}.md"), is_suggestion(touchpoint)
        )

    def role_link(self, role: Role) -> Link:
        """Return the way to a role's page."""
        return Link(role.name, Address(f"role-{role.id}.md"), is_suggestion(role))

    def onboarding_link(self, role: Role) -> Link:
        """Return the way to the page for getting started in a role."""
        title = self.say("onboarding.title", role=role.name)
        return Link(title, Address(f"onboarding-{role.id}.md"), is_suggestion(role))

    def sign_off_link(self, role: Role) -> Link | None:
        """Return the way to a role's sign-off sheet, or None where there is nothing to sign."""
        if not self.playbook.touchpoints_of(role.id):
            return None
        title = self.say("sign-off.title", role=role.name)
        return Link(title, Address(f"sign-off-{role.id}.md"), is_suggestion(role))

    def promise_link(self, promise: Promise) -> Link:
        """Return the way to a promise on its page."""
        address = Address(f"promises.md#promise-{promise.id}")
        suggested = is_suggestion(promise)
        # Of a suggestion everybody sees that it is one.
        note = None if suggested else self.not_told(promise)
        return Link(promise.name, address, suggested, note)

    def not_told(self, promise: Promise) -> Words | None:
        """Return the note that customers are not told of a promise, or None where they are."""
        return self.say("promises.untold") if promise.id in self.untold else None

    def measure_link(self, measure: Measure) -> Link:
        """Return the way to a measure on its page."""
        return Link(
            measure.name, Address(f"measures.md#measure-{measure.id}"), is_suggestion(measure)
        )

    def situation_address(self, touchpoint: Touchpoint, number: int) -> Address:
        """Return where the *number*th thing that can go wrong at a touchpoint stands."""
        return Address(f"when-things-go-wrong.md#wrong-{touchpoint.id}-{number}")

    def question_address(self, segment: Segment, number: int) -> Address:
        """Return where the answer to the *number*th question of a group of customers stands."""
        return Address(f"customers.md#asked-{segment.id}-{number}")

    def who(self, record: Record, name: str) -> Who:
        """Return the role that the field *name* of *record* points at, with its people."""
        role = self.playbook.role(getattr(record, name))
        if role is None:
            return Who()
        suggested = is_suggestion(role) or name in record.suggested
        return Who(self.role_link(role), self.holders(role), suggested)

    def task(self, record: Record | None, decision: str, owner: str, by: str) -> Task:
        """Return what the fields of *record* say is decided, who sees to it, and by when."""
        if record is None:
            return Task(Answer(), Who(), Answer())
        decided = self.answer(record, decision) if decision else Answer()
        return Task(decided, self.who(record, owner), self.answer(record, by))

    def follow_up(self, record: FollowUp | None) -> Task:
        """Return what is decided about something, who sees to it, and by when."""
        return self.task(record, "decision", "owner", "by")

    def holders(self, role: Role) -> Words | None:
        """Return the names of the people who hold a role, as one says them.

        Whoever answers for what the role owns comes first: “Ana, with Ben and Cleo”.
        """
        holders = self.playbook.holders(role.id)
        lead = self.language.listed([person.name for person in holders if person.id == role.lead])
        others = self.language.listed([person.name for person in holders if person.id != role.lead])
        if lead and others:
            return self.say("people.lead-with", lead=lead, others=others)
        return lead or others

    def channel(self, touchpoint: Touchpoint) -> Answer:
        """Return the name of the channel in which a touchpoint happens."""
        channel = self.playbook.channel(touchpoint.channel)
        if channel is None:
            return Answer()
        return Answer(channel.name, is_suggestion(channel) or "channel" in touchpoint.suggested)

    def measure(self, record: Record, name: str = "measure") -> Link | None:
        """Return the way to the measure that the field *name* of *record* points at."""
        link = link_if_any(self.measure_link, self.playbook.measure(getattr(record, name)))
        return supposed(link, record, name) if link else None

    def kept_promises(self, touchpoint: Touchpoint) -> tuple[Link, ...]:
        """Return the ways to the promises that a touchpoint keeps."""
        found = map(self.playbook.promise_of, touchpoint.promises)
        links = (self.promise_link(promise) for promise in found if promise)
        return tuple(supposed(link, touchpoint, "promises") for link in links)

    def touchpoint_links(self, touchpoints: Iterable[Touchpoint]) -> tuple[Link, ...]:
        """Return the ways to several touchpoints."""
        return tuple(map(self.touchpoint_link, touchpoints))

    def money(self, amount: Decimal) -> Answer:
        """Return an amount in the business's currency."""
        currency = self.answer(self.playbook.scorecard.revenue, "currency").text or Words()
        return Answer(self.language.money(amount, currency.plain))

    def limit(self, role: Role) -> Answer:
        """Return how much a role may spend to put something right, with its currency."""
        if role.make_good_limit is None:
            return unsaid(role, "make_good_limit")
        return self.money(role.make_good_limit)

    def role_links(self, ids: Collection[str]) -> tuple[Link, ...]:
        """Return the ways to the roles with some ids, in the order of all roles."""
        roles = self.playbook.people.roles
        return tuple(self.role_link(role) for role in roles if role.id in ids)

    def hand_offs_of(self, role: Role) -> tuple[HandOff, ...]:
        """Return where a role hands a customer over or takes one over."""
        hand_offs = self.playbook.people.hand_offs
        return tuple(one for one in hand_offs if role.id in (one.giver, one.taker))

    def by_stage(self) -> Iterator[tuple[Stage | None, list[Touchpoint]]]:
        """Yield each stage that has touchpoints with them; those without a stage come last."""
        for stage_id, points in groupby(self.ordered_touchpoints(), attrgetter("stage")):
            yield self.playbook.stage(stage_id), list(points)

    def found_by_stage(
        self, found_at: Callable[[Guide, Touchpoint], Iterable[Found]]
    ) -> Iterator[tuple[Stage | None, tuple[Found, ...]]]:
        """Yield each stage with what *found_at* returns of its touchpoints, where that is any."""
        for stage, points in self.by_stage():
            found = tuple(one for point in points for one in found_at(self, point))
            if found:
                yield stage, found

    def ordered_touchpoints(self) -> tuple[Touchpoint, ...]:
        """Return all touchpoints in the customer's order; those without a stage come last."""
        points = self.playbook.journey.touchpoints
        stages = self.playbook.journey.stages
        order: dict[str | None, int] = {stage.id: index for index, stage in enumerate(stages)}
        return tuple(sorted(points, key=lambda point: order.get(point.stage, len(order))))

    def contact(self) -> Contact:
        """Return whom customers reach when they need help."""
        person = self.playbook.people.service_contact
        return Contact(
            name=self.answer(person, "name"),
            phone=phone(person, self.playbook.business.region),
            email=mail(person),
            hours=self.answer(person, "hours"),
        )


def supposed(link: Link, record: Record, name: str) -> Link:
    """Return *link*, marked where that the field *name* of *record* holds it is a suggestion."""
    return replace(link, suggested=link.suggested or name in record.suggested)


def naming(item: Item, field: str, things: Iterable[AnyRecord]) -> tuple[AnyRecord, ...]:
    """Return those of the *things* that name an item in a *field*."""
    return tuple(one for one in things if getattr(one, field) == item.id)


def owned_by(role: Role, things: Iterable[AnyRecord]) -> tuple[AnyRecord, ...]:
    """Return those of the *things* that a role answers for."""
    return naming(role, "owner", things)


def link_if_any(link: Callable[[Thing], Link], thing: Thing | None) -> Link | None:
    """Return the way to a thing, or None where there is none."""
    return None if thing is None else link(thing)
