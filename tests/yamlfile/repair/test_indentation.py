"""What is wrong in front of a line: its blanks, its indent, its hyphen."""

from __future__ import annotations

import pytest

from playbook.yamlfile.repair.indentation import no_hyphen, odd_blanks, wrong_indent


@pytest.mark.parametrize(("blank", "name"), [("\t", "tab"), ("\u00a0", "special blank")])
def test_a_blank_that_is_no_space_is_named_and_replaced(blank: str, name: str) -> None:
    fixes = list(odd_blanks(["a:", f"{blank}b: c", "d: e"], 1))
    assert fixes[0].lines == ("  b: c",)
    assert {fix.what for fix in fixes} == {f"A {name} stands where spaces are needed."}


def test_lines_with_odd_blanks_below_each_other_are_mended_together() -> None:
    fixes = list(odd_blanks(["a:", "\tb: c", "-\td: e", "f: g"], 1))
    assert fixes[0].lines == ("  b: c", "-  d: e")
    assert "up to line 3" in fixes[0].what


def test_a_tab_is_as_wide_as_it_was_in_the_editor_of_the_line_above() -> None:
    fixes = list(odd_blanks(["a:", "    b: c", "\td: e", "\t\tf: g"][:3], 2))
    assert [fix.lines for fix in fixes] == [("    d: e",)]


@pytest.mark.parametrize("line", ["a: b", "  - a", "a:\tb", "--\ta", ""])
def test_a_line_without_odd_blanks_in_front_is_left_alone(line: str) -> None:
    assert list(odd_blanks([line], 0)) == []


def test_a_line_is_moved_to_the_indents_in_use_around_it_the_closest_first() -> None:
    fixes = list(wrong_indent(["a:", "  b: c", "   d: e", "  f: g"], 2))
    assert [(fix.lines, fix.unlikely) for fix in fixes] == [(("  d: e",), 1), (("d: e",), 3)]


def test_what_belongs_to_a_line_is_moved_along_with_it() -> None:
    fixes = list(wrong_indent(["a:", "  b: c", "   d:", "     e: f", "  g: h"], 2))
    assert ("  d:", "    e: f") in [fix.lines for fix in fixes]


def test_an_item_without_its_hyphen_gets_one() -> None:
    fixes = list(no_hyphen(["a:", "  - id: x", "    id: y"], 2))
    assert [fix.lines for fix in fixes] == [("    - id: y",), ("  - id: y",)]


@pytest.mark.parametrize("line", ["just text", "- id: x", "# a note"])
def test_only_an_entry_can_lack_a_hyphen(line: str) -> None:
    assert list(no_hyphen([line], 0)) == []


def test_text_is_not_moved_as_an_entry() -> None:
    assert list(wrong_indent(["a:", "   just text"], 1)) == []
