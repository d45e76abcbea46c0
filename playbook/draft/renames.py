"""Follow the ids that a starter pack has renamed: in lists, references and parked answers."""

from __future__ import annotations

from playbook.answers.answers import Answers
from playbook.answers.references import repointed
from playbook.draft.lines import Names
from playbook.draft.unseen import is_unseen
from playbook.model.paths import ids_in, path_to, thing_with
from playbook.model.playbook import lists_of_things
from playbook.yamlfile import Plain


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
    things = answers.get(path)
    former, latter = thing_with(things, old), thing_with(things, new)
    if former is not None and latter is not None:
        # Of two that are one now, the one without a word of the owner's goes.
        spare = next((one for one in (former, latter) if is_unseen(one)), None)
        if spare is None:
            return answers  # the owner described both, so they are two things
        answers = answers.with_value((*path_to(path), str(spare["id"])), None)
        former = None if spare is former else former
    if former is not None:
        answers = answers.with_value((*path_to(path), old, "id"), new)
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
    key_now = f"{path}.{ids_in(followed.get(path))[0]}{dot}{rest}" if path else key
    value_now = followed.get(key_now)
    if value_now is None or (key_now != key and key_now in answers.parked):
        return answers
    return answers.with_parked(key, None).with_parked(key_now, value_now)
