"""Things of the pack that came into a list without the owner's seeing them."""

from __future__ import annotations

import pytest

from playbook.draft.unseen import has_unseen, is_unseen, over_another, refreshed

POINTS = ("journey", "touchpoints")


def ids(things):
    return [one["id"] for one in things]


@pytest.mark.parametrize(
    ("thing", "unseen"),
    [({"id": "a"}, True), ({"id": "a", "name": "A"}, False), ({"name": "A"}, False), ("a", False)],
)
def test_a_thing_is_unseen_that_is_only_an_id(thing, unseen):
    assert is_unseen(thing) is unseen
    assert has_unseen([{"id": "b", "name": "B"}, thing]) is unseen
    assert not has_unseen("text")


def test_another_pack_brings_its_things_in_place_of_those_nobody_saw(session_of):
    session = session_of(
        people={"roles": [{"id": "owner"}, {"id": "baker"}, {"id": "own", "name": "Own"}]},
        journey={"touchpoints": [{"id": "x", "name": "X", "owner": "baker"}]},
    )
    over = over_another(session.draft, session.packs["generic"])
    assert over.pack.id == "generic"
    assert over.said(("people", "roles")) == [
        {"id": "owner"},
        {"id": "baker", "name": "Baker"},  # an answer names it, so it keeps its name
        {"id": "own", "name": "Own"},
    ]


def test_a_newer_pack_adds_and_takes_away_what_nobody_saw(session_of):
    touchpoints = [{"id": "smell"}, {"id": "gone"}, {"id": "own", "name": "Own"}]
    draft = session_of(journey={"touchpoints": touchpoints}).draft
    now = refreshed(draft, {"journey.touchpoints": ["smell", "gone", "greeting"]})
    assert ids(now.said(POINTS)) == ["smell", "paying", "own"]
