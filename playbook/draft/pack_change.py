"""Put a draft over another starter pack, or over a newer version of the same one.

What the owner chose stays. What came into their lists unseen follows the pack.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from playbook.answers.references import pointers
from playbook.draft.draft import Draft
from playbook.draft.held import Thing, has_unseen, is_unseen
from playbook.method.models import Pack
from playbook.model.paths import get, ids_in, path_to, position_among, things_in
from playbook.model.playbook import lists_of_things


def over_another(draft: Draft, pack: Pack) -> Draft:
    """Return the draft over another starter pack, with what is unseen taken from that."""
    over = Draft.over(draft.answers.with_value("pack", pack.id), pack, draft.plain)
    for dotted, things, offered in _with_unseen(over, lists_of_things()):
        over = over.put(path_to(dotted), [*_of_another(draft, dotted, things, offered)])
    return over


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


def refreshed(draft: Draft, before: Mapping[str, Sequence[str]]) -> Draft:
    """Return the draft with lists that hold unseen things as a newer pack has them.

    *before* says which ids the pack had when the owner last looked, by list. What it brought
    since joins the list unseen, and what is unseen and gone from the pack goes.
    """
    for dotted, things, offered in _with_unseen(draft, before):
        draft = draft.put(path_to(dotted), [*_as_offered(things, before[dotted], offered)])
    return draft


def _as_offered(things: list[Thing], known: Sequence[str], offered: Sequence[str]) -> list[Thing]:
    gone = set(known) - set(offered)
    kept = [one for one in things if not (is_unseen(one) and one["id"] in gone)]
    for one in offered:
        if one not in known and one not in ids_in(kept):
            ids = [thing.get("id") for thing in kept]
            kept.insert(position_among(ids, one, offered), {"id": one})
    return kept


def _with_unseen(
    draft: Draft, lists: Iterable[str]
) -> Iterator[tuple[str, list[Thing], list[str]]]:
    """Yield each list with unseen things, the things in it, and the ids that the pack offers."""
    for dotted in lists:
        said = draft.said(path_to(dotted))
        if has_unseen(said):
            offered = get(draft.pack.suggests, path_to(dotted))
            yield dotted, things_in(said), ids_in(offered)
