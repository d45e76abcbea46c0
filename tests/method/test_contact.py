"""A question for a contact, taken apart."""

from __future__ import annotations

from playbook.method.contact import PARTS, part_of, spread


def test_a_contact_is_taken_apart_into_its_parts(small_method):
    contact = small_method.question("contact")
    parts = spread([contact])
    assert [part_of(one) for one in parts] == list(PARTS)
    assert spread(parts) == parts
    assert parts[2].label == "Service contact: email"
    assert part_of(contact) == ""
