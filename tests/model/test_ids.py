from __future__ import annotations

from playbook.model.ids import WrongId, wrong_ids


def test_an_id_that_points_at_nothing_comes_with_those_it_could_mean():
    tree = {"people": {"roles": [{"id": "host", "name": "Host", "stand_in": "hots"}]}}
    [end] = wrong_ids(tree)
    assert (end.path, end.id) == (("people", "roles", 0, "stand_in"), "hots")
    assert (end.to, end.known) == ("people.roles", ("host",))


def test_an_id_that_points_at_something_is_no_loose_end():
    people = [{"id": "ana", "name": "Ana", "roles": ["host"]}]
    tree = {"people": {"roles": [{"id": "host", "name": "Host"}], "people": people}}
    assert list(wrong_ids(tree)) == []


def test_each_id_of_a_list_is_looked_up():
    people = [{"id": "ana", "name": "Ana", "roles": ["host", "cook"]}]
    tree = {"people": {"roles": [{"id": "host", "name": "Host"}], "people": people}}
    assert [end.path for end in wrong_ids(tree)] == [("people", "people", 0, "roles", 1)]


def test_an_id_that_stands_twice_is_found():
    roles = [{"id": "host", "name": "Host"}, {"id": "host", "name": "Other"}]
    tree = {"business": {"name": "T"}, "people": {"roles": roles}}
    assert list(wrong_ids(tree)) == [WrongId(("people", "roles", 1, "id"), "host")]


def test_two_lists_may_use_the_same_id():
    tree = {"people": {"roles": [{"id": "host"}], "people": [{"id": "host"}]}}
    assert list(wrong_ids(tree)) == []


def test_data_that_makes_no_sense_has_no_ids():
    for tree in ({"people": "none"}, {"people": {"roles": ["host"]}}, {"people": {"roles": None}}):
        assert list(wrong_ids(tree)) == []
