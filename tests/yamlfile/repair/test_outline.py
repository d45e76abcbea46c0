"""How deep each line stands, and which lines hang together."""

from __future__ import annotations

from playbook.yamlfile.repair.outline import (
    Fix,
    block_end,
    first_below,
    first_like,
    indent,
    indents_around,
    line_above,
    parents,
    run_end,
    text_column,
)

LINES = ["a:", "  # note", "  b: c", "", "  - d: e", "    f: g", "h: i"]


def test_the_indent_is_counted_in_spaces_and_the_text_stands_behind_the_hyphens() -> None:
    assert [indent(line) for line in ("a", "  a", "  - a", " \ta")] == [0, 2, 2, 1]
    assert [text_column(line) for line in ("a", "  a", "  - a", "- - a")] == [0, 2, 4, 4]


def test_notes_and_blank_lines_say_nothing() -> None:
    assert line_above(LINES, 2) == 0
    assert line_above(LINES, 4) == 2
    assert first_below(LINES, 0) == 2
    assert first_below(LINES, 2) == 4


def test_without_a_line_that_says_something_it_is_the_first_or_the_line_itself() -> None:
    assert line_above(["# note", "a"], 1) == 0
    assert first_below(["a", "# note", ""], 0) == 0


def test_parents_are_the_lines_below_which_a_line_is_indented() -> None:
    assert parents(LINES, 5) == [0, 4]
    assert parents(LINES, 4) == [0]
    assert parents(LINES, 6) == []


def test_a_block_ends_at_the_next_line_as_deep_as_its_first_and_skips_blank_ones() -> None:
    assert block_end(LINES, 0) == 6
    assert block_end(LINES, 4) == 6
    assert block_end(LINES, 6) == 7


def test_a_run_ends_at_a_blank_line_or_at_one_less_deep() -> None:
    assert run_end(LINES, 1) == 3
    assert run_end(LINES, 4) == 6
    assert run_end(LINES, 6) == 7


def test_the_first_of_some_lines_is_found_in_the_order_they_are_asked_for() -> None:
    assert first_like("a", ["a", "b", "ab"], (2, 0), -1) == 2
    assert first_like("c", ["a", "b", "ab"], (2, 0), -1) == -1


def test_indents_around_come_closest_first_and_rare_ones_are_told() -> None:
    assert indents_around(["a:", "  b: c", "   d: e", "  f: g"], 2) == [(2, False), (0, False)]
    assert indents_around(["a:", "    b: c", "   d: e"], 2) == [(4, True), (0, False)]


def test_a_line_more_costs_as_much_as_the_least_likely_indent() -> None:
    assert Fix(0, ("a",), "", "", unlikely=10).cost == Fix(0, ("a", "b"), "", "").cost
