"""Ids that a starter pack has renamed, followed in what the owner said."""

from __future__ import annotations

from playbook.draft.renames import renamed

TUTOR = {"people.roles": {"counter": "till"}}


def test_of_two_that_are_one_now_the_owners_words_stay(said_of):
    one = said_of(people={"roles": [{"id": "counter", "does": "Sells."}, {"id": "till"}]})
    other = said_of(people={"roles": [{"id": "counter"}, {"id": "till", "does": "Sells."}]})
    assert renamed(one, TUTOR) == renamed(other, TUTOR)
    assert renamed(one, TUTOR).get("people.roles") == [{"id": "till", "does": "Sells."}]


def test_two_the_owner_described_stay_two(said_of):
    roles = [{"id": "counter", "does": "Sells."}, {"id": "till", "does": "Counts."}]
    answers = said_of(people={"roles": roles, "responsible": "counter"})
    assert renamed(answers, TUTOR) == answers


def test_what_is_spoilt_by_hand_is_left_as_it_is(said_of):
    for spoilt in ("counter", ["counter"], [{"id": ["counter"]}], {"counter": "x"}):
        answers = said_of(people={"roles": spoilt})
        assert renamed(answers, TUTOR).get("people.roles") == spoilt


def test_what_was_left_for_later_inside_a_thing_follows_its_new_id(said_of):
    answers = said_of(interview={"skipped": ["story", "people.roles.counter.does"]})
    assert renamed(answers, TUTOR).skipped == ("story", "people.roles.till.does")
