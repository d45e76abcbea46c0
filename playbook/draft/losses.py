"""Tell which of the pack's suggestions name a thing, and so lose it when it goes."""

from __future__ import annotations

from typing import Any

from playbook.answers.answers import Answers
from playbook.answers.paths import Place, look_up, model_fields
from playbook.answers.references import mentions
from playbook.draft.item_list import ThingList
from playbook.draft.proposals import item_with_id, name_of
from playbook.method.models import Method, Pack

_NAMED = 3


def losing(things: ThingList, item_id: str, method: Method) -> tuple[str, ...]:
    """Return the names of what would be suggested with a thing of a list in it."""
    found = [
        _called(things.answers, things.pack, where, method)
        for field in model_fields().values()
        if field.refers == things.path
        for where in mentions(things.pack.suggests, field, item_id)
        if _holds(things.answers, things.pack, where)
    ]
    return tuple(dict.fromkeys(found))


def in_short(names: tuple[str, ...]) -> str:
    """Return up to three names, and how many there are besides."""
    shown = [f"“{name}”" for name in names[:_NAMED]]
    if len(names) > _NAMED:
        return f"{', '.join(shown)} and {len(names) - _NAMED} more"
    return " and ".join([*filter(None, [", ".join(shown[:-1])]), shown[-1]])


def _called(answers: Answers, pack: Pack, where: Place, method: Method) -> str:
    """Return what a suggestion is about: a thing of a list, or a single answer."""
    at = next((at for at, step in enumerate(where) if isinstance(step, int)), None)
    if at is None:
        return method.question_filling(".".join(map(str, where))).label
    proposed = look_up(pack.suggests, where[: at + 1])
    said = item_with_id(look_up(answers.data, where[:at]), proposed.get("id"))
    return name_of(pack, ".".join(map(str, where[:at])), said or proposed)


def _holds(answers: Answers, pack: Pack, where: Place) -> bool:
    """Return whether the suggestion at a place in the pack is not overruled by the owner."""
    said: Any = answers.data
    for at, step in enumerate(where):
        if isinstance(step, int):
            thing = look_up(pack.suggests, where[: at + 1])
            said = item_with_id(said, thing.get("id"))
            if said is None:  # the owner's list does without the thing
                return False
        else:
            said = look_up(said, (step,))
        if said is None:
            return True
    return False
