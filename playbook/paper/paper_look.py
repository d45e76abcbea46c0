"""Give paper the look of the business: its name, colours, letters and logo, on its sheets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playbook.brand.look import Look
from playbook.brand.style_sheet import area_variables, scheme_variables
from playbook.language.language import Language
from playbook.pages.parts import Page
from playbook.pages.welcome import Welcome
from playbook.render.render import render_sheet
from playbook.site.languages import direction
from playbook.words import Words

_SHEETS = {
    "a4": {
        "--pb-sheet": "A4",
        "--pb-tall": "297mm",
        "--pb-wall": "A3",
        "--pb-wall-tall": "297mm",
    },
    "letter": {
        "--pb-sheet": "letter",
        "--pb-tall": "279.4mm",
        "--pb-wall": "ledger",
        "--pb-wall-tall": "11in",
    },
}
"""What the style sheets call the sizes of each paper."""
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
    language: Language
    """How the business says what every playbook says."""

    def style(self, *names: str) -> str:
        """Return style sheets with the colours, letters and sizes of the business filled in."""
        texts = [(self.folder / name).read_text(encoding="utf-8") for name in names]
        known = self._values()
        return _NAME.sub(lambda found: known.get(found[1], found[0]), "\n".join(texts))

    def printed(self, template: str, facts: Mapping[str, object]) -> str:
        """Return the HTML that a template for paper makes of *facts* and of the business."""
        code = self.look.language
        common = {
            "name": self.name,
            "logo": self.look.logo.address if self.look.logo else None,
            "language": Words(code),
            "direction": Words(direction(code)),
        }
        return render_sheet(template, {**common, **facts}, self.folder, self.language)

    def files(self) -> dict[str, bytes]:
        """Return the logo, the font files and the style sheet that names them."""
        return {
            address: _ENDLESS.sub(b"", content) if address.endswith(".svg") else content
            for address, content in self.look.files.items()
        }

    def _values(self) -> dict[str, str]:
        return {
            **area_variables(self.look.colour),
            **scheme_variables(self.look.day),
            **_SHEETS[self.paper],
            "--pb-letters": _OF_SCREENS.sub("", self.look.letters),
        }


def welcome_of(pages: Sequence[Page]) -> Welcome | None:
    """Return the first page of the playbook, which knows its edition; not every edition has one."""
    return next((page for page in pages if isinstance(page, Welcome)), None)
