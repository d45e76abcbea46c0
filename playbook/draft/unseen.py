"""Keep the pack's things that came into a list unseen apart from what the owner chose.

Who adds one thing to a list from another question has not seen the rest of that list. The
rest is kept by its ids alone, which leaves every word of it a suggestion.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from playbook.answers.answers import Answers
from playbook.answers.paths import (
    lists_of_things,
    look_up,
    place,
    position_among,
    value_at,
    with_value_at,
)
from playbook.answers.references import pointers
from playbook.draft.proposals import name_of
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
    for path in lists_of_things():
        value: Any = value_at(answers, place(path))
        if has_unseen(value):
            things = _renewed(answers, path, value, before, after)
            answers = with_value_at(answers, place(path), [*things])
    return answers


def refreshed(answers: Answers, before: Mapping[str, Sequence[str]], pack: Pack) -> Answers:
    """Return the answers with lists that hold unseen things as a newer pack has them.

    *before* says which ids the pack had when the owner last looked, by list. What it brought
    since joins the list unseen, and what is unseen and gone from the pack goes.
    """
    for path, known in before.items():
        value: Any = value_at(answers, place(path))
        if not has_unseen(value):
            continue
        offered = [*_ids(look_up(pack.suggests, place(path)))]
        gone = [one for one in known if one not in offered]
        things = [one for one in value if not (is_unseen(one) and one["id"] in gone)]
        for one in offered:
            if one not in known and one not in _ids(things):
                ids = [look_up(thing, ("id",)) for thing in things]
                things.insert(position_among(ids, one, offered), {"id": one})
        if things != value:
            answers = with_value_at(answers, place(path), things)
    return answers


def _ids(things: Any) -> Iterator[str]:
    for one in things if isinstance(things, list) else ():
        if isinstance(one, dict) and one.get("id"):
            yield one["id"]


def _renewed(
    answers: Answers, path: str, things: list[Thing], before: Pack, after: Pack
) -> list[Thing]:
    ids: list[Plain] = [*_ids(look_up(after.suggests, place(path)))]
    kept: list[Thing] = []
    for thing in things:
        if not is_unseen(thing) or thing["id"] in ids:
            kept.append(thing)
        elif pointers(answers, path, str(thing["id"])):  # the owner did choose it elsewhere
            kept.append({"id": thing["id"], "name": name_of(before, path, thing)})
    known = [thing.get("id") for thing in kept]
    return [*kept, *({"id": one} for one in ids if one not in known)]
