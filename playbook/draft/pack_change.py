"""Put a draft over another starter pack, or over a newer version of the same one.

What the owner chose stays. What came into their lists unseen follows the pack.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from playbook.answers.references import pointers
from playbook.draft.draft import Draft
from playbook.draft.held import Thing, has_unseen, is_unseen
from playbook.method.models import Pack
from playbook.model.paths import get, ids_in, path_to, position_among, things_in
from playbook.model.playbook import lists_of_things

Before: TypeAlias = Mapping[str, Sequence[str]]
"""The ids of a pack that was, by list."""


def over_another(draft: Draft, pack: Pack) -> Draft:
    """Return the draft over another starter pack, with what is unseen taken from that."""
    over = Draft.over(draft.answers.with_value("pack", pack.id), pack, draft.plain)
    return _refilled(over, lists_of_things(), partial(_of_another, draft))


def _of_another(draft: Draft, dotted: str, things: list[Thing], ids: list[str]) -> list[Thing]:
    kept: list[Thing] = []
    for thing in things:
        if not is_unseen(thing) or thing["id"] in ids:
            kept.append(thing)
        elif pointers(draft.answers, dotted, str(thing["id"])):  # the owner chose it elsewhere
            kept.append({"id": thing["id"], "name": draft.name_of(dotted, thing)})
    known = ids_in(kept)
    others: list[Thing] = [{"id": one} for one in ids if one not in known]
    return [*kept, *others]


def refreshed(draft: Draft, before: Before) -> Draft:
    """Return the draft with lists that hold unseen things as a newer pack has them.

    *before* says which ids the pack had when the owner last looked, by list. What it brought
    since joins the list unseen, and what is unseen and gone from the pack goes.
    """
    return _refilled(draft, before, partial(_as_offered, before))


def _as_offered(
    before: Before, dotted: str, things: list[Thing], offered: list[str]
) -> list[Thing]:
    known = before[dotted]
    gone = set(known) - set(offered)
    kept = [one for one in things if not (is_unseen(one) and one["id"] in gone)]
    for one in offered:
        if one not in known and one not in ids_in(kept):
            ids = [thing.get("id") for thing in kept]
            kept.insert(position_among(ids, one, offered), {"id": one})
    return kept


def _refilled(
    draft: Draft, lists: Iterable[str], refill: Callable[[str, list[Thing], list[str]], list[Thing]]
) -> Draft:
    """Return the draft with each list that holds unseen things filled anew.

    *refill* is given the list's path, its things, and the ids of those that the pack offers.
    """
    for dotted in lists:
        path = path_to(dotted)
        said, offered = draft.said(path), ids_in(get(draft.pack.suggests, path))
        if has_unseen(said):
            draft = draft.put(path, [*refill(dotted, things_in(said), offered)])
    return draft
