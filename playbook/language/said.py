"""Hold a phrase with its slots filled, escaped so that neither of them can be more than text."""

from __future__ import annotations

import html
import string
from collections.abc import Mapping

from playbook.words import Words

# What Markdown or HTML read as more than text inside a line; letters stay readable in the source.
_MARKS = str.maketrans({mark: f"&#{ord(mark)};" for mark in '"&<>*_[]`\\{}|~#'})


class Said(Words):
    """A phrase of the product's, for a page as for plain text.

    It is encoded more lightly than what an owner typed: it was read as text without line ends and
    does not begin with a mark.
    """

    _html: str

    def __html__(self) -> str:
        return self._html


def fill(text: str, slots: Mapping[str, object]) -> Said:
    """Return *text* with its {slots} filled, each encoded by its own type.

    Raise KeyError for a slot that nothing fills.
    """
    plain, encoded = [], []
    for literal, name, _, _ in string.Formatter().parse(text):
        plain.append(literal)
        encoded.append(literal.translate(_MARKS))
        if name is not None:
            said, safe = _filled(slots[name])
            plain.append(said)
            encoded.append(safe)
    filled = Said("".join(plain))
    filled._html = "".join(encoded)
    return filled


def _filled(value: object) -> tuple[str, str]:
    """Return what fills a slot as plain text, and encoded."""
    if hasattr(value, "__html__") and not isinstance(value, Words):
        safe = str(value.__html__())
        return html.unescape(safe), safe
    words = value if isinstance(value, Words) else Words(str(value))
    return words.plain, words.__html__()
