"""What is written anew where something changed, and how much care that takes."""

from __future__ import annotations

from typing import Any

import pytest

from playbook.yamlfile import read_text
from playbook.yamlfile.edit.rewriter import edit, remember


def test_a_text_that_was_remembered_is_edited_as_one_that_was_read() -> None:
    text = "a: b # why\nc: d\n"
    wanted: dict[str, Any] = {"a": "x", "c": "d"}
    expected = edit(text, wanted)
    remember(text, {"a": "b", "c": "d"})
    assert edit(text, wanted) == expected == "a: x # why\nc: d\n"


def test_a_text_is_never_edited_by_what_was_remembered_of_it_wrongly() -> None:
    text = "a: b\nc: d\n"
    remember(text, {"a": "something else"})
    assert read_text(edit(text, {"a": "x"})).data == {"a": "x"}


def test_half_a_character_is_written_as_one_that_a_file_can_hold() -> None:
    changed = edit("a: b\n", {"a": "x\ud800", "\udfff": "y"})
    assert read_text(changed).data == {"a": "x\ufffd", "\ufffd": "y"}


def test_a_new_block_never_swallows_the_note_below_it() -> None:
    text = "a:\n  b: c\n      # far note\nd: e\n"
    changed = edit(text, {"a": {"b": "one\ntwo\n"}, "d": "e"})
    assert read_text(changed).data == {"a": {"b": "one\ntwo\n"}, "d": "e"}
    assert "# far note" in changed


@pytest.mark.parametrize(
    ("text", "data", "changed"),
    [
        ("- a\n", {"a": "b"}, "a: b\n"),
        ("a word\n", {"a": "b"}, "a: b\n"),
        ("a: {b: c}\n", {"a": {"b": "d"}}, "a:\n  b: d\n"),
        ("a:\n  - - x\n    - y\n", {"a": [["x", "z"]]}, "a:\n  - - x\n    - z\n"),
    ],
)
def test_what_cannot_be_changed_in_place_is_written_anew(
    text: str, data: dict[str, Any], changed: str
) -> None:
    assert edit(text, data) == changed


def test_a_list_in_brackets_that_grows_long_gets_a_line_for_each_item() -> None:
    words = [f"touchpoint-{number}" for number in range(12)]
    lines = edit("a: [x]\nb: c\n", {"a": words, "b": "c"}).split("\n")
    assert lines == ["a:", *(f"  - {word}" for word in words), "b: c", ""]


def test_a_note_between_a_key_and_its_value_stays_beside_the_new_one() -> None:
    assert edit("a: # why\n  b\n", {"a": "one"}) == "a: one # why\n"
    assert edit("a:\n  # why\n  b\n", {"a": "one"}) == "a: one # why\n"
    assert edit("a: # why\n  # more\n  - x\n", {"a": "one"}) == "a: one # why # more\n"
    assert edit("a: # why\n  b # more\n", {"a": ["x"]}) == "a: # why # more\n  - x\n"
    assert edit("a: # why \t\r\n  [x]\r\n", {"a": ["y"]}) == "a: [y] # why\r\n"


def test_a_key_behind_a_question_mark_stays_as_it_is() -> None:
    text = "? a\n: b # why\n# about c\nc: d\n"
    assert edit(text, {"a": "x", "c": "y"}) == "? a\n: x # why\n# about c\nc: y\n"
