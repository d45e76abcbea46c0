"""Read YAML into a tree that knows where each value stands and what is not allowed here.

Values are built from parser events, never by PyYAML's composer: nothing is expanded, so
an alias bomb is one refused alias, and depth and size are counted while reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

import yaml

Event: TypeAlias = Any
"""A PyYAML event; its published types allow marks of None, which parsed events never have."""
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"

MAX_DEPTH = 20
MAX_EVENTS = 200_000
MAX_REFUSALS = 50
_QUOTE = "Put the whole text in quotation marks."
# To YAML 1.1 these end a line, to people and to YAML 1.2 they do not: they pass through
# the parser disguised as characters of the private use area.
_OLD_LINE_ENDS = "\x85\u2028\u2029"
_PRIVATE = range(0xE000, 0xF8FF)


@dataclass(slots=True)
class Node:
    """A value, and the characters of the text from *start* to *stop* that say it."""

    kind: Literal["text", "list", "mapping"]
    start: int
    line: int
    column: int
    stop: int = 0
    in_block: bool = False
    """Whether it is written over lines, by indent or behind ``|``, without brackets or quotes."""
    data: Plain = None
    keys: list[Node] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that YAML allows and a playbook does not."""

    line: int
    what: str
    mend: str


class TooMuchError(Exception):
    """The text is deeper or larger than any description of a business."""

    def __init__(self, line: int, what: str, mend: str) -> None:
        super().__init__(what)
        self.refusal = Refusal(line, what, mend)


def parse(text: str) -> tuple[Node | None, list[Refusal]]:
    """Return the tree of *text* and what is refused in it.

    Raise yaml.YAMLError when it is not YAML, TooMuchError when it is too deep or too large.
    *text* must hold no character that YAML forbids.
    """
    builder = _Builder(text)
    return builder.document(), builder.refusals


def guarded_events(text: str) -> Iterator[Event]:
    """Yield the events of *text*; raise TooMuchError before there are too many of them."""
    depth = 0
    events: Iterator[Event] = yaml.parse(text, Loader=yaml.CBaseLoader)
    for count, event in enumerate(events, start=1):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            what = f"The file is indented more than {MAX_DEPTH} levels deep."
            raise TooMuchError(event.start_mark.line + 1, what, "Take some levels away.")
        if count > MAX_EVENTS:
            what = "The file holds more lines than Playbook can read."
            raise TooMuchError(event.start_mark.line + 1, what, "Keep it shorter.")
        yield event


