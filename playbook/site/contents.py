"""Make the menu from the pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from playbook.pages.journey import TouchpointPage
from playbook.pages.page import Page
from playbook.site.menu import Menu, MenuEntry

_ABOVE = {"stage": "journey", "role": "people"}
"""Which kinds of pages stand below which in the menu."""


def menu(pages: Iterable[Page]) -> Menu:
    """Return the menu: stages and roles below their overviews, touchpoints below their stages."""
    entries: list[MenuEntry] = []
    at: dict[str, int] = {}
    for page in pages:
        entry = MenuEntry(page.title, str(page.address))
        above = at.get(_ABOVE.get(page.kind, ""))
        if isinstance(page, TouchpointPage):
            journey = entries[at["journey"]]
            entries[at["journey"]] = _with_touchpoint(journey, page, entry)
        elif above is None:
            at[page.kind] = len(entries)
            entries.append(entry)
        else:
            entries[above] = _below(entries[above], entry)
    return tuple(entries)


def _with_touchpoint(journey: MenuEntry, page: TouchpointPage, entry: MenuEntry) -> MenuEntry:
    if page.stage is None:
        return _below(journey, entry)
    stages = tuple(
        _below(stage, entry) if stage.address == page.stage.address else stage
        for stage in journey.children
    )
    return replace(journey, children=stages)


def _below(entry: MenuEntry, child: MenuEntry) -> MenuEntry:
    return replace(entry, children=(*entry.children, child))
