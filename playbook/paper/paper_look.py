"""Give paper the look of the business: its name, colours, letters and logo, on its sheets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playbook.brand.colours import WHITE, text_on
from playbook.brand.look import Look
from playbook.pages.parts import Page
from playbook.pages.welcome import Welcome
from playbook.render.sheets import Sheets
from playbook.site.languages import direction
from playbook.words import Words

SIZES: Mapping[str, str] = {"a4": "A4", "letter": "letter"}
WALL_TALL: Mapping[str, str] = {"a4": "297mm", "letter": "11in"}
TALL: Mapping[str, str] = {"a4": "297mm", "letter": "279.4mm"}
WALL_SIZES: Mapping[str, str] = {"a4": "A3", "letter": "ledger"}
_NAME = re.compile(r"var\((--[a-z-]+)\)")
# These name the letters of a computer's menus. On paper the families behind them are meant.
_OF_SCREENS = re.compile(r"(system-ui|-apple-system|ui-rounded),\s*")
# The printer draws each repetition of a shade, and a drawing may ask for millions.
_ENDLESS = re.compile(rb"""\sspreadMethod\s*=\s*("[^"]*"|'[^']*')""")


@dataclass(frozen=True, slots=True)
class PaperLook:
    """What all that is printed has in common."""

    look: Look
    name: Words
    """What the business is called."""
    folder: Path
    """Where the style sheets and templates for paper lie."""
    paper: str
    """a4 or letter."""

    def style(self, *names: str) -> str:
        """Return style sheets with the colours, letters and sizes of the business filled in."""
        texts = [(self.folder / name).read_text(encoding="utf-8") for name in names]
        known = self._values()
        return _NAME.sub(lambda found: known.get(found[1], found[0]), "\n".join(texts))

    def printed(self, template: str, facts: Mapping[str, object]) -> str:
        """Return the HTML that a template for paper makes of *facts* and of the business."""
        language = self.look.language
        common = {
            "name": self.name,
            "logo": self.look.logo.address if self.look.logo else None,
            "language": Words(language),
            "direction": Words(direction(language)),
        }
        return Sheets(self.folder).printed(template, {**common, **facts})

    def files(self) -> dict[str, bytes]:
        """Return the logo, the font files and the style sheet that names them."""
        return {
            address: _ENDLESS.sub(b"", content) if address.endswith(".svg") else content
            for address, content in self.look.files.items()
        }

    def _values(self) -> dict[str, str]:
        day, ink = self.look.day, text_on(self.look.colour)
        return {
            "--pb-brand": self.look.colour,
            "--pb-on-brand": ink,
            "--pb-tint": day.tint,
            "--pb-line": day.line,
            "--pb-text": day.text,
            "--pb-quiet": day.quiet,
            "--pb-link": day.link,
            "--pb-accent": day.accent,
            "--pb-letters": _OF_SCREENS.sub("", self.look.letters),
            "--pb-shade": "rgb(0 0 0 / 9%)" if ink == WHITE else "rgb(255 255 255 / 18%)",
            "--pb-tall": TALL[self.paper],
            "--pb-sheet": SIZES[self.paper],
            "--pb-wall-tall": WALL_TALL[self.paper],
            "--pb-wall": WALL_SIZES[self.paper],
        }


def welcome_of(pages: Sequence[Page]) -> Welcome | None:
    """Return the first page of the playbook, which knows its edition; not every edition has one."""
    return next((page for page in pages if isinstance(page, Welcome)), None)
