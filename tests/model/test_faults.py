"""What pydantic refuses is said in plain words."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from playbook.model.faults import must_be
from playbook.model.playbook import Playbook


def refused(business=None, **sections):
    data = {"business": business or {"name": "A"}, **sections}
    with pytest.raises(ValidationError) as caught:
        Playbook.model_validate(data)
    return [must_be(details) for details in caught.value.errors()]


def test_a_text_in_the_place_of_keys_is_told_as_such():
    assert refused(people="Ana") == ["must be keys with values, indented below it"]


def test_a_text_in_the_place_of_a_list_is_told_as_such():
    [told] = refused(people={"roles": "host"})
    assert told.startswith("must be a list: one item a line")
    [told] = refused(people={"roles": {"id": "host"}})
    assert told.startswith("must be a list: one item a line")


def test_a_choice_names_what_can_be_chosen():
    measure = {"id": "a", "name": "A", "better": "up"}
    assert refused(scorecard={"measures": [measure]}) == ["must be 'higher' or 'lower'"]


def test_a_rule_of_the_model_speaks_for_itself():
    assert refused({"name": " "}) == ["must not be empty"]
    [told] = refused(people={"roles": [{"id": "Front Desk", "name": "A"}]})
    assert told.startswith("must be lower-case letters")
