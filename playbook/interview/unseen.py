"""Keep the pack's things that came into a list unseen apart from what the owner chose.

Who adds one thing to a list from another question has not seen the rest of that list. The
rest is kept by its ids alone, which leaves every word of it a suggestion.
"""

from __future__ import annotations

from typing import Any

from playbook.answers.answers import Answers
from playbook.interview.places import look_up, model_fields, place, value_at, with_value_at
from playbook.interview.proposals import name_of
from playbook.interview.references import pointers
from playbook.method.models import Pack
from playbook.yamlfile import Plain

Thing = dict[str, Plain]


def is_unseen(thing: object) -> bool:
    """Return whether a thing of a list says nothing but its id."""
    return isinstance(thing, dict) and thing.keys() == {"id"}


def has_unseen(value: object) -> bool:
    """Return whether a list holds things that the owner has not seen there."""
    return isinstance(value, list) and any(map(is_unseen, value))


def renewed(answers: Answers, before: Pack, after: Pack) -> Answers:
    """Return the answers with what is unseen taken from another starter pack."""
    for path, field in model_fields().items():
        if not field.is_list or field.record is None or "[" in path:
            continue
        value: Any = value_at(answers, place(path))
        if has_unseen(value):
            things = _renewed(answers, path, value, before, after)
            answers = with_value_at(answers, place(path), [*things])
    return answers


def _renewed(
    answers: Answers, path: str, things: list[Thing], before: Pack, after: Pack
) -> list[Thing]:
    offered = look_up(after.suggests, place(path)) or []
    ids = [one["id"] for one in offered if isinstance(one, dict) and one.get("id")]
    kept: list[Thing] = []
    for thing in things:
        if not is_unseen(thing) or thing["id"] in ids:
            kept.append(thing)
        elif pointers(answers, path, str(thing["id"])):  # the owner did choose it elsewhere
            kept.append({"id": thing["id"], "name": name_of(before, path, thing)})
    known = [thing.get("id") for thing in kept]
    return [*kept, *({"id": one} for one in ids if one not in known)]
