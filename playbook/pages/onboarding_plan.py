"""What somebody new in a role gets to know first: on day 1, in week 1, by day 30."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from playbook.model.journey import Touchpoint
from playbook.model.people import Role
from playbook.pages.context import Guide, naming, owned_by
from playbook.pages.parts import Address, Anchor, Answer, Link, is_suggestion
from playbook.words import Words

_TOLD_IN_FULL = ("first", "sign-off")
"""Topics whose few tasks say more than their title."""
Planned: TypeAlias = "tuple[Words, str, Iterable[Task]]"
"""A topic as it is planned: its title, its place on the page, and its tasks if there are any."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something to know or to do, with a box to tick."""

    anchor: Anchor
    """The name by which the device remembers the tick; it stays when wording changes."""
    link: Link
    moment_of_truth: bool = False
    detail: Answer = Answer()  # noqa: RUF009 - frozen


@dataclass(frozen=True, slots=True)
class Topic:
    """Tasks of one kind."""

    title: Words
    link: Link
    """The way to the topic on the page for getting started."""
    anchor: Anchor
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the first month."""

    title: Words
    anchor: Anchor
    topics: tuple[Topic, ...]
    highlights: tuple[Link, ...]
    """The same in a few lines, for the start page of the role."""


def periods(guide: Guide, role: Role) -> tuple[Period, ...]:
    """Return the first month of a role, made of what the playbook says; nothing else stands in."""
    plan = (
        (guide.say("onboarding.day-1"), "day-1", _day_one(guide, role)),
        (guide.say("onboarding.week-1"), "week-1", _week_one(guide, role)),
        (guide.say("onboarding.day-30"), "day-30", _day_thirty(guide, role)),
    )
    page = guide.onboarding_link(role).address
    made = (_period(title, Anchor(anchor), page, topics) for title, anchor, topics in plan)
    return tuple(period for period in made if period.topics)


def _period(title: Words, anchor: Anchor, page: Address, topics: Iterable[Planned]) -> Period:
    found = []
    highlights: list[Link] = []
    for name, place, tasks in topics:
        link = Link(name, Address(f"{page}#{place}"))
        topic = Topic(link.title, link, Anchor(place), tuple(tasks))
        if topic.tasks:
            found.append(topic)
            in_full = place in _TOLD_IN_FULL
            highlights += [task.link for task in topic.tasks] if in_full else [link]
    return Period(title, anchor, tuple(found), tuple(highlights))


def _day_one(guide: Guide, role: Role) -> Iterator[Planned]:
    moments = [point for point in own_touchpoints(guide, role) if point.moment_of_truth]
    yield guide.say("onboarding.first"), "first", _known_to_all(guide, role)
    yield guide.say("onboarding.moments"), "moments-of-truth", _touchpoints(guide, moments)


def _week_one(guide: Guide, role: Role) -> Iterator[Planned]:
    own = own_touchpoints(guide, role)
    others = [point for point in own if not point.moment_of_truth]
    mine = guide.say("role.touchpoints")
    if len(others) < len(own):
        mine = guide.say("onboarding.others")
    promises = (
        Task(
            Anchor(f"promise-{one.id}"), guide.promise_link(one), detail=guide.answer(one, "detail")
        )
        for one in owned_by(role, guide.playbook.promise.promises)
    )
    yield mine, "touchpoints", _touchpoints(guide, others)
    yield guide.say("role.promises"), "promises", promises
    yield guide.say("onboarding.may"), "allowed", _allowed(guide, role)


def _day_thirty(guide: Guide, role: Role) -> Iterator[Planned]:
    covers = naming(role, "stand_in", guide.ordered_touchpoints())
    numbers = (
        Task(
            Anchor(f"measure-{one.id}"),
            guide.measure_link(one),
            detail=guide.answer(one, "definition"),
        )
        for one in owned_by(role, guide.playbook.scorecard.measures)
    )
    hand_overs = (
        Task(
            Anchor(f"hand-over-{one.id}"),
            _on_role_page(guide, role, one.name, "handing-over", suggested=is_suggestion(one)),
            detail=guide.answer(one, "passes_on"),
        )
        for one in guide.hand_offs_of(role)
    )
    yield guide.say("role.measures"), "numbers", numbers
    yield guide.say("role.hand-offs"), "handing-over", hand_overs
    yield guide.say("role.stands-in"), "standing-in", _touchpoints(guide, covers, "stand-in")
    yield guide.say("sign-off.standards"), "sign-off", _signing(guide, role)


def own_touchpoints(guide: Guide, role: Role) -> tuple[Touchpoint, ...]:
    """Return the touchpoints a role answers for, as the customer meets them."""
    return owned_by(role, guide.ordered_touchpoints())


def _known_to_all(guide: Guide, role: Role) -> Iterator[Task]:
    business, contact = guide.playbook.business, guide.contact()
    must_know = guide.playbook.people.must_know
    if any((business.goal, business.story, business.values, business.products, must_know)):
        page = Link(guide.say("knowledge.title"), Address("what-everyone-knows.md"))
        yield Task(Anchor("everyone"), page)
    reached = _in_one_line((contact.name, contact.phone, contact.email))
    if reached.text:
        title = guide.say("onboarding.help")
        yield Task(Anchor("help"), _on_role_page(guide, role, title, "help"), detail=reached)


def _in_one_line(facts: Sequence[Answer]) -> Answer:
    texts = [fact.text.plain for fact in facts if fact.text]
    suggested = any(fact.suggested for fact in facts)
    return Answer(Words(", ".join(texts)), suggested) if texts else Answer()


def _touchpoints(
    guide: Guide, points: Iterable[Touchpoint], kind: str = "touchpoint"
) -> Iterator[Task]:
    for point in points:
        yield Task(
            Anchor(f"{kind}-{point.id}"),
            guide.touchpoint_link(point),
            point.moment_of_truth,
            guide.answer(point, "standard"),
        )


def _allowed(guide: Guide, role: Role) -> Iterator[Task]:
    cover = guide.who(role, "stand_in")
    covered = Answer()
    if cover.role:
        holders = f" ({cover.people.plain})" if cover.people else ""
        covered = Answer(Words(cover.role.title.plain + holders), cover.suggested)
    facts = (
        ("decide", guide.say("role.may-decide"), guide.answer(role, "may_decide")),
        ("spend", guide.say("role.may-spend"), guide.limit(role)),
        ("cover", guide.say("role.stand-in"), covered),
    )
    for anchor, title, fact in facts:
        if fact.text:
            link = _on_role_page(guide, role, title, "my-say")
            yield Task(Anchor(anchor), link, detail=fact)


def _signing(guide: Guide, role: Role) -> Iterator[Task]:
    sheet = guide.sign_off_link(role)
    if sheet:
        yield Task(Anchor("sign-off"), Link(guide.say("onboarding.sign-sheet"), sheet.address))


def _on_role_page(
    guide: Guide, role: Role, title: Words, anchor: str, *, suggested: bool = False
) -> Link:
    return Link(title, Address(f"{guide.role_link(role).address}#{anchor}"), suggested)
