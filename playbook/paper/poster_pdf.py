"""Put the journey map on a sheet for the wall."""

from __future__ import annotations

from collections.abc import Sequence

from playbook.pages.journey_map import MapPage
from playbook.pages.parts import Page
from playbook.paper.paper_look import PaperLook
from playbook.paper.printer import lay_out
from playbook.poster.poster import ADDRESS, poster

_RIM = b' paint-order="stroke" stroke="#ffffff" stroke-width="1"'


def wall_map(pages: Sequence[Page], look: PaperLook) -> bytes | None:
    """Return the poster as PDF, or None without a stage."""
    for page in pages:
        if not isinstance(page, MapPage):
            continue
        drawn = poster(page, look.name, look.language, look.look.colour)
        if drawn is not None:
            # The printer would lay the white rim over the letters, not below them.
            files = {
                ADDRESS: drawn.replace(_RIM, b""),
                "poster.css": look.style("poster.css").encode(),
            }
            html = look.printed("poster", {"page": page, "address": ADDRESS})
            return lay_out(html, files).pdf()
    return None
