"""Make the menu from the pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from playbook.pages.journey import TouchpointPage
from playbook.pages.onboarding import OnboardingPage, SignOffPage
from playbook.pages.parts import Page
from playbook.site.menu import Menu, MenuEntry

_ABOVE = {"map": "journey.md", "stage": "journey.md", "role": "people.md"}
"""Which page stands above each kind of page in the menu."""


def menu(pages: Iterable[Page]) -> Menu:
    """Return the menu.

    Stages and roles stand below their overviews, touchpoints below their stages, and what is for
    newcomers below their roles. Where the page above is left out, the one above that takes them.
    """
    listed = tuple(pages)
    known = {str(page.address) for page in listed}
    below: dict[str, list[Page]] = defaultdict(list)
    for page in listed:
        above = (address for address in _above(page) if address in known)
        below[next(above, "")].append(page)
    return _entries("", below)


def _entries(above: str, below: dict[str, list[Page]]) -> Menu:
    return tuple(
        MenuEntry(page.title, str(page.address), _entries(str(page.address), below))
        for page in below[above]
    )


def _above(page: Page) -> Iterator[str]:
    """Yield the pages below which *page* may stand in the menu, the nearest first."""
    if isinstance(page, TouchpointPage):
        if page.stage is not None:
            yield str(page.stage.address)
        yield "journey.md"
    elif isinstance(page, OnboardingPage | SignOffPage):
        yield str(page.role.address)
        yield "people.md"
    elif page.kind in _ABOVE:
        yield _ABOVE[page.kind]
