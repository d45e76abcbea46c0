"""What YAML allows and a playbook does not."""

from __future__ import annotations

import pytest

from playbook.yamlfile import read_text
from playbook.yamlfile.nodes import parse
from playbook.yamlfile.refusals import MAX_REFUSALS


def problems_of(text: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.what) for problem in read_text(text, "f").problems]


def test_a_key_written_twice_is_refused_with_both_lines() -> None:
    document = read_text("a: 1\nb: 2\nb: 3\n")
    assert [problem.line for problem in document.problems] == [3]
    assert "line 2" in document.problems[0].what
    assert document.data == {"a": "1", "b": "2"}


def test_a_repeated_item_without_its_hyphen_is_one_problem() -> None:
    document = read_text("a:\n  - id: x\n    name: X\n    id: y\n    name: Y\n")
    assert [problem.line for problem in document.problems] == [4]
    assert "hyphen" in document.problems[0].mend


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: &x b\n", 1),
        ("a: b\nc: *x\n", 2),
        ("a: b\nc: !!python/object:os.system ls\n", 2),
        ("a: !x b\n", 1),
        ("a: {b: c}\nd:\n  <<: {e: f}\n", 3),
        ("[a]: b\n", 1),
        ("? {a: b}\n: c\n", 1),
    ],
)
def test_anchors_aliases_tags_merges_and_odd_keys_are_refused(text: str, line: int) -> None:
    assert [number for number, _ in problems_of(text)] == [line]


def test_a_quoted_merge_sign_is_a_key_like_any_other() -> None:
    assert read_text("'<<': a\nb: <<\n").data == {"<<": "a", "b": "<<"}


def test_text_that_a_hash_would_swallow_is_reported() -> None:
    assert problems_of("colour: #0a7f5c\nname: We are #1 in town\nid: x # 2 of them\n") == [
        (1, "All behind # counts as a note, so this text is lost."),
        (2, "All behind # counts as a note, so this text is lost."),
    ]


def test_text_that_a_block_sign_would_swallow_is_reported() -> None:
    assert [line for line, _ in problems_of("a: >9\nb: c\n")] == [1]
    assert problems_of("a: |\nb: c\n") == []


def test_a_file_full_of_slips_is_told_up_to_a_number_that_can_be_read() -> None:
    _, refusals = parse("".join(f"a{n}: &x b\n" for n in range(80)))
    assert len(refusals) == MAX_REFUSALS
