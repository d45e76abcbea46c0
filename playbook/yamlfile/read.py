"""Read a YAML file as text, lists and mappings, with the line of each.

YAML's own types are a trap for people (``no`` becomes False, ``12:30`` becomes 750,
``010`` becomes 8), so every scalar stays the text that was typed and the model gives
it a type. Anchors, tags and merge keys have no use in a description of a business and
many in an attack, so they are refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import TypeAlias

from playbook.errors import Problem
from playbook.yamlfile.decode import decode
from playbook.yamlfile.nodes import Node, Plain
from playbook.yamlfile.refusals import Refusal, RefusedError
from playbook.yamlfile.repair import parse_mended

Path: TypeAlias = tuple[str | int, ...]

__all__ = ["Document", "Path", "Plain", "read", "read_text"]


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says, and the line on which it says each thing."""

    name: str
    text: str = ""
    data: Plain = None
    lines: dict[Path, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    lost: dict[Path, str] = field(default_factory=dict)
    """Words that count as a note and may belong to the answer in front of them."""

    def line(self, path: Path) -> int:
        """Return the line of *path*, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def problem(self, path: Path, what: str, mend: str = "") -> Problem:
        """Return a problem with the thing at *path*."""
        return Problem(self.name, self.line(path), what, mend)


def read(file: FilePath) -> Document:
    """Read *file*; the document carries every problem found, and what could be read.

    Raise OSError when the file cannot be opened.
    """
    return read_bytes(file.read_bytes(), file.name)


def read_bytes(raw: bytes, name: str) -> Document:
    """Read the content of a YAML file; *name* is what problems call it."""
    try:
        text = decode(raw)
    except RefusedError as error:
        return Document(name, problems=(_problem(name, error.refusal),))
    return read_text(text, name)


def read_text(text: str, name: str = "text") -> Document:
    """Read YAML *text*; *name* is what problems call it."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    root, refusals = parse_mended(text)
    problems = tuple(sorted({_problem(name, refusal) for refusal in refusals}))
    if root is None:
        return Document(name, text, problems=problems)
    document = Document(name, text, root.data, problems=problems)
    _note_places(root, (), root.line, document)
    return document


def _problem(name: str, refusal: Refusal) -> Problem:
    return Problem(name, refusal.line, refusal.what, refusal.mend)


def _note_places(node: Node, path: Path, line: int, document: Document) -> None:
    """Note the line of everything in *node*; an entry of a mapping stands where its key does."""
    if path in document.lines:
        return  # a key that is written twice counts once
    document.lines[path] = line
    if node.lost:
        document.lost[path] = node.lost
    for step, place, item in zip(node.steps, node.keys or node.items, node.items, strict=True):
        _note_places(item, (*path, step), place.line, document)
