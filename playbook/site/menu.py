"""Make the menu of the site from its pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from playbook.pages.parts import Link, Page
from playbook.words import Words

_ABOVE = {
    "map": ("journey.md",),
    "stage": ("journey.md",),
    "touchpoint": ("journey.md",),
    "role": ("people.md",),
}
"""The page below which other pages stand in the menu, by their kind."""


@runtime_checkable
class _OfStage(Protocol):
    """A page about a part of a stage."""

    @property
    def stage(self) -> Link | None: ...


@runtime_checkable
class _OfRole(Protocol):
    """A page about a part of a role."""

    @property
    def role(self) -> Link: ...


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A line of the menu: a page, a section that holds more lines, or both.

    ``address`` is the page's Markdown file inside ``docs/``, such as ``journey/index.md``.
    A page that is ``hidden`` exists and may be linked to, but is not listed.
    """

    title: Words
    address: str | None = None
    children: tuple[MenuEntry, ...] = ()
    hidden: bool = False


Menu = tuple[MenuEntry, ...]


def every_line(entries: Menu, level: int = 1) -> Iterator[tuple[MenuEntry, int]]:
    """Yield *entries* and all below them, in menu order, with how deep each stands."""
    for entry in entries:
        yield entry, level
        yield from every_line(entry.children, level + 1)


def menu(pages: Sequence[Page]) -> Menu:
    """Return the menu.

    Stages and roles stand below their overviews, touchpoints below their stages, and what is for
    newcomers below their roles. Where the page above is left out, the one above that takes them.
    """
    known = {page.address for page in pages}
    below: defaultdict[str, list[Page]] = defaultdict(list)
    for page in pages:
        above = (address for address in _above(page) if address in known)
        below[next(above, "")].append(page)
    return _entries("", below)


def _entries(above: str, below: Mapping[str, Sequence[Page]]) -> Menu:
    return tuple(
        MenuEntry(page.title, str(page.address), _entries(page.address, below))
        for page in below[above]
    )


def _above(page: Page) -> tuple[str, ...]:
    """Return the pages below which *page* may stand in the menu, the nearest first."""
    if isinstance(page, _OfStage) and page.stage:
        return page.stage.address, "journey.md"
    if isinstance(page, _OfRole):
        return page.role.address, "people.md"
    return _ABOVE.get(page.kind, ())
