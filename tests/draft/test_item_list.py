"""Lists of things: tick, add, copy, move, take out, bring back."""

from __future__ import annotations

import pytest

from playbook.draft.item_list import ItemList, in_short, losing
from playbook.interview.thing_list import ThingList


@pytest.fixture
def roles(session):
    return session.in_chapter(session.method.chapters[1]).things


@pytest.fixture
def touchpoints(session):
    return session.in_chapter(session.method.chapters[2]).things


def shown(things):
    return [(entry.name, entry.ticked) for entry in things.entries()]


def test_r7_a_list_nobody_touched_shows_the_packs_things_ticked(roles):
    assert shown(roles) == [("Owner", True), ("Counter", True), ("Baker", True)]
    assert all(entry.suggested for entry in roles.entries())


def test_r7_ticking_writes_id_name_and_stage_and_nothing_more(touchpoints):
    chosen = touchpoints.selected()
    assert chosen.draft.answers.get("journey.touchpoints")[0] == {
        "id": "smell", "name": "The smell", "stage": "awareness"
    }  # fmt: skip


def test_r7_unticking_keeps_the_order_and_ticking_again_restores_it(roles):
    without = roles.toggled("counter")
    assert shown(without) == [("Owner", True), ("Counter", False), ("Baker", True)]
    again = without.toggled("counter")
    assert [role["id"] for role in again.owned] == ["owner", "counter", "baker"]


def test_taking_one_thing_out_confirms_no_other(roles):
    without = roles.toggled("counter")
    assert without.owned == [{"id": "owner"}, {"id": "baker"}]
    assert shown(without) == [("Owner", True), ("Counter", False), ("Baker", True)]
    assert [entry.suggested for entry in without.entries()] == [True, True, True]
    accepted = without.selected().owned
    assert accepted == [{"id": "owner", "name": "Owner"}, {"id": "baker", "name": "Baker"}]


def test_adding_copying_moving_or_renaming_one_confirms_no_other(roles):
    unseen = [{"id": "owner"}, {"id": "counter"}, {"id": "baker"}]
    assert roles.added("Driver").owned == [*unseen, {"id": "driver", "name": "Driver"}]
    assert roles.moved(2, 0).owned == [unseen[2], unseen[0], unseen[1]]
    copied = roles.copied(0).owned
    assert [one for one in copied if one["id"] != "owner-copy"] == unseen
    renamed = roles.opened().renamed(1, "Till").owned
    assert renamed == [unseen[0], {"id": "counter", "name": "Till"}, unseen[2]]


def test_r7_unticking_everything_is_an_answer_too(roles):
    none = roles.toggled("owner").toggled("counter").toggled("baker")
    assert none.draft.answers.get("people.roles") == []
    assert shown(none) == [("Owner", False), ("Counter", False), ("Baker", False)]


def test_r7_things_can_be_added_copied_and_moved(roles):
    things = roles.added("Head baker")
    assert things.owned[-1] == {"id": "head-baker", "name": "Head baker"}
    things = things.copied(1)
    assert things.owned[2] == {
        "id": "counter-copy", "name": "Counter (copy)", "does": "Serves.", "stand_in": "owner"
    }  # fmt: skip
    things = things.moved(2, 0)
    assert [role["id"] for role in things.owned] == [
        "counter-copy",
        "owner",
        "counter",
        "baker",
        "head-baker",
    ]


def test_adding_a_name_the_pack_has_ticks_the_packs_thing(roles):
    things = roles.toggled("baker").added("baker")
    assert [role["id"] for role in things.owned] == ["owner", "counter", "baker"]


def test_two_things_with_one_name_get_two_ids(roles):
    things = roles.added("会議").added("Ωmega!").added("会議室")
    assert [role["id"] for role in things.owned[3:]] == ["role", "mega", "role-2"]


def test_r26_what_was_said_about_a_thing_comes_back_with_it(session):
    here = session.in_chapter(session.method.chapters[1])
    here = here.with_list(here.things.selected()).in_thing(1, at=1).answered("Smiles first").left()
    without = here.things.toggled("counter")
    assert without.draft.answers.parked["people.roles.counter"]["does"] == "Smiles first"
    again = without.toggled("counter")
    assert again.owned[1]["does"] == "Smiles first"
    assert again.draft.answers.parked == {}


def test_r26_an_own_thing_that_was_removed_can_be_ticked_back(roles):
    things = roles.added("Head baker").removed(3)
    assert ("Head baker", False) in shown(things)
    assert things.toggled("head-baker").owned[3]["name"] == "Head baker"


def test_things_without_ids_are_told_apart_by_what_they_say(session):
    here = session.in_chapter(session.method.chapters[2])
    here = here.with_list(here.things.selected()).in_thing(0, at=5)
    things = here.things.toggled("No bread left")
    assert things.owned == []
    assert shown(things) == [("No bread left", False)]
    assert things.toggled("No bread left").owned == [
        {"wrong": "No bread left", "put_right": "Offer to keep one."}
    ]


def test_everything_suggested_about_a_thing_can_be_confirmed_at_once(session):
    here = session.in_chapter(session.method.chapters[2])
    here = ThingList.of(here.with_list(here.things.selected())).confirmed([0])[0]
    assert here.answers.get("journey.touchpoints")[0] == {
        "id": "smell",
        "name": "The smell",
        "stage": "awareness",
        "owner": "baker",
        "standard": "The door is open by 7:00.",
        "recovery": [{"wrong": "No bread left", "put_right": "Offer to keep one."}],
    }
    assert "owner" not in here.answers.get("journey.touchpoints")[1]


def test_confirming_leaves_what_the_owner_said_and_what_points_nowhere(session):
    roles = session.in_chapter(session.method.chapters[1])
    without = roles.with_list(roles.things.toggled("baker"))
    here = without.in_chapter(session.method.chapters[2])
    here = here.with_list(here.things.selected()).in_thing(0, at=3).answered("By 6:30").left()
    here = ThingList.of(here).confirmed([0])[0]
    smell = here.answers.get("journey.touchpoints")[0]
    assert smell["standard"] == "By 6:30"
    assert "owner" not in smell


def roles_of(session):
    return ItemList(session.draft, ("people", "roles"), "role")


def test_suggestions_that_name_a_thing_are_named(session):
    assert losing(roles_of(session), "counter") == ("The greeting", "Paying", "Who is responsible")


def test_what_the_owner_said_themselves_is_not_lost(session_of):
    session = session_of(journey={"touchpoints": [{"id": "paying", "owner": "baker"}]})
    assert losing(roles_of(session), "counter") == ("Who is responsible",)


def test_a_thing_is_called_as_the_owner_calls_it(session_of):
    session = session_of(journey={"touchpoints": [{"id": "paying", "name": "At the till"}]})
    assert losing(roles_of(session), "counter") == ("At the till", "Who is responsible")


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("A",), "“A”"),
        (("A", "B"), "“A” and “B”"),
        (("A", "B", "C"), "“A”, “B” and “C”"),
        (("A", "B", "C", "D", "E"), "“A”, “B”, “C” and 2 more"),
    ],
)
def test_many_names_are_told_in_short(names, told):
    assert in_short(names) == told
