"""Follow the ids that a starter pack has renamed: in lists, references and parked answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from playbook.answers.answers import Answers
from playbook.answers.paths import lists_of_things, place, value_at, with_value_at
from playbook.answers.references import repointed
from playbook.draft.unseen import is_unseen
from playbook.yamlfile import Plain

Names: TypeAlias = Mapping[str, Mapping[str, str]]
"""The new id of each renamed thing, by list and old id."""


def renamed(answers: Answers, names: Names) -> Answers:
    """Return the answers with every old id in *names* replaced by the new one."""
    if not names:
        return answers
    answers = _followed(answers, names)
    for key, value in answers.parked.items():
        answers = _parked(answers, key, value, names)
    return answers


def _followed(answers: Answers, names: Names) -> Answers:
    for path, ids in names.items():
        for old, new in ids.items():
            answers = _one(answers, path, old, new)
    return answers


def _one(answers: Answers, path: str, old: str, new: str) -> Answers:
    where = place(path)
    things: Any = value_at(answers, where)
    mine = [one for one in things if isinstance(one, dict)] if isinstance(things, list) else []
    former = next((one for one in mine if one.get("id") == old), None)
    latter = next((one for one in mine if one.get("id") == new), None)
    if former is not None:
        if latter is not None and not is_unseen(former) and not is_unseen(latter):
            return answers  # the owner described both, so they are two things
        # Of two that are one now, the one without a word of the owner's goes.
        spare = None if latter is None else former if is_unseen(former) else latter
        kept = [one for one in things if one is not spare]
        changed = [{**one, "id": new} if one is former else one for one in kept]
        answers = with_value_at(answers, where, changed)
    return repointed(answers, path, old, new)


def _parked(answers: Answers, key: str, value: Plain, names: Names) -> Answers:
    """Return the answers with one that is parked renamed, as if it stood in its place."""
    path = next((one for one in lists_of_things() if key.startswith(f"{one}.")), "")
    item_id, dot, rest = key.removeprefix(f"{path}.").partition(".") if path else ("", "", "")
    alone = Answers().with_value(path, [{"id": item_id}]) if path else Answers()
    alone = alone.with_value(key, value)
    followed = _followed(alone, names)
    if followed == alone:
        return answers
    if path:
        things: Any = followed.get(path)
        key_now = f"{path}.{things[0].get('id')}{dot}{rest}"
    else:
        key_now = key
    value_now = followed.get(key_now)
    if value_now is None or (key_now != key and key_now in answers.parked):
        return answers
    return answers.with_parked(key, None).with_parked(key_now, value_now)
