"""Follow the ids that a starter pack has renamed: in lists, references and parked answers."""

from __future__ import annotations

from playbook.answers.answers import Answers
from playbook.answers.references import repointed
from playbook.draft.held import is_unseen
from playbook.draft.lines import Names
from playbook.model.paths import by_id, path_to
from playbook.model.playbook import lists_of_things
from playbook.yamlfile import Plain


def renamed(answers: Answers, names: Names) -> Answers:
    """Return the answers with every old id in *names* replaced by the new one."""
    if not names:
        return answers
    answers = _followed(answers, names)
    for key, value in answers.parked.items():
        answers = _parked(answers, key, value, names)
    for key in answers.skipped:
        answers = _skipped(answers, key, names)
    return answers


def _skipped(answers: Answers, key: str, names: Names) -> Answers:
    """Return the answers with one that is left for later noted under the new id of its thing."""
    key_now = _key_now(key, names)
    if key_now == key:
        return answers
    return answers.with_skipped(key, yes=False).with_skipped(key_now, yes=True)


def _followed(answers: Answers, names: Names) -> Answers:
    for path, ids in names.items():
        for old, new in ids.items():
            answers = _one(answers, path, old, new)
    return answers


def _one(answers: Answers, path: str, old: str, new: str) -> Answers:
    listed = path_to(path)
    mine = by_id(answers.get(path))
    if old in mine and new in mine:
        # Of two that are one now, the one without a word of the owner's goes.
        spare = [one for one in (old, new) if is_unseen(mine[one])]
        if not spare:
            return answers  # the owner described both, so they are two things
        answers = answers.with_value((*listed, spare[0]), None)
    if old in by_id(answers.get(path)):
        answers = answers.with_value((*listed, old, "id"), new)
    return repointed(answers, path, old, new)


def _parked(answers: Answers, key: str, value: Plain, names: Names) -> Answers:
    """Return the answers with one that is parked renamed, as if it stood in its place."""
    key_now = _key_now(key, names)
    alone = Answers()
    for path in lists_of_things():
        alone = alone.with_value(path, [])
    value_now = _followed(alone.with_value(key_now, value), names).get(key_now)
    others = answers.with_parked(key, None)
    is_same = (key_now, value_now) == (key, value)
    if is_same or value_now is None or key_now in others.parked:
        return answers
    return others.with_parked(key_now, value_now)


def _key_now(key: str, names: Names) -> str:
    """Return the name under which an answer is parked, with the new id of the thing it is about."""
    for path, ids in names.items():
        for old, new in ids.items():
            start = f"{path}.{old}"
            if f"{key}.".startswith(f"{start}."):
                key = f"{path}.{new}{key.removeprefix(start)}"
    return key
