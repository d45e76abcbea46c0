"""Turn the owner's answers into a Playbook, or into every reason why that is not possible."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from playbook.answers.suggest import suggest
from playbook.errors import AnswersError, Problem
from playbook.model.base import Item
from playbook.model.fields import Field, fields
from playbook.model.playbook import Playbook
from playbook.model.walk import Path, at, loose_ends
from playbook.yamlfile import Document, Plain

OWN_KEYS = ("format", "pack", "interview")
"""Keys of the answers file that are about the file, not about the business."""

_SHAPES = {
    "model_type": "needs indented lines below it, each with a key and a colon.",
    "model_attributes_type": "needs indented lines below it, each with a key and a colon.",
    "tuple_type": "must be a list: one item a line, each behind a hyphen.",
    "list_type": "must be a list: one item a line, each behind a hyphen.",
    "string_type": "must be text, on one line or in a block that starts with |.",
}


def build(data: Mapping[str, Plain], document: Document, suggests: Mapping[str, Any]) -> Playbook:
    """Return the Playbook that *data* describes, its gaps filled from *suggests*.

    *document* says on which line each answer stands. Raise AnswersError with every problem.
    """
    proposed = propose(suggests)
    said = _with_known_names({key: data[key] for key in data if key not in OWN_KEYS}, proposed)
    try:
        stated = Playbook.model_validate(_without_gaps(said))
    except ValidationError as error:
        problems = [_explain(details, document) for details in error.errors()]
        problems += [*_loose_ends_in(said, proposed, document), *_repeated_ids(said, document)]
        raise AnswersError(problems) from None
    playbook = suggest(stated, proposed)
    problems = [*_repeated_ids(said, document), *_loose_ends(playbook, document)]
    if problems:
        raise AnswersError(problems)
    return playbook


def propose(suggests: Mapping[str, Any]) -> Playbook:
    """Return a pack's suggestions as a Playbook without a business name."""
    business = {"name": "?", **(suggests.get("business") or {})}
    return Playbook.model_validate({**suggests, "business": business})


def _without_gaps(value: Any) -> Any:
    """Drop empty answers, so that an empty line in the file counts as undecided."""
    if isinstance(value, dict):
        return {key: _without_gaps(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_without_gaps(item) for item in value if item is not None]
    return value


def _with_known_names(said: dict[str, Any], proposed: Playbook) -> dict[str, Any]:
    """Give items that name only their id the name the pack has for it."""
    filled = dict(said)
    for field in fields(Playbook):
        section, _, name = field.path.partition(".")
        if "." in name or "[" in name or not (field.is_list and _holds_items(field)):
            continue
        chapter = filled.get(section)
        items = chapter.get(name) if isinstance(chapter, dict) else None
        if isinstance(chapter, dict) and isinstance(items, list):
            names = {item.id: item.name.plain for item in at(proposed, field.path)}
            filled[section] = {**chapter, name: [_named(item, names) for item in items]}
    return filled


def _named(item: Any, names: Mapping[str, str]) -> Any:
    if isinstance(item, dict) and not item.get("name") and item.get("id") in names:
        return {**item, "name": names[item["id"]]}
    return item


def _holds_items(field: Field) -> bool:
    return field.record is not None and issubclass(field.record, Item)


def _explain(details: ErrorDetails, document: Document) -> Problem:
    """Return one pydantic error as a problem an owner can mend."""
    path = details["loc"]
    key = str(path[-1]) if path else "answers"
    kind = details["type"]
    if kind == "extra_forbidden":
        known = _keys_at(path[:-1])
        mend = _did_you_mean(key, known) or f"Known here: {', '.join(known)}."
        return document.problem(path, f"“{key}” is not known here.", mend)
    if kind == "missing":
        mend = f"Add a line {key}: …"
        if key == "id":
            mend = "Add a line id: … with a short name in lower-case letters, such as front-desk."
        return document.problem(path[:-1], f"{_label(path[:-1])} has no {key}.", mend)
    if kind == "literal_error":
        what = f"“{details['input']}” is not a choice for {key}."
        return document.problem(path, what, f"Choose {_either(_choices_at(path))}.")
    if kind == "value_error":
        words = details["msg"].removeprefix("Value error, ")
        shown = str(details["input"])[:40]
        return document.problem(path, f"{_label(path)} {words}; it says “{shown}”.")
    return document.problem(path, f"{_label(path)} {_SHAPES.get(kind, _SHAPES['string_type'])}")


def _label(path: Iterable[str | int]) -> str:
    label = ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
    return label or "The file"


def _either(values: Iterable[str]) -> str:
    *most, last = values
    return f"{', '.join(most)} or {last}" if most else last


def _general(path: Iterable[str | int]) -> str:
    """Return a path as ``fields`` writes it, with [] for each list item."""
    general = ""
    for step in path:
        general += "[]" if isinstance(step, int) else f".{step}" if general else step
    return general


def _keys_at(path: Path) -> list[str]:
    general = _general(path)
    if not general:
        return [*OWN_KEYS, *(name for name in Playbook.model_fields if name != "suggested")]
    below = f"{general}."
    return [
        field.path.removeprefix(below)
        for field in fields(Playbook)
        if field.path.startswith(below) and not set(field.path.removeprefix(below)) & {".", "["}
    ]


def _choices_at(path: Path) -> tuple[str, ...]:
    general = _general(path)
    return next(field.choices for field in fields(Playbook) if field.path == general)


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(known), n=1)
    return f"Did you mean {close[0]}?" if close else ""


