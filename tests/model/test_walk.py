from __future__ import annotations

from playbook.model.playbook import Playbook
from playbook.model.walk import at, loose_ends, references, repeated_ids


def test_references_are_found_at_any_depth(make_playbook):
    playbook = make_playbook(
        "people:\n  roles:\n    - id: host\n      name: Host\n"
        "  people:\n    - id: ana\n      name: Ana\n      roles: [host]\n"
    )
    found = [(reference.path, reference.to, reference.id) for reference in references(playbook)]
    assert found == [(("people", "people", 0, "roles", 0), "people.roles", "host")]


def test_a_value_is_looked_up_by_its_path(make_playbook):
    assert at(make_playbook(), "business.name") == "Test"


def test_an_id_that_points_at_nothing_comes_with_those_it_could_mean():
    playbook = Playbook.model_validate(
        {
            "business": {"name": "Test"},
            "people": {"roles": [{"id": "host", "name": "Host", "stand_in": "hots"}]},
        }
    )
    [end] = loose_ends(playbook)
    assert (end.reference.path, end.known) == (("people", "roles", 0, "stand_in"), ("host",))


def test_an_id_that_stands_twice_is_found():
    roles = [{"id": "host", "name": "Host"}, {"id": "host", "name": "Other"}]
    playbook = Playbook.model_validate({"business": {"name": "T"}, "people": {"roles": roles}})
    assert list(repeated_ids(playbook)) == [(("people", "roles", 1, "id"), "host")]