def disguise(text: str) -> tuple[str, dict[int, str]]:
    """Return *text* with old line ends disguised, and the table that takes the disguise off."""
    if text.isascii() or not any(character in text for character in _OLD_LINE_ENDS):
        return text, {}
    spare = (chr(code) for code in _PRIVATE if chr(code) not in text)
    there = dict(zip(_OLD_LINE_ENDS, spare, strict=False))
    back = {ord(masked): character for character, masked in there.items()}
    return text.translate({ord(character): masked for character, masked in there.items()}), back


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.refusals: list[Refusal] = []
        masked, self._unmask = disguise(text)
        # A | block on the last line reads the same with and without a line end behind it.
        self._events = guarded_events(masked if masked.endswith("\n") else f"{masked}\n")

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                node = self._node(event)
                if root is not None:
                    what = "A second document starts here."
                    raise TooMuchError(node.line, what, "Delete the --- above it.")
                root = node
        return root

    def _node(self, event: Event) -> Node:
        mark = event.start_mark
        node = Node("text", mark.index, mark.line + 1, mark.column, event.end_mark.index)
        if isinstance(event, yaml.ScalarEvent) and event.anchor is None and event.tag is None:
            self._text(node, event)
            return node
        refused = self._refuse_marked(node, event)
        if isinstance(event, yaml.SequenceStartEvent):
            self._list(node, flow=bool(event.flow_style))
        elif isinstance(event, yaml.MappingStartEvent):
            self._mapping(node, flow=bool(event.flow_style))
        elif refused:
            node.data = self._rest_of_line(node.start).strip()
        return node

    def _text(self, node: Node, event: Event) -> None:
        value: str = event.value
        if self._unmask:
            value = value.translate(self._unmask)
        node.in_block = event.style in ("|", ">")
        if event.style is None or event.style == "":
            self._refuse_lost_text(node, value)
            node.data = value or None
        else:
            node.data = value
        if node.in_block:
            self._end_block(node, value)

    def _end_block(self, node: Node, value: str) -> None:
        """Leave the blank lines below a ``|`` block out of it, unless they are part of the text."""
        raw = self.text[node.start : node.stop]
        header = re.match(r"[^\r\n#]*", raw)
        if header is None or "+" in header[0] or not value.rstrip("\n"):
            raw = re.sub(r"(\r\n|\r|\n)\Z", "", raw)
        if header is not None and "+" not in header[0]:
            last = value.rstrip("\n").rpartition("\n")[2]
            ends = r"[ \r\n]+\Z" if last == last.rstrip() else r"(\r\n|\r|\n)+\Z"
            raw = re.sub(ends, "", raw)
            if re.fullmatch(r"[|>][0-9]+-?", header[0].strip()) and not value:
                self._refuse_at(node, f"Text that starts with {raw[0]} is lost here.", _QUOTE)
        node.stop = node.start + len(raw)

    def _list(self, node: Node, *, flow: bool) -> None:
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            node.items.append(self._node(event))
        node.kind, node.in_block = "list", not flow
        node.stop = node.items[-1].stop if node.in_block else event.end_mark.index
        node.data = [item.data for item in node.items]

    def _mapping(self, node: Node, *, flow: bool) -> None:
        data: dict[str, Plain] = {}
        lines: dict[str, int] = {}
        again = False
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event)
            value = self._node(next(self._events))
            node.keys.append(key)
            node.items.append(value)
            word = self._word(key)
            if word is None:
                continue
            if word in lines:
                again = again or self._refuse_again(key, word, lines)
                continue
            lines[word] = key.line
            data[word] = value.data
        node.kind, node.in_block, node.data = "mapping", not flow, data
        last = max(node.items[-1].stop, node.keys[-1].stop) if node.in_block else 0
        node.stop = last or event.end_mark.index

    def _refuse_again(self, key: Node, word: str, lines: dict[str, int]) -> bool:
        """Refuse a key that is there already; return whether a whole item seems to start here."""
        what = f"“{word}” is written twice here; it already stands on line {lines[word]}."
        item = word == next(iter(lines)) and len(lines) > 1
        mend = "Keep one of the two, or put a hyphen in front if a new item of a list starts here."
        self._refuse_at(key, what, mend if item else "Keep one of the two.")
        return item

    def _word(self, key: Node) -> str | None:
        """Return what a key says, None when it is no key for a playbook."""
        if key.kind != "text":
            self._refuse_at(key, "A key must be a plain word.", "Write a word before the colon.")
            return None
        if key.data == "<<" and self.text[key.start : key.stop] == "<<":
            what = "The key << is not used here."
            self._refuse_at(key, what, "Write the text out in full.")
            return None
        return str(key.data or "")

    def _refuse_marked(self, node: Node, event: Event) -> bool:
        """Refuse anchors, aliases and tags; return whether there was one."""
        if isinstance(event, yaml.AliasEvent):
            sign = "*"
        elif event.anchor is not None:
            sign = "&"
        elif event.tag is not None:
            sign = "!"
        else:
            return False
        self._refuse_at(node, f"Text that starts with {sign} has another meaning here.", _QUOTE)
        return True

    def _refuse_lost_text(self, node: Node, value: str) -> None:
        """Refuse a # that was meant as text: YAML takes it and all behind it for a note."""
        if value and not self.text.startswith(" #", node.stop):
            return
        pattern = r" #[0-9]" if value else r"[ \t]+#[0-9A-Fa-f]{3,8}[ \t]*(?=[\r\n]|\Z)"
        if re.compile(pattern).match(self.text, node.stop):
            what = "All behind # counts as a note, so this text is lost."
            self._refuse_at(node, what, _QUOTE)

    def _rest_of_line(self, start: int) -> str:
        return re.split(r"[\r\n]", self.text[start : start + 200], maxsplit=1)[0]

    def _refuse_at(self, node: Node, what: str, mend: str) -> None:
        if len(self.refusals) < MAX_REFUSALS:
            self.refusals.append(Refusal(node.line, what, mend))
