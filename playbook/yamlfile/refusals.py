"""Say what YAML allows and a playbook does not: a key twice, anchors, words lost behind a #."""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_REFUSALS = 50
_QUOTE = "Put the whole text in quotation marks."
_LOST_NUMBER = re.compile(r" #[0-9]")
_LOST_COLOUR = re.compile(r"[ \t]+#[0-9A-Fa-f]{3,8}[ \t]*(?=[\r\n]|\Z)")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that YAML allows and a playbook does not."""

    line: int
    what: str
    mend: str


class RefusedError(Exception):
    """The whole of it is refused: it is no text, or deeper or larger than any business needs."""

    def __init__(self, line: int, what: str, mend: str) -> None:
        super().__init__(what)
        self.refusal = Refusal(line, what, mend)


class Refusals:
    """Everything refused in one *text* of YAML, with its line."""

    def __init__(self, text: str) -> None:
        self.all: list[Refusal] = []
        self._text = text

    def key(self, line: int, start: int, stop: int, *, is_text: bool) -> bool:
        """Refuse what is no key for a playbook; return whether it is none."""
        if not is_text:
            self._refuse(line, "A key must be a plain word.", "Write a word before the colon.")
            return True
        merges = self._text[start:stop] == "<<"
        if merges:
            self._refuse(line, "The key << is not used here.", "Write the text out in full.")
        return merges

    def again(self, word: str, line: int, lines: dict[str, int]) -> bool:
        """Refuse a key that is there already; return whether a whole item seems to start here.

        *lines* holds the keys so far, each with its line.
        """
        what = f"“{word}” is written twice here; it already stands on line {lines[word]}."
        item = word == next(iter(lines)) and len(lines) > 1
        mend = "Keep one of the two, or put a hyphen in front if a new item of a list starts here."
        self._refuse(line, what, mend if item else "Keep one of the two.")
        return item

    def marked(self, line: int, start: int) -> None:
        """Refuse an anchor, an alias or a tag."""
        what = f"Text that starts with {self._text[start]} has another meaning here."
        self._refuse(line, what, _QUOTE)

    def lost_text(self, line: int, value: str, stop: int) -> None:
        """Refuse a # that was meant as text: YAML takes it and all behind it for a note."""
        if (_LOST_NUMBER if value else _LOST_COLOUR).match(self._text, stop):
            self._refuse(line, "All behind # counts as a note, so this text is lost.", _QUOTE)

    def lost_block(self, line: int, start: int) -> None:
        """Refuse a block without lines whose first line says how far they are indented."""
        self._refuse(line, f"Text that starts with {self._text[start]} is lost here.", _QUOTE)

    def _refuse(self, line: int, what: str, mend: str) -> None:
        if len(self.all) < MAX_REFUSALS:
            self.all.append(Refusal(line, what, mend))
