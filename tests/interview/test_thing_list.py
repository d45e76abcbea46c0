"""A list is worked on by its lines, and says what stands in the way."""

from __future__ import annotations

import pytest

from playbook.interview.thing_list import ThingList, names_in, removal, taken_back
from playbook.parse.meaning import Unclear


@pytest.fixture
def roles(session):
    return ThingList.of(session.in_chapter(session.method.chapters[1]))


def names(session):
    return [entry.name for entry in session.things.entries() if entry.ticked]


def test_things_are_added_and_are_one_change(roles):
    after, added = roles.added("Cook\nHost")
    assert added == ["Cook", "Host"]
    assert names(after) == ["Owner", "Counter", "Baker", "Cook", "Host"]
    assert after.undone().answers == roles.session.answers


def test_a_name_that_is_taken_is_refused(roles):
    with pytest.raises(Unclear, match="“owner” is in the list already"):
        roles.added("owner")
    with pytest.raises(Unclear, match="“Baker” is in the list already"):
        roles.renamed(0, "Baker")


def test_a_thing_may_be_renamed_to_what_it_is_called(roles):
    assert names(roles.renamed(0, "OWNER"))[0] == "OWNER"


def test_renaming_ticks(roles):
    without = roles.session.with_list(roles.session.things.toggled("counter"))
    here = ThingList.of(without)
    assert here.ticked == [0, 2]
    assert here.unticked == [1]
    assert names(here.renamed(1, "Till")) == ["Owner", "Till", "Baker"]


def test_a_thing_moves_by_a_step_or_to_a_line(roles):
    assert names(roles.moved_by(2, -1)) == ["Owner", "Baker", "Counter"]
    assert names(roles.moved_by(0, -1)) == ["Owner", "Counter", "Baker"]
    assert names(roles.moved_to(2, 0)) == ["Baker", "Owner", "Counter"]


@pytest.mark.parametrize("verb", ["copy", "move", "confirm"])
def test_what_is_not_ticked_has_to_be_ticked_first(roles, verb):
    here = ThingList.of(roles.session.with_list(roles.session.things.toggled("baker")))
    does = {"copy": here.copied, "move": lambda at: here.moved_by(at, 1)}
    with pytest.raises(Unclear, match=f"Tick it first, then {verb} it"):
        does.get(verb, lambda at: here.confirmed([at]))(2)


def test_confirming_several_things_is_one_change(roles):
    after, confirmed = roles.confirmed([1, 0, 1])
    assert confirmed == ["Owner", "Counter"]
    assert after.answers.get("people.roles.counter.stand_in") == "owner"
    assert after.undone().answers == roles.session.answers


def test_describing_leads_into_the_thing(roles):
    inside = roles.described(1)
    assert inside.frame.title == "Counter"
    assert inside.left().question.id == "roles"


def test_what_is_taken_back_is_said(roles):
    before = roles.session.things
    without = before.toggled("owner")
    assert taken_back(without, before) == "Taken back: “Owner” is in the list again."
    assert taken_back(before, without) == "Taken back: “Owner” is no longer in the list."
    assert taken_back(before, before) == "The last change to the list is taken back."


def test_people_may_be_named_in_a_row():
    assert names_in("Joao, Lin and Petra Maria", "people.people") == ["Joao", "Lin", "Petra Maria"]
    assert names_in("Dr Kim Ann Lee of the practice, retired", "people.people") == [
        "Dr Kim Ann Lee of the practice, retired"
    ]
    assert names_in("Door and bookings", "people.roles") == ["Door and bookings"]


def test_taking_out_what_nothing_names_needs_no_decision(roles):
    things = roles.session.things
    going = removal(things, roles.entries[2])
    assert going.named_by == ()
    assert [entry.name for entry in going.others] == ["Owner", "Counter"]
    removed = going.done()
    assert removed.loses == ("The smell",)
    assert removed.heir == ""


def test_taking_out_what_answers_name_tells_which_and_what_can_be_done(session_of):
    session = session_of(people={"responsible": "baker"})
    here = ThingList.of(session.in_chapter(session.method.chapters[1]))
    going = removal(here.session.things, here.entries[2])
    assert going.named_by == (
        "the role with the main responsibility for how customers are treated",
    )
    assert [choice.value for choice in going.choices] == ["open", "other", "keep"]
    turned = going.done("counter").things.draft.answers
    assert turned.get("people.responsible") == "counter"
    assert going.done().things.draft.answers.get("people.responsible") is None


def test_the_only_role_that_is_left_takes_over(session_of):
    roles = [{"id": "owner", "name": "Owner"}, {"id": "counter", "name": "Counter"}]
    session = session_of(people={"roles": roles})
    here = ThingList.of(session.in_chapter(session.method.chapters[1]))
    removed = removal(here.session.things, here.entries[1]).done()
    assert removed.heir == "Owner"
    assert "The greeting" in removed.loses
