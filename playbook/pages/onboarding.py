"""For each role: a page for getting started, and a sheet to sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from playbook.model.people import Role
from playbook.pages.context import Guide
from playbook.pages.fingerprint import digest, fingerprint
from playbook.pages.onboarding_plan import Period, own_touchpoints, periods
from playbook.pages.parts import Anchor, Answer, Link, Page
from playbook.pages.quiz import SelfCheck, self_checks
from playbook.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class OnboardingPage(Page):
    """The first month in a role, with boxes to tick and questions to test oneself."""

    kind: ClassVar[str] = "onboarding"

    role: Link
    people: Words | None
    alone: bool
    customers: Words
    periods: tuple[Period, ...]
    checks: tuple[SelfCheck, ...]
    sign_off: Link | None
    kept_as: Anchor
    """The name under which the reader's device keeps the ticks."""


@dataclass(frozen=True, slots=True)
class SignedStandard:
    """A touchpoint on the sheet to sign."""

    link: Link
    moment_of_truth: bool
    standard: Answer
    promises: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffPage(Page):
    """The standards a role answers for, as a sheet to print and sign."""

    kind: ClassVar[str] = "signoff"

    name: Words
    """The business, because a printed sheet has no header."""
    role: Link
    people: Words | None
    alone: bool
    standards: tuple[SignedStandard, ...]
    edition: Answer
    fingerprint: Anchor


def build(guide: Guide) -> Iterator[OnboardingPage | SignOffPage]:
    """Yield the page for getting started of each role, and its sheet if there is one to sign."""
    for role in guide.playbook.people.roles:
        days = periods(guide, role)
        if days:
            yield _onboarding(guide, role, days)
        sheet = guide.sign_off_link(role)
        if sheet:
            yield _sign_off(guide, role, sheet)


def works_alone(guide: Guide, role: Role) -> bool:
    """Return whether the business has one role only, which no more than one person holds."""
    return len(guide.playbook.people.roles) == 1 and len(guide.playbook.holders(role.id)) <= 1


def _onboarding(guide: Guide, role: Role, days: tuple[Period, ...]) -> OnboardingPage:
    link = guide.onboarding_link(role)
    owner = digest(guide.playbook.business.name.plain)
    return OnboardingPage(
        address=link.address,
        title=link.title,
        ideas=guide.ideas("onboarding"),
        role=guide.role_link(role),
        people=guide.holders(role),
        alone=works_alone(guide, role),
        customers=guide.customers,
        periods=days,
        checks=self_checks(guide, role),
        sign_off=guide.sign_off_link(role),
        kept_as=Anchor(f"{owner}-{role.id}"),
    )


def _sign_off(guide: Guide, role: Role, sheet: Link) -> SignOffPage:
    return SignOffPage(
        address=sheet.address,
        title=sheet.title,
        ideas=guide.ideas("signoff"),
        name=guide.playbook.business.name,
        role=guide.role_link(role),
        people=guide.holders(role),
        alone=works_alone(guide, role),
        standards=tuple(
            SignedStandard(
                guide.touchpoint_link(point),
                point.moment_of_truth,
                guide.answer(point, "standard"),
                guide.kept_promises(point),
            )
            for point in own_touchpoints(guide, role)
        ),
        edition=guide.answer(guide.playbook.reviews, "edition"),
        fingerprint=fingerprint(guide.playbook, role.id),
    )
