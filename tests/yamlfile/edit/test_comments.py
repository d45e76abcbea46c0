"""Entries put together again, each with the comments above it."""

from __future__ import annotations

from collections.abc import Sequence

from playbook.yamlfile.edit.comments import Piece, assemble


def pieces(*parts: tuple[str, str | None]) -> list[Piece]:
    """Return a piece for each entry: what stands above it, and what it says."""
    return [Piece.below(lead, body) for lead, body in parts]


def in_order(block: Sequence[Piece], *places: int) -> str:
    return assemble(block, [block[place] for place in places])


def test_what_stands_above_an_entry_is_parted_behind_its_last_comment() -> None:
    piece = Piece.below("\n\n# one\n  # two\n\n  ", "a: b")
    assert (piece.comments, piece.spacing) == ("\n\n# one\n  # two", "\n\n  ")


def test_without_a_comment_all_above_an_entry_is_spacing() -> None:
    piece = Piece.below("\n\n  ", "a: b")
    assert (piece.comments, piece.spacing) == ("", "\n\n  ")


def test_entries_in_their_old_order_say_what_they_said() -> None:
    block = pieces(("# top\n", "a: 1"), ("\n\n# b\n", "b: 2"), ("\n", "c: 3"))
    assert in_order(block, 0, 1, 2) == "# top\na: 1\n\n# b\nb: 2\nc: 3"


def test_a_comment_goes_where_its_entry_goes() -> None:
    block = pieces(("", "- a"), ("\n# b\n", "- b"), ("\n# c\n", "- c"))
    assert in_order(block, 0, 2, 1) == "- a\n# c\n- c\n# b\n- b"


def test_the_comment_of_an_entry_that_goes_stays_for_the_next_one() -> None:
    block = pieces(("", "a: 1"), ("\n# b", None), ("\n# c\n", "c: 3"))
    assert in_order(block, 0, 2) == "a: 1\n# b\n# c\nc: 3"


def test_the_comment_of_a_last_entry_that_goes_stays_at_the_end() -> None:
    block = pieces(("", "a: 1"), ("\n# b", None))
    assert in_order(block, 0) == "a: 1\n# b"


def test_the_only_comment_at_the_top_is_about_the_whole_block() -> None:
    block = pieces(("# all\n", "- a"), ("\n", "- b"))
    assert in_order(block, 1, 0) == "# all\n- b\n- a"


def test_a_new_entry_stands_among_the_old_ones() -> None:
    block = pieces(("", "a: 1"), ("\n", "c: 3"))
    new = Piece("", "\n", "b: 2")
    assert assemble(block, [block[0], new, block[1]]) == "a: 1\nb: 2\nc: 3"
