"""What is suggested with a thing in it, and goes when the thing goes."""

from __future__ import annotations

import pytest

from playbook.draft.item_list import ItemList
from playbook.draft.losses import in_short, losing


def roles(session):
    return ItemList(session.draft, ("people", "roles"), "role")


def test_suggestions_that_name_a_thing_are_named(session):
    assert losing(roles(session), "counter") == ("The greeting", "Paying", "Who is responsible")


def test_what_the_owner_said_themselves_is_not_lost(session_of):
    session = session_of(journey={"touchpoints": [{"id": "paying", "owner": "baker"}]})
    assert losing(roles(session), "counter") == ("Who is responsible",)


def test_a_thing_is_called_as_the_owner_calls_it(session_of):
    session = session_of(journey={"touchpoints": [{"id": "paying", "name": "At the till"}]})
    assert losing(roles(session), "counter") == ("At the till", "Who is responsible")


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
