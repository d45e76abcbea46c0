"""Text is measured by the columns it takes, and never steers a terminal."""

from __future__ import annotations

import pytest

from playbook.text_width import columns, shortened, showable, wrapped


@pytest.mark.parametrize(
    ("text", "width"), [("fig", 3), ("無花果", 6), ("Cafe\u0301", 4), ("", 0), ("a\u200db", 2)]
)
def test_wide_letters_take_two_columns_and_accents_none(text: str, width: int):
    assert columns(text) == width


def test_what_could_steer_a_terminal_is_shown_as_a_mark():
    assert showable("a\x1b[31mb\u202ec\td") == "a\ufffd[31mb\ufffdc d"


def test_a_text_is_wrapped_between_words_with_a_hanging_margin():
    lines = list(wrapped("one two three four", 14, indent=4, first="1. "))
    assert lines == ["1.  one two", "    three four"]


def test_a_word_that_is_too_long_is_cut():
    assert list(wrapped("a" * 25, 10)) == ["a" * 10, "a" * 10, "a" * 5]


def test_paragraphs_stay_apart():
    assert list(wrapped("one\n\ntwo", 20)) == ["one", "", "two"]


@pytest.mark.parametrize(
    ("text", "told"),
    [("short", "short"), ("two  words\nmore", "two wor…"), ("無花果の木", "無花果…")],
)
def test_a_text_is_shortened_to_one_line(text: str, told: str):
    assert shortened(text, 8) == told
    assert columns(told) <= 8
