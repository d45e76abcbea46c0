"""A field is found by its path in the answers file."""

from __future__ import annotations

import pytest

from playbook.interview.address import address_of
from playbook.parse.meaning import Unclear


def test_a_field_in_no_list_is_filled_by_one_question(small_method):
    address = address_of("business.name", small_method)
    assert [one.id for one in address.questions] == ["name"]
    assert address.things == ()


def test_a_field_of_a_thing_is_reached_through_its_list(small_method):
    address = address_of("people.roles.baker.does", small_method)
    assert [one.fills for one in address.questions] == ["people.roles", "does"]
    assert address.things == ("baker",)


def test_a_part_of_a_contact_is_a_field_of_its_own(small_method):
    [question] = address_of("people.service_contact.phone", small_method).questions
    assert question.fills == "people.service_contact.phone"


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("busines.name", "Did you mean business.name?"),
        ("business.name.first", "No question fills such a field."),
        ("people.roles", "This is a whole list. Set a field of one in it: people.roles.<id>.name="),
        ("people.roles.baker", "No question fills such a field."),
    ],
)
def test_what_no_question_fills_alone_is_told(small_method, field, told):
    with pytest.raises(Unclear) as unclear:
        address_of(field, small_method)
    assert told in str(unclear.value)
