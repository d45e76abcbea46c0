"""Two versions of the answers are put together, and no change of one of them is lost."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.answers.answers import Answers
from playbook.answers.versions import merged


def test_merging_takes_both_sides_and_names_what_both_changed():
    base = Answers({"business": {"name": "A", "goal": "G"}, "people": {"roles": []}})
    mine = Answers({"business": {"name": "B"}, "people": {"roles": []}})
    theirs = Answers({"business": {"name": "C", "goal": "G", "story": "S"}})
    result, both = merged(base, mine, theirs)
    assert result.data == {"business": {"name": "B", "story": "S"}}
    assert both == ("business.name",)


def of(*things: Any, **more: Any) -> Answers:
    return Answers({"journey": {"touchpoints": [*things]}, **more})


DOOR = {"id": "door", "name": "The door"}
TILL = {"id": "till", "name": "The till"}
LAMP = {"id": "lamp", "name": "The lamp"}
BELL = {"id": "bell", "name": "The bell"}


def test_changes_to_two_things_of_a_list_do_not_meet():
    mine = of({**DOOR, "standard": "Open by seven."}, TILL)
    theirs = of(DOOR, {**TILL, "owner": "host"})
    result, both = merged(of(DOOR, TILL), mine, theirs)
    assert result == of({**DOOR, "standard": "Open by seven."}, {**TILL, "owner": "host"})
    assert both == ()


def test_changes_to_two_fields_of_one_thing_do_not_meet():
    result, both = merged(of(DOOR), of({**DOOR, "owner": "a"}), of({**DOOR, "standard": "s"}))
    assert result == of({**DOOR, "standard": "s", "owner": "a"})
    assert both == ()


def test_the_same_field_of_one_thing_is_named_by_its_id():
    mine, theirs = of({**DOOR, "owner": "a"}), of({**DOOR, "owner": "b"})
    result, both = merged(of(DOOR), mine, theirs)
    assert both == ("journey.touchpoints.door.owner",)
    assert (mine.get(both[0]), theirs.get(both[0])) == ("a", "b")
    assert result == mine
    assert merged(of(DOOR), mine, theirs, mine_first=False)[0] == theirs


@pytest.mark.parametrize("mine_first", [True, False])
def test_a_thing_that_one_took_out_and_the_other_changed_is_for_the_owner(mine_first):
    mine, theirs = of(TILL), of({**DOOR, "owner": "a"}, TILL)
    result, both = merged(of(DOOR, TILL), mine, theirs, mine_first=mine_first)
    assert both == ("journey.touchpoints.door",)
    assert result == (mine if mine_first else theirs)


def test_a_thing_that_one_took_out_and_the_other_left_alone_goes():
    result, both = merged(of(DOOR, TILL, LAMP), of(DOOR, LAMP), of(DOOR, TILL, LAMP, BELL))
    assert result == of(DOOR, LAMP, BELL)
    assert both == ()


def test_new_things_of_both_come_behind_what_they_followed():
    result, _ = merged(of(DOOR, TILL), of(DOOR, LAMP, TILL), of(DOOR, TILL, BELL))
    assert result == of(DOOR, LAMP, TILL, BELL)


@pytest.mark.parametrize("theirs", [of(DOOR, TILL, BELL), of(TILL, DOOR, BELL)])
def test_things_that_one_moved_stay_moved(theirs):
    result, _ = merged(of(DOOR, TILL), of(TILL, DOOR), theirs)
    assert result == of(TILL, DOOR, BELL)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ([{"wrong": "x"}], [{"wrong": "y"}]),
        ([DOOR, DOOR], [DOOR]),
        (["a"], ["b"]),
        ("text", [DOOR]),
        ([DOOR], {"name": "x"}),
    ],
)
def test_what_has_no_ids_is_one_answer(mine, theirs):
    result, both = merged(Answers(), Answers({"a": {"b": mine}}), Answers({"a": {"b": theirs}}))
    assert result.data == {"a": {"b": mine}}
    assert both == ("a.b",)


def test_what_the_interview_notes_for_itself_is_one_answer_each():
    mine = Answers().with_parked("a.b", "x").with_skipped("one", yes=True)
    theirs = Answers().with_parked("a.c", "y")
    result, both = merged(Answers(), mine, theirs)
    assert both == ("interview.parked",)
    assert result == mine


FIELDS = ("name", "owner", "standard")
things = st.dictionaries(st.sampled_from(FIELDS), st.sampled_from("abc"))
lists = st.dictionaries(st.sampled_from(["door", "till", "lamp", "bell"]), things)
groups = st.dictionaries(st.sampled_from(FIELDS), st.sampled_from("abc"))


@st.composite
def answers(draw: st.DrawFn) -> Answers:
    group, listed = draw(groups), draw(lists)
    order = draw(st.permutations(list(listed)))
    points = [{"id": name, **listed[name]} for name in order]
    data: dict[str, Any] = {"business": group, "journey": {"touchpoints": points}}
    return Answers(data if group else {"journey": data["journey"]})


def leaves(said: Answers) -> dict[tuple[str, ...], str]:
    """Return every single answer by its place, with the ids of things."""
    found = {("business", key): value for key, value in dict(said.get("business") or {}).items()}
    for thing in said.get("journey.touchpoints") or []:
        found |= {("touchpoints", thing["id"], key): value for key, value in thing.items()}
    return found


@given(answers(), answers(), answers(), st.booleans())
def test_nothing_that_only_one_changed_is_lost(base, mine, theirs, mine_first):
    before = copy.deepcopy((base, mine, theirs))
    result, both = merged(base, mine, theirs, mine_first=mine_first)
    was, here, there, now = map(leaves, (base, mine, theirs, result))
    for place in was | here | there:
        whole = ".".join(("journey", *place[:2]) if place[0] == "touchpoints" else place)
        if whole in both or f"{whole}.{place[-1]}" in both:
            continue
        mine_changed = here.get(place) != was.get(place)
        assert now.get(place) == (here if mine_changed else there).get(place)
    assert (base, mine, theirs) == before


@given(answers(), answers())
def test_a_version_and_an_unchanged_one_are_that_version(base, mine):
    assert merged(base, mine, base) == (mine, ())
    assert merged(base, base, mine) == (mine, ())
    assert merged(base, mine, mine) == (mine, ())
