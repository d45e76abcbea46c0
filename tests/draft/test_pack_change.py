"""A draft over another starter pack, or over a newer version of the same one."""

from __future__ import annotations

from playbook.draft.pack_change import over_another, refreshed

POINTS = ("journey", "touchpoints")


def ids(things):
    return [one["id"] for one in things]


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
