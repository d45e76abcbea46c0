"""Change a YAML text so that it says something else, and touch nothing but what changed.

A comment that a coach wrote stands where it stood. The text is cut into pieces along its
tree; a piece that says the same as before is copied, a piece that does not is edited one
level deeper, and only where that is not possible it is written anew. Whatever was done is
read again before it is given back: the whole text, or, where it is known what the text said,
each part that changed, a new key together with the lines in front of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from playbook.yamlfile.editor import Editor
from playbook.yamlfile.narrow import Part, parts_that_differ
from playbook.yamlfile.tree import Node, Plain, TooMuchError, parse
from playbook.yamlfile.write import dump_text, without_surrogates

_NOTES = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*")


def edit(text: str, data: Mapping[str, Plain], known: Mapping[str, Plain] | None = None) -> str:
    """Return *text* changed so that it reads as *data*; comments and untouched lines stay.

    *known* is what *text* is known to say, if somebody knows: then only the parts that
    differ are read, which makes a large file as quick as a small one. Raise ValueError when
    *text* cannot be read.
    """
    if known is not None:
        changed = _edit_parts(text, data, known)
        if changed is not None:
            return changed
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text.removeprefix("\ufeff")
    wanted = {without_surrogates(key): _as_read(value) for key, value in data.items()}
    root = _parse(body)
    if root is not None and root.data == wanted:
        return text
    changed = _edited(body, root, wanted)
    if changed is None:
        notes = _NOTES.match(body)
        changed = (notes[0] if notes else "") + dump_text(wanted)
    return mark + changed


def _edited(text: str, root: Node | None, wanted: Plain) -> str | None:
    """Return *text* edited with as much care as it needs to say *wanted*, None when none helps."""
    for care in range(3):
        changed = Editor(text, care).document(root, wanted)
        if _reads_as(changed, wanted):
            return changed
    return None


def _edit_parts(text: str, data: Mapping[str, Plain], known: Mapping[str, Plain]) -> str | None:
    """Return *text* edited where *data* differs from *known*, None when that is not clear."""
    parts = parts_that_differ(text, dict(known), dict(data))
    if not parts:
        return None
    changed, end = [], 0
    for part in parts:
        written = _edit_part(part) if part.start >= end else None
        if written is None:
            return None
        changed += [text[end : part.start], written]
        end = part.end
    return "".join([*changed, text[end:]])


def _edit_part(part: Part) -> str | None:
    """Return the lines of *part* edited, None when they do not say what they should."""
    text = part.head + part.text
    try:
        root = _parse(text)
    except ValueError:
        return None
    if root is None or root.data != part.old:
        return None
    written = _edited(text, root, _as_read(part.new))
    if written is None or not written.startswith(part.head):
        return None
    if part.text.endswith("\n") and not written.endswith("\n"):
        return None
    return written[len(part.head) :]


def _parse(text: str) -> Node | None:
    try:
        root, refusals = parse(text)
    except (yaml.YAMLError, TooMuchError) as error:
        raise ValueError(f"the text cannot be read: {error}") from error
    if refusals:
        raise ValueError(f"the text cannot be read: {refusals[0].what}")
    return root


def _reads_as(text: str, data: Plain) -> bool:
    try:
        root = _parse(text)
    except ValueError:
        return False
    return root is not None and root.data == data


def _as_read(data: Plain) -> Plain:
    """Return *data* as it will be read back: text without lone surrogates."""
    if isinstance(data, str):
        return without_surrogates(data)
    if isinstance(data, list):
        return [_as_read(item) for item in data]
    if isinstance(data, dict):
        return {without_surrogates(key): _as_read(value) for key, value in data.items()}
    return data
