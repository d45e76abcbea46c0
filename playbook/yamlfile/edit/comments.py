"""Put the entries of a YAML block together again, each with the comments above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_COMMENTS = re.compile(r"(?s:.*)#[^\r\n]*")


@dataclass(slots=True, eq=False)
class Piece:
    """One entry of a block, and what stands above it."""

    comments: str
    """The lines above it, up to the end of the last comment."""
    spacing: str
    """What stands between the comments and the entry: blank lines, a line end, its indent."""
    body: str | None
    """None when the entry goes."""

    @classmethod
    def below(cls, lead: str, body: str | None) -> Piece:
        """Return the piece with *body* below *lead*, which is all between it and the one above."""
        comments = _COMMENTS.match(lead)
        end = comments.end() if comments else 0
        return cls(lead[:end], lead[end:], body)


def assemble(pieces: Sequence[Piece], order: Sequence[Piece]) -> str:
    """Return the block of *pieces* with its entries in a new *order*, which may hold new ones.

    A comment above an entry goes where the entry goes; the comment above an entry that goes
    away stays. A comment above the first entry alone is about the whole block and stays on top.
    """
    first, now_first = pieces[0], order[0]
    top = carried = ""
    if now_first is not first and not any(piece.comments for piece in pieces[1:]):
        top, first.comments = first.comments, ""
    for piece in pieces:
        piece.comments = carried + piece.comments
        carried = piece.comments if piece.body is None else ""
    # Whatever comes first stands as far off as the first one did, which takes its place.
    spacing = first.spacing
    if not first.comments:
        first.spacing = now_first.spacing
    if not now_first.comments:
        now_first.spacing = spacing
    block = "".join(f"{piece.comments}{piece.spacing}{piece.body}" for piece in order)
    return top + block + carried
