"""Short questions for somebody to test themselves, made of what the playbook says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, zip_longest

from playbook.model.journey import Touchpoint
from playbook.model.people import Role
from playbook.pages.context import Guide
from playbook.pages.onboarding_plan import own_touchpoints
from playbook.pages.parts import Answer, Answers, Link, Who, answers, is_suggestion
from playbook.words import Words

MOST = 8


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """A question, its answer, and the page that says more."""

    question: Words
    suggested: bool
    """Whether what the question names is a suggestion that nobody has confirmed."""
    link: Link
    moment_of_truth: bool = False
    lines: Answers = Answers()  # noqa: RUF009 - frozen
    who: Who = Who()  # noqa: RUF009 - frozen


def self_checks(guide: Guide, role: Role) -> tuple[SelfCheck, ...]:
    """Return up to eight questions for a role, those about moments of truth first.

    Each kind of question gives its first before any gives its second.
    """
    own = _moments_first(own_touchpoints(guide, role))
    others = [
        point
        for point in guide.ordered_touchpoints()
        if point.owner != role.id and guide.playbook.role(point.owner)
    ]
    kinds: tuple[Iterator[SelfCheck], ...] = (
        _each(guide, own, _standard),
        _each(guide, own, _slip),
        _each(guide, own, _say),
        _each(guide, _moments_first(others), _owner),
        _each(guide, own, _promise),
        _about_role(guide, role),
    )
    rounds = chain.from_iterable(zip_longest(*kinds))
    chosen = islice((check for check in rounds if check), MOST)
    return tuple(sorted(chosen, key=lambda check: not check.moment_of_truth))


def _moments_first(points: Sequence[Touchpoint]) -> list[Touchpoint]:
    return sorted(points, key=lambda point: not point.moment_of_truth)


def _each(
    guide: Guide,
    points: Sequence[Touchpoint],
    ask: Callable[[Guide, Touchpoint], SelfCheck | None],
) -> Iterator[SelfCheck]:
    return filter(None, (ask(guide, point) for point in points))


def _standard(guide: Guide, point: Touchpoint) -> SelfCheck | None:
    asked = guide.say("self-check.standard", touchpoint=point.name)
    return _check(guide, point, asked, _line(guide.answer(point, "standard")))


def _slip(guide: Guide, point: Touchpoint) -> SelfCheck | None:
    for slip in point.recovery:
        if slip.put_right:
            # The text came from somebody else, who may have ended it with a full stop.
            wrong = slip.wrong.plain.strip().rstrip(".")
            suggested = "recovery" in point.suggested or "put_right" in slip.suggested
            return SelfCheck(
                guide.say("self-check.slip", wrong=Words(wrong)),
                "recovery" in point.suggested,
                guide.touchpoint_link(point),
                point.moment_of_truth,
                Answers((slip.put_right,), suggested),
            )
    return None


def _say(guide: Guide, point: Touchpoint) -> SelfCheck | None:
    asked = guide.say("self-check.say", touchpoint=point.name)
    return _check(guide, point, asked, answers(point, "say"))


def _promise(guide: Guide, point: Touchpoint) -> SelfCheck | None:
    kept = guide.kept_promises(point)
    lines = Answers(tuple(link.title for link in kept), any(link.suggested for link in kept))
    asked = guide.say("self-check.promise", touchpoint=point.name)
    return _check(guide, point, asked, lines)


def _owner(guide: Guide, point: Touchpoint) -> SelfCheck:
    return SelfCheck(
        guide.say("self-check.owner", touchpoint=point.name),
        is_suggestion(point),
        guide.touchpoint_link(point),
        point.moment_of_truth,
        who=guide.who(point, "owner"),
    )


def _check(guide: Guide, point: Touchpoint, question: Words, lines: Answers) -> SelfCheck | None:
    if not lines.lines:
        return None
    link = guide.touchpoint_link(point)
    return SelfCheck(question, link.suggested, link, point.moment_of_truth, lines)


def _about_role(guide: Guide, role: Role) -> Iterator[SelfCheck]:
    page = guide.role_link(role)
    asked = guide.say("self-check.may-decide")
    facts = (
        (asked, guide.answer(role, "may_decide")),
        (guide.say("self-check.may-spend"), guide.limit(role)),
    )
    for question, fact in facts:
        if fact.text:
            yield SelfCheck(question, suggested=False, link=page, lines=_line(fact))
    if guide.playbook.role(role.stand_in):
        question, cover = guide.say("self-check.stand-in"), guide.who(role, "stand_in")
        yield SelfCheck(question, suggested=False, link=page, who=cover)


def _line(fact: Answer) -> Answers:
    return Answers((fact.text,), fact.suggested) if fact.text else Answers()
