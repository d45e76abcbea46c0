"""Put a draft over another starter pack, or over a newer version of the same one.

What the owner chose stays. What came into their lists unseen follows the pack.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from playbook.answers.references import pointers
from playbook.draft.draft import Draft
from playbook.draft.held import Thing, has_unseen, is_unseen
from playbook.method.models import Pack
from playbook.model.paths import get, ids_in, path_to, position_among, things_in
from playbook.model.playbook import lists_of_things


def over_another(draft: Draft, pack: Pack) -> Draft:
    """Return the draft over another starter pack, with what is unseen taken from that."""
    changed = Draft.over(draft.answers.with_value("pack", pack.id), pack, draft.plain)
    for dotted in lists_of_things():
        said = draft.said(path_to(dotted))
        if has_unseen(said):
            changed = changed.put(path_to(dotted), [*_of_another(draft, dotted, pack)])
    return changed


def _of_another(draft: Draft, dotted: str, pack: Pack) -> list[Thing]:
    ids = ids_in(get(pack.suggests, path_to(dotted)))
    kept: list[Thing] = []
    for thing in things_in(draft.said(path_to(dotted))):
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
    for dotted, known in before.items():
        said = draft.said(path_to(dotted))
        if has_unseen(said):
            offered = ids_in(get(draft.pack.suggests, path_to(dotted)))
            draft = draft.put(path_to(dotted), [*_as_offered(things_in(said), known, offered)])
    return draft


def _as_offered(things: list[Thing], known: Sequence[str], offered: Sequence[str]) -> list[Thing]:
    gone = set(known) - set(offered)
    kept = [one for one in things if not (is_unseen(one) and one["id"] in gone)]
    for one in offered:
        if one not in known and one not in ids_in(kept):
            ids = [thing.get("id") for thing in kept]
            kept.insert(position_among(ids, one, offered), {"id": one})
    return kept
