from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.language.phrase_files import plain_english
from playbook.pages.parts import (
    Address,
    Anchor,
    MailLink,
    PhoneLink,
    answer,
    mail_parts,
    phone_parts,
)
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
    "bad", ["+44 20", "1;ext=2", "javascript:1", "", "112;ext=", "٣٣٣", "112\n"]
)
def test_a_phone_link_is_digits_and_nothing_else(bad: str):
    assert PhoneLink("+442079460018;ext=12") == "tel:+442079460018;ext=12"
    with pytest.raises(ValueError, match="cannot be dialled"):
        PhoneLink(bad)


def test_a_mail_link_holds_no_mark_of_html_or_of_an_address():
    assert MailLink("a.b+c@d.example") == "mailto:a.b+c@d.example"
    assert MailLink("o'brien@d.example") == "mailto:o%27brien@d.example"
    assert MailLink("jörg@müller.example") == "mailto:j%C3%B6rg@m%C3%BCller.example"
    for bad in ("a@b", "a@b.example?cc=x", "a@b.example\n", ""):
        with pytest.raises(ValueError, match="no mail address"):
            MailLink(bad)


def shown(parts) -> str:
    return "".join(f"[{part.text.plain}]" if part.link else part.text.plain for part in parts)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("07700 900123", "[07700 900123]"),
        ("Bea, mobile 07700 900123, after six", "Bea, mobile [07700 900123], after six"),
        ("020 7946 0018 / 07700 900123", "[020 7946 0018] / [07700 900123]"),
        ("Room 917", "Room 917"),
    ],
)
def test_a_number_among_words_is_the_link(text: str, parts: str):
    assert shown(phone_parts(Words(text), "GB")) == parts


def test_a_line_break_between_two_numbers_stays():
    parts = phone_parts(Words("020 7946 0018\n07700 900123\n"), "GB")
    assert [part.text.__html__() for part in parts] == ["020 7946 0018", "<br>", "07700 900123"]


def test_each_mail_address_among_words_is_a_link():
    parts = mail_parts(Words("a@b.example or c@d.example"))
    assert shown(parts) == "[a@b.example] or [c@d.example]"


@given(st.text(st.sampled_from("0123456789+() .-/,\nx") | st.characters()))
def test_the_parts_of_a_text_are_the_text(text: str):
    words = Words(text)
    for parts in (phone_parts(words, "GB"), phone_parts(words, None), mail_parts(words)):
        assert "".join(part.text.plain for part in parts) == words.plain.strip("\n")


def test_names_are_joined_as_people_list_them():
    assert joined([Words("Ana")]) == "Ana"
    assert joined([Words("Ana"), Words("Bo"), Words("Cy")]) == "Ana, Bo and Cy"
    assert joined([]) is None


def test_a_date_is_written_out_whatever_the_computer_speaks(make_playbook):
    reviews = make_playbook("reviews:\n  next_review: 2027-02-05\n").reviews
    assert answer(reviews, "next_review", plain_english()).text == "5 February 2027"
