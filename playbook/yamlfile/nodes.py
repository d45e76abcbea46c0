"""Read YAML into a tree that knows where each value stands.

Values are built from parser events, never by PyYAML's composer: nothing is expanded, so
an alias bomb is one refused alias, and depth and size are counted while reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

import yaml

from playbook.yamlfile.refusals import Refusal, Refusals, RefusedError

Event: TypeAlias = Any
"""A PyYAML event; its published types allow marks of None, which parsed events never have."""
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"

MAX_DEPTH = 20
MAX_EVENTS = 200_000
_DEEPER: dict[type[Event], int] = {
    yaml.SequenceStartEvent: 1,
    yaml.MappingStartEvent: 1,
    yaml.SequenceEndEvent: -1,
    yaml.MappingEndEvent: -1,
}
# To YAML 1.1 these end a line, to people and to YAML 1.2 they do not: they pass through
# the parser disguised as characters of the private use area.
_OLD_LINE_ENDS = "\x85\u2028\u2029"
_PRIVATE = frozenset(map(chr, range(0xE000, 0xF8FF)))
_TAKEN_FOR_NOTE = {
    True: re.compile(r"[ \t]+(#[^\s#=-][^\r\n]*)"),
    False: re.compile(r"[ \t]+(#(?:[^\s#=-]|[ \t]+[0-9])[^\r\n]*)"),
}
"""Words behind a # as it hardly stands in front of a note: behind a text, and behind none."""


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
    lost: str = ""
    """The words behind a text that count as a note and may belong to it."""

    @property
    def steps(self) -> Sequence[str | int]:
        """The steps that lead to its items: the words of its keys, or their places in a list."""
        return [key.word for key in self.keys] or range(len(self.items))

    @property
    def word(self) -> str:
        """What it says when it is a key."""
        return str(self.data or "")


def parse(text: str) -> tuple[Node | None, list[Refusal]]:
    """Return the tree of *text* and what is refused in it.

    Raise yaml.YAMLError when it is not YAML, RefusedError when it is too deep or too large.
    *text* must hold no character that YAML forbids.
    """
    builder = _Builder(text)
    return builder.document(), builder.refusals.all


def guarded_events(text: str) -> Iterator[Event]:
    """Yield the events of *text*; raise RefusedError before there are too many of them."""
    depth = 0
    # A | block on the last line reads the same with and without a line end behind it.
    ended = text.removesuffix("\n") + "\n"
    events: Iterator[Event] = yaml.parse(ended, Loader=yaml.CBaseLoader)
    for count, event in enumerate(events, start=1):
        depth += _DEEPER.get(type(event), 0)
        if depth > MAX_DEPTH:
            what = f"The file is indented more than {MAX_DEPTH} levels deep."
            raise RefusedError(event.start_mark.line + 1, what, "Take some levels away.")
        if count > MAX_EVENTS:
            what = "The file holds more lines than Playbook can read."
            raise RefusedError(event.start_mark.line + 1, what, "Keep it shorter.")
        yield event


def disguise(text: str) -> tuple[str, dict[int, int]]:
    """Return *text* with old line ends disguised, and the table that takes the disguise off."""
    if set(_OLD_LINE_ENDS).isdisjoint(text):
        return text, {}
    masks = "".join(sorted(_PRIVATE - set(text))[: len(_OLD_LINE_ENDS)])
    hidden = _OLD_LINE_ENDS[: len(masks)]
    return text.translate(str.maketrans(hidden, masks)), str.maketrans(masks, hidden)


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.refusals = Refusals(text)
        masked, self._unmask = disguise(text)
        self._events = guarded_events(masked)

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                node = self._node(event)
                if root is not None:
                    what = "A second document starts here."
                    raise RefusedError(node.line, what, "Delete the --- above it.")
                root = node
        return root

    def _node(self, event: Event) -> Node:
        mark = event.start_mark
        node = Node("text", mark.index, mark.line + 1, mark.column, event.end_mark.index)
        marked = event.anchor is not None or getattr(event, "tag", None) is not None
        if marked:
            self.refusals.marked(node.line, node.start)
        if isinstance(event, yaml.SequenceStartEvent):
            self._list(node, event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._mapping(node, event)
        elif marked:
            node.data = re.split(r"[\r\n]", self.text[node.start : node.start + 200])[0].strip()
        else:
            self._text(node, event)
        return node

    def _text(self, node: Node, event: Event) -> None:
        node.data = event.value.translate(self._unmask)
        if event.style in ("|", ">"):
            node.in_block = True
            self._end_block(node, event.value)
        elif not event.style:
            self.refusals.lost_text(node.line, event.value, node.stop)
            node.data = node.data or None
            note = _TAKEN_FOR_NOTE[bool(node.data)].match(self.text, node.stop)
            node.lost = note[1].strip() if note else ""

    def _end_block(self, node: Node, value: str) -> None:
        """Leave the blank lines below a ``|`` block out of it, unless they are part of the text."""
        raw = self.text[node.start : node.stop]
        header = re.split(r"[\r\n#]", raw, maxsplit=1)[0].strip()
        last_line = value.rstrip("\n").rpartition("\n")[2]
        if "+" in header or last_line.isspace():
            node.stop = node.start + len(raw.removesuffix("\n").removesuffix("\r"))
        else:
            below = raw[len(raw.rstrip(" \r\n")) :]
            node.stop -= len(below.lstrip(" "))
        if not value and re.fullmatch(r"[|>][0-9]+-?", header):
            self.refusals.lost_block(node.line, node.start)

    def _list(self, node: Node, event: Event) -> None:
        node.kind = "list"
        node.items = self._inside(node, event)
        node.data = [item.data for item in node.items]

    def _mapping(self, node: Node, event: Event) -> None:
        node.kind = "mapping"
        inside = self._inside(node, event)
        node.keys, node.items = inside[::2], inside[1::2]
        node.data = data = dict[str, Plain]()
        lines: dict[str, int] = {}
        starts_item = False
        for key, value in zip(node.keys, node.items, strict=True):
            is_text = key.kind == "text"
            if self.refusals.key(key.line, key.start, key.stop, is_text=is_text):
                continue
            word = key.word
            if word not in lines:
                lines[word] = key.line
                data[word] = value.data
            elif not starts_item:
                starts_item = self.refusals.again(word, key.line, lines)

    def _inside(self, node: Node, start: Event) -> list[Node]:
        """Return the nodes up to the end of a list or mapping, and note where that is."""
        nodes: list[Node] = []
        event = next(self._events)
        while _DEEPER.get(type(event)) != -1:
            nodes.append(self._node(event))
            event = next(self._events)
        node.in_block = not start.flow_style
        node.stop = nodes[-1].stop if node.in_block else event.end_mark.index
        return nodes
