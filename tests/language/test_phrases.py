from __future__ import annotations

import pytest

from playbook.language.phrases import Phrase, layer, read_phrases, worded
from playbook.yamlfile import read_text

BASE = {
    "greeting": Phrase({"other": "Hello {name}"}),
    "steps": Phrase({"one": "{count} step", "other": "{count} steps"}),
}


def told(text: str) -> list[str]:
    return [str(problem) for problem in read_phrases(read_text(text, "phrases.yml"))[1]]


def told_of_layer(text: str) -> list[str]:
    return [str(problem) for problem in layer(read_text(text, "mine.yml"), BASE)[1]]


def test_a_phrase_is_a_text_or_a_text_with_a_note_and_its_room():
    text = "a: One\nb:\n  text: Two {who}\n  note: Above the list.\n  most: 40\n"
    known, problems = read_phrases(read_text(text, "phrases.yml"))
    assert problems == []
    assert known["a"] == Phrase({"other": "One"})
    assert known["b"] == Phrase({"other": "Two {who}"}, "Above the list.", "40")
    assert known["b"].slots == {"who"}


def test_a_phrase_that_counts_has_a_text_for_each_kind_of_number():
    known, _ = read_phrases(read_text("a:\n  one: one more\n  other: '{count} more'\n", "p"))
    assert known["a"].texts == {"one": "one more", "other": "{count} more"}


def test_the_word_for_customers_is_no_slot_that_somebody_has_to_fill():
    known, _ = read_phrases(read_text("a: '{Customers} and {a customer}, {customer''s} {x}'", "p"))
    assert known["a"].slots == {"x"}


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        ("a:", "must be a text"),
        ("a: [b]", "must be a text"),
        ("a: <b>Bold</b>", "must be plain text, without HTML"),
        ("a: So <!-- it is -->", "must be plain text, without HTML"),
        ("a: '- a list'", "must begin with a word"),
        ("a: '1. first'", "must begin with a word"),
        ("a: '# heading'", "must begin with a word"),
        ("a: ' room'", "must begin with a word"),
        ("a: 'a { b'", "has a brace { or } that stands alone"),
        ("a: {text: b, colour: red}", "holds “colour”, which is not known here"),
        ("a: {one: b}", "needs a line text: or, where it counts something, a line other:"),
        ("a: {text: b, other: c}", "needs a line text: or, where it counts something"),
        ("a: {other: <i>c}", "must be plain text, without HTML"),
    ],
)
def test_what_is_no_phrase_is_told_with_its_line(entry, wrong):
    [problem] = told(f"fine: Yes\n{entry}\n")
    assert problem.startswith(f"phrases.yml, line 2: “a” {wrong}")


def test_phrases_must_stand_in_lines():
    assert told("- a\n- b\n") == [
        "phrases.yml, line 1: Phrases must be lines such as measures.title: Our numbers"
    ]
    assert told("") == []


def test_a_layer_says_what_it_knows_otherwise():
    found, problems = layer(read_text("greeting: Welcome, {name}\n", "mine.yml"), BASE)
    assert problems == []
    assert found == {"greeting": {"other": "Welcome, {name}"}}


def test_an_unknown_phrase_is_told_with_the_nearest():
    assert told_of_layer("greting: Hello\n") == [
        "mine.yml, line 1: “greting” is not the name of a phrase.\n    Did you mean “greeting”?"
    ]
    [problem] = told_of_layer("zzz: Hello\n")
    assert "docs/phrases.md" in problem


def test_a_slot_that_nothing_fills_is_told_with_those_there_are():
    assert told_of_layer("greeting: Hello {nmae}\n") == [
        "mine.yml, line 1: “greeting” has nothing to put in the place of {nmae}.\n"
        "    It may hold {name}."
    ]


def test_a_phrase_may_leave_a_slot_out_and_hold_the_word_for_customers():
    assert told_of_layer("greeting: Hello, {customer}\n") == []


def test_a_layer_may_stand_inside_a_file():
    text = "wording:\n  phrases:\n    greeting: Hi\n    odd: Ho\n"
    found, problems = layer(read_text(text, "pack.yml"), BASE, ("wording", "phrases"))
    assert found["greeting"] == {"other": "Hi"}
    assert [problem.line for problem in problems] == [4]
    assert layer(read_text("a: b\n", "pack.yml"), BASE, ("wording", "phrases")) == ({}, [])


def test_entries_that_are_known_to_be_right_make_a_layer():
    entries = {"a": "One", "b": {"one": "x", "other": "y"}}
    assert worded(entries) == {"a": {"other": "One"}, "b": {"one": "x", "other": "y"}}
