"""What somebody new in a role gets to know first: on day 1, in week 1, by day 30."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from playbook.model.journey import Touchpoint
from playbook.model.people import Role
from playbook.pages.context import Guide
from playbook.pages.money import limit
from playbook.pages.parts import Address, Anchor, Answer, Link, answer, is_suggestion
from playbook.words import Words

_TOLD_IN_FULL = ("first", "sign-off")
"""Topics whose few tasks say more than their title."""


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
        ("Day 1", "day-1", _day_one(guide, role)),
        ("Week 1", "week-1", _week_one(guide, role)),
        ("Day 30", "day-30", _day_thirty(guide, role)),
    )
    found = ((title, anchor, tuple(_topics(guide, role, topics))) for title, anchor, topics in plan)
    return tuple(
        Period(Words(title), Anchor(anchor), topics, tuple(_highlights(topics)))
        for title, anchor, topics in found
        if topics
    )


def _highlights(topics: Iterable[Topic]) -> Iterator[Link]:
    for topic in topics:
        if topic.anchor in _TOLD_IN_FULL:
            yield from (task.link for task in topic.tasks)
        else:
            yield topic.link


def _topics(
    guide: Guide, role: Role, topics: Iterable[tuple[str, str, Iterable[Task]]]
) -> Iterator[Topic]:
    page = guide.onboarding_link(role).address
    for title, anchor, tasks in topics:
        found = tuple(tasks)
        if found:
            words = Words(title)
            link = Link(words, Address(f"{page}#{anchor}"))
            yield Topic(words, link, Anchor(anchor), found)


def _day_one(guide: Guide, role: Role) -> Iterator[tuple[str, str, Iterable[Task]]]:
    moments = [point for point in own_touchpoints(guide, role) if point.moment_of_truth]
    yield "Know this first", "first", _known_to_all(guide, role)
    yield "My moments of truth", "moments-of-truth", _touchpoints(guide, moments)


def _week_one(guide: Guide, role: Role) -> Iterator[tuple[str, str, Iterable[Task]]]:
    others = [point for point in own_touchpoints(guide, role) if not point.moment_of_truth]
    moments = len(others) < len(guide.playbook.touchpoints_of(role.id))
    mine = "My other touchpoints" if moments else "My touchpoints"
    promises = [one for one in guide.playbook.promise.promises if one.owner == role.id]
    yield mine, "touchpoints", _touchpoints(guide, others)
    yield (
        "The promises I answer for",
        "promises",
        (
            Task(Anchor(f"promise-{one.id}"), guide.promise_link(one), detail=answer(one, "detail"))
            for one in promises
        ),
    )
    yield "What I may do", "allowed", _allowed(guide, role)


def _day_thirty(guide: Guide, role: Role) -> Iterator[tuple[str, str, Iterable[Task]]]:
    playbook = guide.playbook
    covers = [point for point in guide.ordered_touchpoints() if point.stand_in == role.id]
    yield (
        "My numbers",
        "numbers",
        (
            Task(
                Anchor(f"measure-{one.id}"),
                guide.measure_link(one),
                detail=answer(one, "definition"),
            )
            for one in playbook.scorecard.measures
            if one.owner == role.id
        ),
    )
    yield (
        "Handing over",
        "handing-over",
        (
            Task(
                Anchor(f"hand-over-{one.id}"),
                _on_role_page(guide, role, one.name, "handing-over", suggested=is_suggestion(one)),
                detail=answer(one, "passes_on"),
            )
            for one in playbook.people.hand_offs
            if role.id in (one.giver, one.taker)
        ),
    )
    yield "Where I stand in", "standing-in", _touchpoints(guide, covers, "stand-in")
    yield "The standards I answer for", "sign-off", _signing(guide, role)


def own_touchpoints(guide: Guide, role: Role) -> tuple[Touchpoint, ...]:
    """Return the touchpoints a role answers for, as the customer meets them."""
    return tuple(point for point in guide.ordered_touchpoints() if point.owner == role.id)


def _known_to_all(guide: Guide, role: Role) -> Iterator[Task]:
    business, contact = guide.playbook.business, guide.contact()
    told = (business.goal, business.story, business.values, business.products)
    if any(told) or guide.playbook.people.must_know:
        page = Link(Words("What everyone knows"), Address("what-everyone-knows.md"))
        yield Task(Anchor("everyone"), page)
    known = [one for one in (contact.name, contact.phone, contact.email) if one.text]
    if known:
        title = guide.about("Whom to call when a {} needs help", guide.customer)
        yield Task(
            Anchor("help"),
            _on_role_page(guide, role, title, "help"),
            detail=_in_one_line(known),
        )


def _in_one_line(facts: Sequence[Answer]) -> Answer:
    text = ", ".join(fact.text.plain for fact in facts if fact.text)
    return Answer(Words(text), any(fact.suggested for fact in facts))


def _touchpoints(
    guide: Guide, points: Iterable[Touchpoint], kind: str = "touchpoint"
) -> Iterator[Task]:
    for point in points:
        yield Task(
            Anchor(f"{kind}-{point.id}"),
            guide.touchpoint_link(point),
            point.moment_of_truth,
            answer(point, "standard"),
        )


def _allowed(guide: Guide, role: Role) -> Iterator[Task]:
    cover = guide.who(role, "stand_in")
    covered = Answer()
    if cover.role:
        holders = f" ({cover.people.plain})" if cover.people else ""
        covered = Answer(Words(cover.role.title.plain + holders), cover.suggested)
    facts = (
        ("decide", "What I may decide without asking", answer(role, "may_decide")),
        ("spend", "What I may spend to put something right", limit(guide, role)),
        ("cover", "Who covers for me", covered),
    )
    for anchor, title, fact in facts:
        if fact.text:
            link = _on_role_page(guide, role, Words(title), "my-say")
            yield Task(Anchor(anchor), link, detail=fact)


def _signing(guide: Guide, role: Role) -> Iterator[Task]:
    sheet = guide.sign_off_link(role)
    if sheet:
        yield Task(Anchor("sign-off"), Link(Words("Sign the sheet"), sheet.address))


def _on_role_page(
    guide: Guide, role: Role, title: Words, anchor: str, *, suggested: bool = False
) -> Link:
    return Link(title, Address(f"{guide.role_link(role).address}#{anchor}"), suggested)
