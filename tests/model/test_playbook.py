"""The look-ups between the parts of a playbook."""

from __future__ import annotations

import pytest

TEXT = """
business:
  name: The Fig
  channels:
    - {id: phone, name: The phone}
promise:
  promises:
    - {id: seen, name: You are seen}
journey:
  stages:
    - {id: arrive, name: Arriving}
  touchpoints:
    - {id: door, name: The door, stage: arrive, owner: host}
    - {id: garden, name: The garden}
people:
  roles:
    - {id: host, name: Host}
  people:
    - {id: ana, name: Ana, roles: [host]}
scorecard:
  measures:
    - {id: smiles, name: Smiles}
"""


@pytest.fixture(name="playbook")
def _playbook(make_playbook):
    return make_playbook(TEXT)


@pytest.mark.parametrize(
    ("look_up", "item_id"),
    [
        ("role", "host"),
        ("measure", "smiles"),
        ("promise_of", "seen"),
        ("stage", "arrive"),
        ("touchpoint", "garden"),
        ("channel", "phone"),
    ],
)
def test_a_thing_is_found_by_its_id(playbook, look_up, item_id):
    assert getattr(playbook, look_up)(item_id).id == item_id
    assert getattr(playbook, look_up)("nowhere") is None
    assert getattr(playbook, look_up)(None) is None


def test_touchpoints_are_found_by_their_stage_and_outside_every_stage(playbook):
    assert [point.id for point in playbook.touchpoints_in("arrive")] == ["door"]
    assert [point.id for point in playbook.touchpoints_in(None)] == ["garden"]


def test_a_role_has_touchpoints_and_holders(playbook):
    assert [point.id for point in playbook.touchpoints_of("host")] == ["door"]
    assert [person.name for person in playbook.holders("host")] == ["Ana"]
    assert playbook.holders(None) == ()
