"""Turn the owner's answers into a Playbook, or into every reason why that is not possible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from playbook.answers.answers import Answers
from playbook.draft.problems import OWN_KEYS, explain, general, reference_paths
from playbook.draft.suggest import suggest
from playbook.errors import AnswersError, Problem, did_you_mean
from playbook.model.base import Item
from playbook.model.fields import Field, fields
from playbook.model.playbook import Playbook
from playbook.model.walk import Path, at, loose_ends
from playbook.yamlfile import Document, Plain


def build(data: Mapping[str, Plain], document: Document, suggests: Mapping[str, Any]) -> Playbook:
    """Return the Playbook that *data* describes, its gaps filled from *suggests*.

    *document* says on which line each answer stands. Raise AnswersError with every problem.
    """
    proposed = propose(suggests)
    said = {key: data[key] for key in data if key not in OWN_KEYS}
    nameless = _nameless(said, proposed)
    try:
        stated = Playbook.model_validate(_without_gaps(_named(said, nameless)))
    except ValidationError as error:
        # An id that points at nothing is told as such, not by its form.
        faults = [each for each in error.errors() if general(each["loc"]) not in reference_paths()]
        problems = [explain(details, document) for details in faults]
        problems += [*_loose_ends_in(said, proposed, document), *_repeated_ids(said, document)]
        raise AnswersError(problems) from None
    playbook = suggest(_unnamed(stated, nameless), proposed)
    problems = [*_repeated_ids(said, document), *_loose_ends(playbook, document)]
    if problems:
        raise AnswersError(problems)
    return playbook


def build_unnamed(
    answers: Answers, document: Document, suggests: Mapping[str, Any], name: str = "?"
) -> Playbook:
    """Return the Playbook as ``build`` does, called *name* as long as its name was not asked."""
    if answers.get("business.name") is None:
        answers = answers.with_value("business.name", name)
    return build(answers.data, document, suggests)


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


def _nameless(said: dict[str, Any], proposed: Playbook) -> dict[str, dict[str, str]]:
    """Return the pack's names, by list and id, of the items that give their id alone."""
    found: dict[str, dict[str, str]] = {}
    for field in fields(Playbook):
        section, _, name = field.path.partition(".")
        chapter = said.get(section)
        items = chapter.get(name) if isinstance(chapter, dict) else None
        if isinstance(items, list) and _holds_items(field):
            nameless = (one for one in items if isinstance(one, dict) and not one.get("name"))
            bare = {str(one.get("id")) for one in nameless}
            known = at(proposed, field.path)
            found[field.path] = {item.id: item.name.plain for item in known if item.id in bare}
    return {path: names for path, names in found.items() if names}


def _named(said: dict[str, Any], nameless: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """Lend items that give their id alone the names a pack has for them, so that they validate."""
    filled = dict(said)
    for path, names in nameless.items():
        section, _, name = path.partition(".")
        items = [
            {**item, "name": names[str(item["id"])]}
            if isinstance(item, dict) and str(item.get("id")) in names
            else item
            for item in filled[section][name]
        ]
        filled[section] = {**filled[section], name: items}
    return filled


def _unnamed(stated: Playbook, nameless: Mapping[str, Mapping[str, str]]) -> Playbook:
    """Take the lent names back: the owner never said them, so they stay suggestions."""
    for path, names in nameless.items():
        section, _, name = path.partition(".")
        chapter = getattr(stated, section)
        items = tuple(
            item.model_construct(_fields_set=item.model_fields_set - {"name"}, **dict(item))
            if item.id in names
            else item
            for item in getattr(chapter, name)
        )
        stated = stated.model_copy(update={section: chapter.model_copy(update={name: items})})
    return stated


def _holds_items(field: Field) -> bool:
    return field.record is not None and issubclass(field.record, Item)


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
    return document.problem(path, what, did_you_mean(item_id, known) or listed)


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
