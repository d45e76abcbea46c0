"""Change a YAML text so that it says something else, and touch nothing but what changed.

A comment that a coach wrote stands where it stood. The text is cut into pieces along its
tree; a piece that says the same as before is copied, a piece that does not is edited one
level deeper, and only where that is not possible it is written anew. Whatever was done is
read again before it is given back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Any

import yaml

from playbook.yamlfile.edit.comments import Piece, assemble
from playbook.yamlfile.edit.list_match import match
from playbook.yamlfile.edit.region import Region, regions_that_differ
from playbook.yamlfile.nodes import Node, Plain, parse
from playbook.yamlfile.refusals import RefusedError
from playbook.yamlfile.write import dump_text, without_surrogates

_NOTES = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*")
_ABOVE = re.compile(rf"{_NOTES.pattern}[ \t]*")
_SIGN = re.compile(r"[ \t\r\n]*:(?=[ \t\r\n]|\Z)|-")
_NOTE = re.compile(r"#(?:[^\r\n]*\S)?")
_NOTE_BEHIND = re.compile(rf"[ \t]*(?:[|>][0-9+-]*)?[ \t]*({_NOTE.pattern})")
_LINE_END = re.compile(r"\r\n|\r|\n")
_REST_OF_LINE = re.compile(r"[^\r\n]*")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?=[\r\n])")
_DEEP_NOTE = re.compile(r"(?<=[\r\n])[ \t]+#")
_SHORT_LIST = re.compile(r"\[[^\r\n]*")
_SHORT_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*\Z")
_MAX_FLOW = 100

_remembered: dict[str, Plain] = {}
"""What the text read or written last says: a change of it need not read all of it again."""


def remember(text: str, data: Plain) -> None:
    """Keep in mind that *text* says *data*, which makes the next edit of it a quick one."""
    _remembered.clear()
    _remembered[text] = _as_read(data, None)


def edit(text: str, data: Mapping[str, Plain]) -> str:
    """Return *text* changed so that it reads as *data*; comments and untouched lines stay.

    Raise ValueError when *text* cannot be read.
    """
    known = _said(text)
    wanted: Any = _as_read(dict(data), known)
    if wanted == known:
        return text
    body = text.removeprefix("\ufeff")
    whole = Region(0, len(body), known, wanted)
    changed = (
        _rewritten(body, regions_that_differ(body, whole))
        or _rewritten(body, [whole])
        or body[: _behind(_NOTES, body, 0)] + dump_text(wanted)
    )
    changed = text.removesuffix(body) + changed
    _remembered.clear()
    _remembered[changed] = wanted
    return changed


def _said(text: str) -> Plain:
    if text in _remembered:
        return _remembered[text]
    root = _parsed(text.removeprefix("\ufeff"))
    if root is None:
        raise ValueError("the text cannot be read")
    return root.data


@lru_cache(maxsize=1)
def _parsed(text: str) -> Node | None:
    """Return the tree of *text*, None when something in it cannot be read."""
    try:
        root, refusals = parse(text)
    except (yaml.YAMLError, RefusedError):
        return None
    return None if refusals else root or Node("text", 0, 1, 0)


def _as_read(data: Plain, known: Plain) -> Plain:
    """Return a copy of *data* as it will be read back: text without lone surrogates.

    What is the same as in *known* is taken from there, which makes the copy a quick one.
    """
    if data == known:
        return known
    if isinstance(data, str):
        return without_surrogates(data)
    if isinstance(data, list):
        before = known[: len(data)] if isinstance(known, list) else []
        return [_as_read(item, one) for item, one in zip_longest(data, before)]
    if isinstance(data, dict):
        there = known if isinstance(known, dict) else {}
        return {
            without_surrogates(key): _as_read(value, there.get(key)) for key, value in data.items()
        }
    return data


def _rewritten(text: str, regions: Sequence[Region]) -> str | None:
    """Return *text* with each of the *regions* changed, None where that does not work out."""
    written, end = "", 0
    for region in regions:
        changed = _rewritten_region(text[region.start : region.end], region.old, region.new)
        if changed is None:
            return None
        written += text[end : region.start] + changed
        end = region.end
    return written + text[end:]


def _rewritten_region(text: str, old: Plain, new: Plain) -> str | None:
    """Return *text* with as much care as it needs to say *new*, None when none helps."""
    root = _parsed(text)
    if root is None or root.data != old:
        return None
    for care in range(3):
        changed = _Rewriter(text, care).document(root, new)
        after = _parsed(changed)
        if after is not None and after.data == new:
            return changed
    return None


class _Rewriter:
    """Write a text anew along its tree, copying every piece that says the same as before.

    A ``|`` block takes in lines that come to stand below it when they are blank or indented
    more deeply. *care* keeps that from happening: at 1 there are no new blocks, at 2 notes
    stand at the margin and blank lines go, where something changed.
    """

    def __init__(self, text: str, care: int) -> None:
        self.text = text
        self.care = care
        first = _LINE_END.search(text)
        self.line_end = first[0] if first else "\n"

    def document(self, root: Node, new: Plain) -> str:
        """Return the whole text, so that it says *new*."""
        if root.data is None:
            ended = re.sub(r"(?<=[^\r\n])\Z", self.line_end, self.text)
            return ended + self.dump(new) + self.line_end
        changed = self.block(root, new, root.start)
        end = self.end_of_line(root.stop) if root.in_block else root.stop
        if changed is None:
            changed = self.dump(new)
        above = self.text[: root.start]
        return above + re.sub(r"\A[\r\n]+", "", changed) + self.gap(self.text[end:])

    def block(self, node: Node, new: Plain, after: int) -> str | None:
        """Return what stands behind *after*, so that *node* says *new*; None if it is no block."""
        alike = type(node.data) is type(new) and node.in_block
        if not alike or not node.items or not new:
            return None
        end = self.end_of_line(after)
        start = end if end < node.start else node.start
        order = _continued(node, new)
        pieces = self.pieces(node, start, {old: value for old, value, _ in order})
        if pieces is None:
            return None
        fresh = self.line_end + " " * node.column
        entries = [
            Piece("", fresh, self.dump(alone, node.column)) if old is None else pieces[old]
            for old, _, alone in order
        ]
        return self.text[after:start] + assemble(pieces, entries)

    def pieces(self, node: Node, end: int, says: Mapping[int | None, Plain]) -> list[Piece] | None:
        """Return the entries of a block below *end*, as they are to be; None if it is unusual."""
        pieces = []
        for index, item in enumerate(node.items):
            start = _behind(_ABOVE, self.text, end)
            sign = _SIGN.match(self.text, node.keys[index].stop if node.keys else start)
            if sign is None:
                return None
            body = self.value(start, sign.end(), item, says[index]) if index in says else None
            pieces.append(Piece.below(self.gap(self.text[end:start]), body))
            end = self.end_of_line(max(item.stop, sign.end()))
        return pieces

    def value(self, start: int, after: int, node: Node, new: Plain) -> str:
        """Return the entry from *start*, whose value stands behind *after*, saying *new*."""
        if node.data == new:
            return self.text[start : self.end_of_line(max(node.stop, after))]
        changed = self.block(node, new, after)
        if changed is None:
            changed = self.anew(start, after, node, new)
        return self.text[start:after] + changed

    def anew(self, start: int, after: int, node: Node, new: Plain) -> str:
        """Return *new* written out behind a colon or a dash, with the comments that stood there."""
        notes = _NOTE.findall(self.text, after, node.start)
        behind = _NOTE_BEHIND.match(self.text, node.start if node.in_block else node.stop)
        if behind:
            notes.append(behind[1])
        comment = " ".join(["", *notes])
        short = self.short_list(node, new)
        if short is not None:
            return short + comment
        sign, holder = ("-", [new]) if self.text[start:after] == "-" else ("k:", {"k": new})
        lines = self.dump(holder, self.column(start)).removeprefix(sign).split(self.line_end)
        lines[0 if lines[0].strip()[:1] in ("", "|") else -1] += comment
        return self.line_end.join(lines)

    def short_list(self, node: Node, new: Plain) -> str | None:
        """Return *new* between brackets when the old list of ids was written so."""
        if not isinstance(new, list) or not _SHORT_LIST.fullmatch(self.text, node.start, node.stop):
            return None
        words = [item for item in new if isinstance(item, str) and _SHORT_WORD.match(item)]
        written = f" [{', '.join(words)}]"
        return written if words == new and len(written) <= _MAX_FLOW else None

    def dump(self, value: Any, column: int = 0) -> str:
        """Return *value*, a list or mapping, as YAML indented by *column* below its first line."""
        written = dump_text(value, blocks=self.care == 0).rstrip("\n")
        indented = re.sub(r"\n(?!\n)", "\n" + " " * column, written)
        return indented.replace("\n", self.line_end)

    def gap(self, lines: str) -> str:
        """Return the notes and blank lines between two entries."""
        return _DEEP_NOTE.sub("#", _BLANK_LINE.sub("", lines)) if self.care > 1 else lines

    def column(self, index: int) -> int:
        """Return how far a character stands from the margin."""
        return index - max(self.text.rfind("\n", 0, index), self.text.rfind("\r", 0, index)) - 1

    def end_of_line(self, index: int) -> int:
        """Return where the line of a character ends."""
        return _behind(_REST_OF_LINE, self.text, index)


def _behind(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Return where what matches *pattern* from *start* on ends."""
    found = pattern.match(text, start)
    return found.end() if found else start


def _continued(node: Node, new: Plain) -> list[tuple[int | None, Plain, Plain]]:
    """Return the entries of *new* in their order: which old one each is, its value, it alone.

    In a mapping the old keys come first, as they stood: ``b: 1``, ``a: 2`` that is to say
    ``{a: 3, c: 4, b: 1}`` gives ``(0, 1, {b: 1})``, ``(1, 3, {a: 3})``, ``(None, 4, {c: 4})``.
    """
    if isinstance(new, dict):
        places = {key.word: index for index, key in enumerate(node.keys)}
        entries = sorted(new.items(), key=lambda entry: places.get(entry[0], len(places)))
        return [(places.get(word), value, {word: value}) for word, value in entries]
    items = new if isinstance(new, list) else []
    matches = match([item.data for item in node.items], items)
    return [(old, item, [item]) for old, item in zip(matches, items, strict=True)]
