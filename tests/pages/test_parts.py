from __future__ import annotations

import pytest

from playbook.pages.parts import Address, Anchor, answer, mail_link, phone_link
from playbook.words import Words, joined


@pytest.mark.parametrize("bad", ["../x.md", "a b.md", "x.html", "javascript:1", "x.md#a b", "X.md"])
def test_an_address_is_nothing_but_a_file_name(bad: str):
    with pytest.raises(ValueError, match="address of a page"):
        Address(bad)


def test_an_anchor_is_a_plain_word():
    assert Anchor("promise-a") == "promise-a"
    with pytest.raises(ValueError, match="anchor"):
        Anchor("a b")


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("+44 (0)1632 960-001", "tel:+4401632960001"),
        ("Ask for Bob", None),
        ("javascript:1", None),
        ("1\n2", None),
    ],
)
def test_only_a_phone_number_becomes_a_phone_link(text: str, link: str | None):
    assert phone_link(text) == link


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("a.b@c.example", "mailto:a.b@c.example"),
        ("a@b", None),
        ("a@b.example?cc=x", None),
        ("a@b.example\n", "mailto:a@b.example"),
    ],
)
def test_only_a_mail_address_becomes_a_mail_link(text: str, link: str | None):
    assert mail_link(text) == link


def test_names_are_joined_as_people_list_them():
    assert joined([Words("Ana")]) == "Ana"
    assert joined([Words("Ana"), Words("Bo"), Words("Cy")]) == "Ana, Bo and Cy"
    assert joined([]) is None


def test_a_date_is_written_out_whatever_the_computer_speaks(make_playbook):
    reviews = make_playbook("reviews:\n  next_review: 2027-02-05\n").reviews
    assert answer(reviews, "next_review").text == "5 February 2027"
