"""Write a YAML text anew along its tree, copying every piece that says the same as before."""

from __future__ import annotations

import re

from playbook.yamlfile.match import match
from playbook.yamlfile.pieces import Piece, assemble
from playbook.yamlfile.tree import Node, Plain
from playbook.yamlfile.write import dump_text

_COLON = re.compile(r"[ \t]*:(?=[ \t\r\n]|\Z)")
_LINE_END = re.compile(r"\r\n|\r|\n")
_DASH = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*[ \t]*-")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?=[\r\n])")
_DEEP_NOTE = re.compile(r"(?<=[\r\n])[ \t]+#")
_SHORT_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*\Z")
_MAX_FLOW = 100


class UnusualError(Exception):
    """The text is written in a way that is not edited in place."""


class Editor:
    """Write the pieces of one text that changed.

    A ``|`` block takes in lines that come to stand below it when they are blank or indented
    more deeply. *care* keeps that from happening: at 1 there are no new blocks, at 2 notes
    stand at the margin and blank lines go, where something changed.
    """

    def __init__(self, text: str, care: int) -> None:
        self.text = text
        self.care = care
        first = _LINE_END.search(text)
        self.line_end = first[0] if first else "\n"

    def document(self, root: Node | None, new: Plain) -> str:
        """Return the whole text, so that it says *new*."""
        if root is None or root.data is None:
            gap = "" if not self.text or self.text.endswith(("\n", "\r")) else self.line_end
            return self.text + gap + self.dump(new) + self.line_end
        stop = self.line_stop(root)
        try:
            changed = self.block(root, new, root.start)
        except UnusualError:
            return ""
        if changed is not None:
            return self.text[: root.start] + changed + self.gap(self.text[stop:])
        end = stop if root.in_block else root.stop
        return self.text[: root.start] + self.dump(new) + self.gap(self.text[end:])

    def block(self, node: Node, new: Plain, after: int) -> str | None:
        """Return what stands behind *after*, so that *node* says *new*; None if it is no block."""
        if node.in_block and node.kind == "mapping" and isinstance(new, dict) and new:
            return self.mapping(node, new, after)
        if node.in_block and node.kind == "list" and isinstance(new, list) and new:
            return self.sequence(node, new, after)
        return None

    def mapping(self, node: Node, new: dict[str, Plain], after: int) -> str:
        """Return what stands behind character *after*, so that *node* says *new*."""
        start = self.opening(node, after)
        pieces: list[Piece] = []
        end = start
        for key, value in zip(node.keys, node.items, strict=True):
            colon = _COLON.match(self.text, key.stop)
            if key.column != node.column or colon is None:
                raise UnusualError
            word = str(key.data or "")
            body = self.value(key.start, colon.end(), value, new[word]) if word in new else None
            pieces.append(Piece(self.gap(self.text[end : key.start]), body))
            end = max(self.line_stop(value), self.line_stop(key))
        known = {str(key.data or "") for key in node.keys}
        order: list[int | str] = [i for i, piece in enumerate(pieces) if piece.body is not None]
        order += [
            self.dump({word: item}, node.column) for word, item in new.items() if word not in known
        ]
        head = self.text[after:start]
        return head + assemble(pieces, order, self.line_end + " " * node.column)

    def sequence(self, node: Node, new: list[Plain], after: int) -> str:
        """Return what stands behind character *after*, so that the list says *new*."""
        start = self.opening(node, after)
        matches = match([item.data for item in node.items], new)
        places = {old: index for index, old in enumerate(matches) if old is not None}
        pieces: list[Piece] = []
        end = start
        for old, item in enumerate(node.items):
            dash = _DASH.match(self.text, end)
            if dash is None or dash.end() > item.start:
                raise UnusualError
            head = dash.end() - 1
            body = self.value(head, dash.end(), item, new[places[old]]) if old in places else None
            pieces.append(Piece(self.gap(self.text[end:head]), body))
            end = self.line_stop(item)
        order = [
            self.dump([new[index]], node.column) if old is None else old
            for index, old in enumerate(matches)
        ]
        head_text = self.text[after:start]
        return head_text + assemble(pieces, order, self.line_end + " " * node.column)

    def value(self, start: int, after: int, node: Node, new: Plain) -> str:
        """Return the entry from *start*, whose value stands behind *after*, saying *new*."""
        head = self.text[start:after]
        if node.data == new:
            return self.text[start : max(self.line_stop(node), after)]
        try:
            changed = self.block(node, new, after)
        except UnusualError:
            changed = None
        return head + (self.anew(start, after, node, new) if changed is None else changed)

    def anew(self, start: int, after: int, node: Node, new: Plain) -> str:
        """Return *new* written out behind a colon or a dash, with the comment that stood there."""
        column = self.column(start)
        short = self.short_list(node, new)
        if short is not None:
            lines = [short]
        elif self.text[start:after] == "-":
            lines = self.dump([new], column).removeprefix("-").split(self.line_end)
        else:
            lines = self.dump({"k": new}, column).removeprefix("k:").split(self.line_end)
        opener = lines[0].strip()[:1]
        first = 0 if opener in ("", "|") or len(lines) == 1 else len(lines) - 1
        lines[first] += self.comment(after, node)
        return self.line_end.join(lines)

    def comment(self, after: int, node: Node) -> str:
        """Return the comment at the end of the line on which a value starts or stands."""
        if node.in_block:
            rest = self.text[after : self.end_of_line(after)]
            if node.kind == "text":
                rest = rest.lstrip().partition(" ")[2] if rest.strip() else ""
        else:
            rest = self.text[node.stop : self.end_of_line(node.stop)]
        return f" {rest.strip()}" if rest.strip().startswith("#") else ""

    def short_list(self, node: Node, new: Plain) -> str | None:
        """Return *new* between brackets when the old list of ids was written so."""
        old_text = self.text[node.start : node.stop]
        if node.kind != "list" or node.in_block or _LINE_END.search(old_text):
            return None
        if not isinstance(new, list) or not new:
            return None
        words = [item for item in new if isinstance(item, str) and _SHORT_WORD.match(item)]
        written = f" [{', '.join(words)}]"
        return written if len(words) == len(new) and len(written) <= _MAX_FLOW else None

    def dump(self, value: Plain, column: int = 0) -> str:
        """Return *value* as YAML indented by *column* after its first line."""
        holder = value if isinstance(value, (dict, list)) else [value]
        written = dump_text(holder, blocks=self.care == 0).rstrip("\n")
        break_and_indent = self.line_end + " " * column
        return re.sub(r"\n(?=[^\n])", break_and_indent, written).replace("\n\n", self.line_end * 2)

    def gap(self, lines: str) -> str:
        """Return the notes and blank lines between two entries."""
        return _DEEP_NOTE.sub("#", _BLANK_LINE.sub("", lines)) if self.care > 1 else lines

    def opening(self, node: Node, after: int) -> int:
        """Return where the pieces of a block start: behind the line of its key, or at its start."""
        end = self.end_of_line(after)
        return end if end < node.start else node.start

    def column(self, index: int) -> int:
        """Return how far a character stands from the margin."""
        return index - max(self.text.rfind("\n", 0, index), self.text.rfind("\r", 0, index)) - 1

    def line_stop(self, node: Node) -> int:
        """Return the end of a value with the comment behind it."""
        return self.end_of_line(node.stop)

    def end_of_line(self, index: int) -> int:
        """Return where the line of a character ends."""
        found = _LINE_END.search(self.text, index)
        return found.start() if found else len(self.text)
