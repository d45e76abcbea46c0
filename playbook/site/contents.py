"""Make the menu from the pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from playbook.pages.journey import TouchpointPage
from playbook.pages.onboarding import OnboardingPage, SignOffPage
from playbook.pages.parts import Page
from playbook.site.menu import Menu, MenuEntry

_ABOVE = {"map": "journey", "stage": "journey", "role": "people"}
"""Which kinds of pages stand below which in the menu."""


def menu(pages: Iterable[Page]) -> Menu:
    """Return the menu.

    Stages and roles stand below their overviews, touchpoints below their stages, and what is for
    newcomers below their roles.
    """
    entries: list[MenuEntry] = []
    at: dict[str, int] = {}
    for page in pages:
        entry = MenuEntry(page.title, str(page.address))
        above = at.get(_ABOVE.get(page.kind, ""))
        if isinstance(page, TouchpointPage):
            journey = entries[at["journey"]]
            entries[at["journey"]] = _with_touchpoint(journey, page, entry)
        elif isinstance(page, (OnboardingPage, SignOffPage)):
            roles = entries[at["people"]]
            entries[at["people"]] = _below_child(roles, page.role.address, entry)
        elif above is None:
            at[page.kind] = len(entries)
            entries.append(entry)
        else:
            entries[above] = _below(entries[above], entry)
    return tuple(entries)


def _with_touchpoint(journey: MenuEntry, page: TouchpointPage, entry: MenuEntry) -> MenuEntry:
    if page.stage is None:
        return _below(journey, entry)
    return _below_child(journey, page.stage.address, entry)


def _below_child(parent: MenuEntry, address: str, entry: MenuEntry) -> MenuEntry:
    children = tuple(
        _below(child, entry) if child.address == address else child for child in parent.children
    )
    return replace(parent, children=children)


def _below(entry: MenuEntry, child: MenuEntry) -> MenuEntry:
    return replace(entry, children=(*entry.children, child))