def _repeated_ids(value: Any, document: Document, path: Path = ()) -> Iterator[Problem]:
    """Yield a problem for each id that stands twice in its list, in data that may not validate."""
    seen: set[str] = set()
    for index, item in enumerate(value) if isinstance(value, list) else ():
        item_id = item.get("id") if isinstance(item, dict) else None
        if isinstance(item_id, str) and item_id in seen:
            what = f"The id “{item_id}” is used twice in this list."
            yield document.problem((*path, index, "id"), what, "Give one of the two another id.")
        seen.add(str(item_id))
    for step, item in _inside(value):
        yield from _repeated_ids(item, document, (*path, step))


def _inside(value: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def _loose_ends(playbook: Playbook, document: Document) -> Iterator[Problem]:
    for end in loose_ends(playbook):
        found = end.reference
        yield _loose_end(found.path, found.id, found.to, end.known, document)


def _loose_end(
    path: Path, item_id: str, to: str, known: Sequence[str], document: Document
) -> Problem:
    what = f"“{item_id}” is not one of the {to.rpartition('.')[2].replace('_', ' ')}."
    listed = f"The ids in {to} are: {', '.join(known)}." if known else f"{to} has none yet."
    return document.problem(path, what, _did_you_mean(item_id, known) or listed)


def _loose_ends_in(
    said: dict[str, Any], proposed: Playbook, document: Document
) -> Iterator[Problem]:
    """Yield the loose ends of answers that do not validate, as far as they can be read.

    One slip must not hide another, so ids are looked up in the plain data.
    """
    for field in fields(Playbook):
        if field.refers is None:
            continue
        section, _, name = field.refers.partition(".")
        items = (said.get(section) or {}).get(name) if isinstance(said.get(section), dict) else None
        if isinstance(items, list):
            known = [str(item.get("id")) for item in items if isinstance(item, dict)]
        else:
            known = [item.id for item in at(proposed, field.refers)]
        for path, value in _values_at(said, field.path.replace("[]", ".[]").split("."), ()):
            if isinstance(value, str) and value and value not in known:
                yield _loose_end(path, value, field.refers, known, document)


def _values_at(value: Any, steps: list[str], path: Path) -> Iterator[tuple[Path, Any]]:
    if not steps:
        if isinstance(value, list):
            yield from (((*path, index), item) for index, item in enumerate(value))
        else:
            yield path, value
    elif steps[0] == "[]" and isinstance(value, list):
        for index, item in enumerate(value):
            yield from _values_at(item, steps[1:], (*path, index))
    elif isinstance(value, dict) and steps[0] in value:
        yield from _values_at(value[steps[0]], steps[1:], (*path, steps[0]))
