"""Describe the menu of the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.words import Words


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

    def every(self) -> Iterator[MenuEntry]:
        """Yield this entry and all below it, in menu order."""
        yield self
        for child in self.children:
            yield from child.every()


Menu = tuple[MenuEntry, ...]
