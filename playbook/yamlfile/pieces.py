"""Put the entries of a YAML block together again, each with the comments above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """One entry as it stood, and what stands above it: a line end, comments, its indent."""

    lead: str
    body: str | None
    """None when the entry goes."""

    @property
    def comments(self) -> str:
        """The lines above the entry when one of them is a comment, without the last line end."""
        return self.lead[: self._last_line_end()] if "#" in self.lead else ""

    @property
    def indent(self) -> str:
        """The line end and the indent right in front of the entry."""
        return self.lead[self._last_line_end() :]

    def _last_line_end(self) -> int:
        return max((found.start() for found in _LINE_END.finditer(self.lead)), default=0)


def assemble(pieces: Sequence[Piece], order: Sequence[int | str], fresh: str) -> str:
    """Return the block that has its entries in this *order*.

    A number stands for a piece, text for a new entry; *fresh* is the line end and indent
    in front of a new entry. A comment above an entry goes where the entry goes; the comment
    above an entry that goes away stays.
    """
    leads, top, bottom = _leads(pieces, order)
    first = pieces[0].indent if "#" in pieces[0].lead else pieces[0].lead
    written = [top]
    for place, entry in enumerate(order):
        lead = fresh if isinstance(entry, str) else leads[entry]
        if place == 0 and "#" not in lead:
            lead = first
        elif place > 0 and entry == 0 and "#" not in lead:
            # The first entry moved down: it stands as far off as the one that took its place.
            lead = leads.get(order[0], "") if not isinstance(order[0], str) else fresh
            lead = fresh if "#" in lead or not lead else lead
        written.append(lead + (entry if isinstance(entry, str) else pieces[entry].body or ""))
    block = "".join(written) + bottom
    starts_file = not pieces[0].lead and not fresh.strip("\r\n")
    return _LINE_END.sub("", block, count=1) if starts_file and block[:1] in "\r\n" else block


def _leads(pieces: Sequence[Piece], order: Sequence[int | str]) -> tuple[dict[int, str], str, str]:
    """Return the lead of each piece that stays, and the comments for the top and the bottom."""
    leads: dict[int, str] = {}
    top = carried = ""
    for index, piece in enumerate(pieces):
        comments = carried + piece.comments
        about_the_list = index == 0 and not any(other.comments for other in pieces[1:])
        if index == 0 and order[:1] != [0] and about_the_list:
            top, comments = comments, ""
        if piece.body is None:
            carried = comments
            continue
        carried = ""
        gone = index == 0 and top
        leads[index] = comments + piece.indent if comments or gone else piece.lead
    return leads, top, carried
