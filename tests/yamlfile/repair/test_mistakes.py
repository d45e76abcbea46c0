"""The mistakes people make in what a line says, and how each is fixed."""

from __future__ import annotations

import pytest

from playbook.yamlfile.repair.mistakes import (
    colon_in_text,
    key_without_colon,
    loose_text,
    mistyped,
    no_colon,
    open_quote,
    unreadable,
)


@pytest.mark.parametrize(
    ("line", "fixed", "what"),
    [
        ('a: "b "c" d"', 'a: "b \\"c\\" d"', "inside the text"),
        ('a: "b" c', 'a: "\\"b\\" c"', "behind the closing"),
        ("-a", "- a", "hyphen needs a space"),
        ("a:b", "a: b", "colon needs a space"),
        ("a:[b", 'a: "[b"', "colon needs a space"),
        ("a:\u00a0b", "a: b", "special blank"),
        ("a: [b", "a: [b]", "bracket"),
        ("a: {b", "a: {b}", "bracket"),
        ("a: | b", "a: |", "line below the |"),
        ("- a: @b", '- a: "@b"', "starts with @"),
    ],
)
def test_a_sign_out_of_place_is_named_and_fixed(line: str, fixed: str, what: str) -> None:
    fix = next(iter(mistyped([line], 0)))
    assert fix.lines == (fixed,)
    assert what in fix.what
    assert fix.advice


@pytest.mark.parametrize("line", ["a: b", "- a", "see http://x.y", ""])
def test_a_line_without_a_sign_out_of_place_needs_no_fix(line: str) -> None:
    assert list(mistyped([line], 0)) == []


def test_a_colon_in_a_text_is_kept_in_quotation_marks_or_else_taken_out() -> None:
    assert [fix.lines[0] for fix in colon_in_text(["a: b: c"], 0)] == ['a: "b: c"', "a b c"]
    assert next(fix.lines[0] for fix in colon_in_text(["a: b:"], 0)) == 'a: "b:"'


def test_an_open_quotation_mark_is_closed_or_taken_away() -> None:
    assert [fix.lines[0] for fix in open_quote(["a: 'it"], 0)] == ['a: "it"', "a: it"]


@pytest.mark.parametrize(
    ("line", "fixed"),
    [("name Fig", "name: Fig"), ("name = Fig", "name: Fig"), ("name @x", 'name: "@x"')],
)
def test_a_first_word_becomes_a_key(line: str, fixed: str) -> None:
    (fix,) = no_colon([line], 0)
    assert fix.lines == (fixed,)
    assert line in fix.what


@pytest.mark.parametrize(
    "lines",
    [
        ["name y", "- name: x"],
        ["name = y"],
        ["can_keep yes"],
        ["roles", "  - id: x"],
    ],
)
def test_a_word_that_seems_to_be_a_key_gets_its_colon(lines: list[str]) -> None:
    (fix,) = key_without_colon(lines, 0)
    assert ":" in fix.lines[0]


@pytest.mark.parametrize("lines", [["just words", "a: b"], ["word"], ["  word", "a: b"]])
def test_other_words_get_none(lines: list[str]) -> None:
    assert list(key_without_colon(lines, 0)) == []


def test_text_at_the_margin_is_moved_below_its_key_up_to_the_next_entry() -> None:
    fixes = list(loose_text(["  a: b", "more", "and more", "- c"], 1))
    assert [fix.lines for fix in fixes] == [
        ("      more", "      and more"),
        ("    more", "    and more"),
    ]
    assert list(loose_text(["a: b"], 0)) == []


def test_what_cannot_be_read_is_left_out_alone_or_with_what_belongs_to_it() -> None:
    fixes = list(unreadable(["? :", "  x", "y: z"], 0))
    assert [fix.lines for fix in fixes] == [("",), ("", "")]


def test_a_long_line_is_shown_by_its_beginning() -> None:
    fix = next(iter(unreadable(["word " * 40], 0)))
    assert fix.what.endswith("…")
    assert len(fix.what) < 100
