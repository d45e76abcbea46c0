"""Reading YAML as text, with a line for everything and every problem at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.yamlfile import Document, read, read_bytes, read_text

FRAGMENTS = [
    "\t", "- ", ": ", ":", "'", '"', "#", " #", "&a ", "*a", "!b ", "|", ">", "{", "}", "[", "]", ",",
    "\n---\n", "\n...\n", "<<: ", "\n", "\n\n", "  ", "? ", "%", "@", "`", "\u2028", "\x85", "\x00",
    "\ufeff", "\ud800", "\n=======\n", "\n<<<<<<< a\n", "\n>>>>>>> b\n", "|+\n", "\r", "\r\n", "key", "text",
]  # fmt: skip


def test_every_scalar_is_the_text_that_was_typed() -> None:
    text = "a: no\nb: 12:30\nc: 010\nd: 2027-03-31\ne: null\nf: ~\ng: 1_000\nh: 0x1F\ni: .inf\n"
    assert read_text(text).data == {
        "a": "no", "b": "12:30", "c": "010", "d": "2027-03-31", "e": "null", "f": "~",
        "g": "1_000", "h": "0x1F", "i": ".inf",
    }  # fmt: skip


def test_an_empty_value_is_nothing_and_empty_quotes_are_empty_text() -> None:
    assert read_text("a:\nb: ''\nc: []\nd: {}\n").data == {"a": None, "b": "", "c": [], "d": {}}


def test_an_empty_file_says_nothing_and_is_no_problem() -> None:
    for text in ("", "\n\n", "# only a note\n", "---\n", "\ufeff"):
        document = read_text(text)
        assert document.data is None
        assert document.problems == ()


def test_each_value_knows_its_line() -> None:
    document = read_text("# note\na:\n  - id: x\n    name: y\n\n  - id: z\nb: c\n")
    assert document.line(("a",)) == 2
    assert document.line(("a", 0, "id")) == 3
    assert document.line(("a", 0, "name")) == 4
    assert document.line(("a", 1)) == 6
    assert document.line(("a", 1, "missing")) == 6
    assert document.line(("b",)) == 7


def test_line_ends_of_windows_and_of_old_macs_count_as_lines() -> None:
    for end in ("\n", "\r\n", "\r"):
        document = read_text(f"a: b{end}c: d{end}e: f{end}")
        assert document.data == {"a": "b", "c": "d", "e": "f"}
        assert document.line(("e",)) == 3


def test_a_line_end_of_old_yaml_is_a_character_of_the_text() -> None:
    for character in "\x85\u2028\u2029":
        document = read_text(f"a: b{character}c: d\ne: f{character}g\n")
        assert document.problems != ()
        document = read_text(f"a: b{character}c\ne: f\n")
        assert document.data == {"a": f"b{character}c", "e": "f"}
        assert document.line(("e",)) == 2


def test_a_byte_order_mark_is_read_over() -> None:
    assert read_bytes(b"\xef\xbb\xbfa: b\n", "f").data == {"a": "b"}


def test_a_file_cut_off_with_zeros_names_the_line() -> None:
    document = read_bytes(b"a: b\nc: d\n" + b"\x00" * 3, "f")
    assert document.data == {"a": "b", "c": "d"}
    assert [problem.line for problem in document.problems] == [3]


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        read(tmp_path / "missing.yml")


def test_a_document_without_lines_answers_for_line_one() -> None:
    assert Document("f").line(("a", "b")) == 1


BOMBS = {
    "brackets": "[" * 500_000,
    "braces": "{a: " * 300_000,
    "hyphens": "- " * 500_000,
    "steps": "\n".join("  " * step + "a:" for step in range(900)),
    "questions": "? " * 500_000,
    "colons": "a: " * 300_000,
    "quotes": '"' * 500_001,
    "quotes beside a slip": "e:\na: " + '"' * 500_001,
    "anchors": "- &a\n" * 40_000,
    "aliases": "- *a\n" * 40_000,
    "tags": "- !a b\n" * 40_000,
    "laughs": "a: &a [x, x]\n"
    + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    "merges": "a: &a {b: c}\n" + "".join(f"k{n}:\n  <<: *a\n" for n in range(5_000)),
    "itself": "&a [*a]",
    "documents": "---\n" * 100_000,
    "dots": "...\n" * 100_000,
    "conflicts": "=======\n" * 150_000,
    "tabs": "\t" * 1_000_000,
    "slips": "a b\nc: d: e\n" * 80_000,
    "open quotes": "a: 'b\n" * 150_000,
    "spaces": "a" + " " * 1_000_000 + "b: c: d",
    "controls": "a\x01\n" * 80_000,
    "items": "- a\n" * 210_000,
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused(bomb: str) -> None:
    document = read_bytes(BOMBS[bomb].encode(), "f")
    assert document.problems
    assert len(document.problems) <= 160


@given(st.text())
def test_any_text_is_read_without_an_exception(text: str) -> None:
    assert isinstance(read_text(text, "f"), Document)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join))
def test_any_heap_of_yaml_signs_is_read_without_an_exception(text: str) -> None:
    document = read_text(text, "f")
    last = text.count("\n") + text.count("\r") + 1
    assert all(1 <= problem.line <= last for problem in document.problems)


@given(st.binary())
def test_any_bytes_are_read_without_an_exception(raw: bytes) -> None:
    assert isinstance(read_bytes(raw, "f"), Document)
