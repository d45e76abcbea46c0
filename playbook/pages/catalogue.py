"""The pages of a playbook, in menu order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from playbook.language.language import Language
from playbook.language.phrase_files import plain_english
from playbook.method.models import Method
from playbook.model.editions import Edition, for_staff
from playbook.model.playbook import Playbook
from playbook.model.promises import why_not_told
from playbook.pages import (
    about,
    customer_promise,
    customers,
    fairness,
    improvements,
    journey,
    journey_map,
    knowledge,
    listening,
    measures,
    onboarding,
    people,
    promises,
    recovery,
    reviews,
    situations,
    welcome,
)
from playbook.pages.context import Guide
from playbook.pages.page_footer import cared_for
from playbook.pages.parts import Page, holds_suggestion

BUILDERS: tuple[Callable[[Guide], Iterator[Page]], ...] = (
    welcome.build,
    situations.build,
    knowledge.build,
    customers.build,
    promises.build,
    journey.build,
    people.build,
    onboarding.build,
    recovery.build,
    fairness.build,
    measures.build,
    listening.build,
    improvements.build,
    reviews.build,
    about.build,
)

PAGE_TYPES: tuple[type[Page], ...] = (
    welcome.Welcome,
    situations.WhenPage,
    knowledge.KnowledgePage,
    customers.CustomersPage,
    promises.PromisesPage,
    journey.JourneyPage,
    journey_map.MapPage,
    journey.StagePage,
    journey.TouchpointPage,
    people.PeoplePage,
    people.RolePage,
    onboarding.OnboardingPage,
    onboarding.SignOffPage,
    recovery.RecoveryPage,
    fairness.FairnessPage,
    measures.MeasuresPage,
    listening.ListeningPage,
    improvements.ImprovementsPage,
    reviews.ReviewsPage,
    about.AboutPage,
    customer_promise.PromiseToYouPage,
)


def build_pages(
    playbook: Playbook,
    method: Method,
    edition: Edition = "manager",
    decided: tuple[int, int] = (0, 0),
    language: Language | None = None,
) -> tuple[Page, ...]:
    """Return every page that an edition of *playbook* has, in menu order.

    It says how many answers are *decided*, and of how many, where there are any. Without a
    *language* it speaks English as it comes with the program.
    """
    business = playbook.business
    language = language or plain_english(business.customer_word, business.customers_word)
    if edition == "customer":
        return tuple(customer_promise.build(Guide(playbook, method, edition, language=language)))
    untold = {one.id: why_not_told(one) for one in playbook.promise.promises}
    untold = {name: why for name, why in untold.items() if why}
    if edition == "staff":
        # What managers know of a promise is not for staff; that it is not made to customers is.
        playbook, untold = for_staff(playbook), dict.fromkeys(untold, "")
    guide = Guide(playbook, method, edition, untold, decided, language)
    pages = (cared_for(guide, page) for build in BUILDERS for page in build(guide))
    return tuple(replace(page, has_suggestions=holds_suggestion(page)) for page in pages)
