"""Naming a place in plain data, reading what is there, and changing it."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.model.paths import (
    find,
    general,
    get,
    ids_in,
    path_to,
    position_among,
    position_of,
    put,
    thing_with,
    things_in,
)
from playbook.model.playbook import label_field, lists_of_things, model_fields, refers_to

TREE: dict[str, Any] = {
    "business": {"name": "Morgenrot"},
    "people": {"roles": [{"id": "owner", "name": "Owner"}, {"id": "desk"}]},
}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("business", "name"), "Morgenrot"),
        (("people", "roles", 0, "name"), "Owner"),
        (("people", "roles", "owner", "name"), "Owner"),
        (("people", "roles", 7), None),
        (("people", "roles", -1), None),
        (("people", "roles", "nobody", "name"), None),
        (("business", "name", "first"), None),
        (("business", 0), None),
        ((), TREE),
    ],
)
def test_a_value_is_found_by_position_or_by_id(path, value):
    assert get(TREE, path) == value


def test_a_path_has_any_depth():
    path = ("journey", "touchpoints", "door", "recovery", "late", "steps", "one", "who", "name")
    assert get(put({}, path, "Ann"), path) == "Ann"
    deep = put(put({}, ("a", "b"), [{"id": "x"}]), ("a", "b", "x", "c", "d", "e"), "1")
    assert deep == {"a": {"b": [{"id": "x", "c": {"d": {"e": "1"}}}]}}


def test_a_change_is_a_copy_that_shares_what_it_does_not_touch():
    before = copy.deepcopy(TREE)
    changed = put(TREE, ("people", "roles", 1, "name"), "Desk")
    assert before == TREE
    assert changed["business"] is TREE["business"]
    assert get(changed, ("people", "roles", "desk", "name")) == "Desk"


def test_an_id_that_a_list_does_not_have_adds_a_thing():
    changed = put(TREE, ("people", "roles", "cook", "name"), "Cook")
    assert ids_in(changed["people"]["roles"]) == ["owner", "desk", "cook"]
    with pytest.raises(KeyError):
        put(TREE, ("people", "roles", 2, "name"), "Cook")


def test_nothing_takes_away_and_empties_what_is_around_but_no_thing():
    assert put(TREE, ("business", "name"), None) == {"people": TREE["people"]}
    tree = {"list": [{"name": "A"}, {"name": "B"}]}
    assert put(tree, ("list", 0, "name"), None) == {"list": [{}, {"name": "B"}]}
    assert put(tree, ("list", 0), None) == {"list": [{"name": "B"}]}
    assert put({"list": []}, ("other",), None) == {"list": []}


def test_a_path_through_a_text_is_a_mistake():
    with pytest.raises(ValueError, match="is a text"):
        put(TREE, ("business", "name", "first"), "x")


def test_every_value_at_a_general_form_is_found_with_its_path():
    tree = {"a": [{"b": 1}, {}, {"b": 2}]}
    assert list(find(tree, "a[].b")) == [(("a", 0, "b"), 1), (("a", 2, "b"), 2)]
    assert list(find(tree, "a[]"))[1] == (("a", 1), {})
    assert list(find({"a": "text"}, "a[].b")) == []
    assert list(find({"a": "text"}, "a.b")) == []


def test_a_path_has_a_general_form_by_which_the_model_knows_its_field():
    path = ("journey", "touchpoints", 2, "recovery", 0, "wrong")
    assert general(path) == "journey.touchpoints[].recovery[].wrong"
    assert model_fields()[general(path)].required
    assert refers_to(("journey", "touchpoints", 2, "promises")) == "promise.promises"
    assert refers_to(("journey", "nothing")) == ""
    assert path_to("recovery", ("journey", 2)) == ("journey", 2, "recovery")


def test_only_things_count_in_a_list():
    assert things_in(["x", None, {"id": "a"}]) == [{"id": "a"}]
    assert things_in("text") == []
    assert thing_with([{"name": "without id"}], None) is None
    assert position_of(["x", {"id": "a"}], "a") == 1


def test_lists_and_their_names_come_from_the_model():
    assert "people.roles" in lists_of_things()
    assert "journey.touchpoints[].recovery" not in lists_of_things()
    assert label_field("people.roles") == "name"
    assert label_field("customers.segments[].questions") == "question"


def test_a_thing_belongs_behind_those_that_precede_it():
    assert position_among(["a", "d"], "c", ["a", "b", "c", "d"]) == 1
    assert position_among(["d"], "c", ["a", "b", "c", "d"]) == 0


NAMES = st.sampled_from(["a", "b", "c"])
TREES = st.recursive(
    st.text(min_size=1, max_size=3),
    lambda inner: st.one_of(
        st.dictionaries(NAMES, inner, min_size=1, max_size=3),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=12,
)


def leaves(tree: Any, path: tuple[Any, ...] = ()) -> dict[tuple[Any, ...], Any]:
    if isinstance(tree, dict):
        steps = tree.items()
    elif isinstance(tree, list):
        steps = enumerate(tree)
    else:
        return {path: tree}
    return {
        place: leaf for step, inner in steps for place, leaf in leaves(inner, (*path, step)).items()
    }


@given(st.dictionaries(NAMES, TREES, min_size=1, max_size=3), st.data())
def test_what_is_put_is_got_and_nothing_else_changes(tree, data):
    before = leaves(tree)
    path = data.draw(st.sampled_from(sorted(before, key=repr)))
    changed = put(tree, path, "new")
    assert get(changed, path) == "new"
    assert leaves(changed) == {**before, path: "new"}
    assert leaves(tree) == before
