"""The tree of a text: where each value stands, and what is not allowed in it."""

from __future__ import annotations

import pytest

from playbook.yamlfile import read_text
from playbook.yamlfile.nodes import Node, disguise, guarded_events, parse
from playbook.yamlfile.refusals import RefusedError


def tree(text: str) -> Node:
    root, refusals = parse(text)
    assert root is not None
    assert refusals == []
    return root


def problems_of(text: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.what) for problem in read_text(text, "f").problems]


def test_each_value_knows_the_characters_that_say_it() -> None:
    text = "a: b # why\nc:\n  - 'd'\n  - [e, f]\n"
    root = tree(text)
    assert [text[item.start : item.stop] for item in root.items] == ["b", "- 'd'\n  - [e, f]"]
    quoted, flow = root.items[1].items
    assert (text[quoted.start : quoted.stop], quoted.line, quoted.column) == ("'d'", 3, 4)
    assert (text[flow.start : flow.stop], flow.line, flow.column) == ("[e, f]", 4, 4)


def test_what_is_written_over_lines_is_told_from_what_stands_in_one() -> None:
    root = tree("a: b\nc:\n  d: e\nf: |\n  g\nh: {i: j}\nk: 'l'\n")
    assert root.in_block
    assert [item.in_block for item in root.items] == [False, True, True, False, False]


def test_steps_lead_to_the_items_of_a_mapping_and_of_a_list() -> None:
    root = tree("a: b\nc:\n  - d\n  - e\n")
    assert list(root.steps) == ["a", "c"]
    assert list(root.items[1].steps) == [0, 1]
    assert list(root.items[0].steps) == []


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("a: |\n  b\n\nc: d\n", "|\n  b"),
        ("a: |+\n  b\n\nc: d\n", "|+\n  b\n"),
        ("a: >-\n  b\n  c\n", ">-\n  b\n  c"),
    ],
)
def test_blank_lines_below_a_block_belong_to_it_only_where_they_are_text(
    text: str, block: str
) -> None:
    value = tree(text).items[0]
    assert text[value.start : value.stop] == block


def test_a_text_without_a_value_has_no_tree() -> None:
    assert parse("# only a note\n") == (None, [])


def test_old_line_ends_are_disguised_and_come_back() -> None:
    text = "one\x85two\u2028three\u2029\ue000"
    masked, back = disguise(text)
    assert not set(masked) & set("\x85\u2028\u2029")
    assert len(masked) == len(text)
    assert masked.translate(back) == text
    assert disguise("plain\n") == ("plain\n", {})


def test_reading_stops_before_there_are_too_many_parts() -> None:
    with pytest.raises(RefusedError, match="more lines than Playbook can read"):
        list(guarded_events("- a\n" * 210_000))


def test_a_second_document_is_refused_as_a_whole() -> None:
    with pytest.raises(RefusedError, match="second document") as caught:
        parse("a: b\n---\nc: d\n")
    assert caught.value.refusal.line == 3
    assert "---" in caught.value.refusal.mend


def test_words_behind_a_hash_are_known_as_lost_where_they_hardly_are_a_note() -> None:
    text = "a: #5 b\nc: d #e\nf: # 7\ng: # no\nh: i # 2\nj:\n- #k\n- 'l' #m\nn: #--\no: #\n"
    document = read_text(text)
    assert document.problems == ()
    assert document.lost == {("a",): "#5 b", ("c",): "#e", ("f",): "# 7", ("j", 0): "#k"}


def test_deep_nesting_is_refused_with_its_line() -> None:
    text = "\n".join(f"{'  ' * step}a:" for step in range(25))
    assert problems_of(text) == [(21, "The file is indented more than 20 levels deep.")]
