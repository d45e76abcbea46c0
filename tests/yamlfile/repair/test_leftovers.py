"""What no YAML parser gets past is cleared away first."""

from __future__ import annotations

import pytest

from playbook.yamlfile.refusals import MAX_REFUSALS
from playbook.yamlfile.repair.leftovers import clear


def cleared(*lines: str) -> tuple[list[str], list[int]]:
    """Return what is left of *lines*, and the lines that something was wrong with."""
    left = list(lines)
    return left, [refusal.line for refusal in clear(left)]


def test_clean_lines_stay_as_they_are() -> None:
    assert cleared("# note", "---", "a: b", "...", "# end") == (
        ["# note", "---", "a: b", "...", "# end"],
        [],
    )


def test_a_character_that_no_file_holds_is_taken_out_of_its_line() -> None:
    assert cleared("a: b", "c: d\x07e\ud800") == (["a: b", "c: de"], [2])


def test_the_first_side_of_a_conflict_is_kept_and_no_line_moves() -> None:
    assert cleared("<<<<<<< x", "b: 2", "=======", "b: 3", ">>>>>>> y", "c: 4") == (
        ["", "b: 2", "", "", "", "c: 4"],
        [1],
    )


def test_what_both_sides_came_from_is_left_out_too() -> None:
    conflict = ("<<<<<<< x", "b: 2", "||||||| base", "b: 1", "=======", "b: 3", ">>>>>>> y")
    assert cleared(*conflict) == (["", "b: 2", "", "", "", "", ""], [1])


def test_two_conflicts_are_two_problems() -> None:
    conflict = ("<<<<<<< x", "b: 2", "=======", "b: 3", ">>>>>>> y")
    assert cleared(*conflict, *conflict)[1] == [1, 6]


def test_a_mark_without_its_conflict_takes_nothing_with_it() -> None:
    assert cleared("a: b", "=======", "c: d") == (["a: b", "", "c: d"], [2])


@pytest.mark.parametrize(("mark", "name"), [("---", "hyphens"), ("...", "dots")])
def test_a_mark_between_documents_is_taken_away(mark: str, name: str) -> None:
    lines = ["a: b", mark, "c: d"]
    refusals = clear(lines)
    assert lines == ["a: b", "", "c: d"]
    assert [(refusal.line, refusal.what) for refusal in refusals] == [
        (2, f"A line of three {name} stands here.")
    ]


def test_no_more_problems_of_a_kind_are_told_than_anybody_reads() -> None:
    lines = ["a\x07"] * (MAX_REFUSALS + 10)
    assert len(clear(lines)) == MAX_REFUSALS
    assert set(lines) == {"a"}
