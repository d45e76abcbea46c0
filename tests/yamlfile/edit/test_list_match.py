"""Which items of a new list are which items of the old one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.yamlfile import Plain
from playbook.yamlfile.edit.list_match import match

ITEMS = st.lists(st.sampled_from(["a", "b", None, {"id": "x"}, {"id": "y", "n": "1"}, {"n": "1"}]))


@pytest.mark.parametrize(
    ("old", "new", "matched"),
    [
        (["a", "b", "a"], ["x", "a", "a"], [None, 0, 2]),
        (["a", "b"], ["b", "a"], [1, 0]),
        (["a"], ["a", "a"], [0, None]),
        (["a", "b"], ["a", "c"], [0, 1]),
        ([], ["a"], [None]),
        (["a"], [], []),
    ],
)
def test_texts_continue_their_like_or_else_what_stood_at_their_place(
    old: list[Plain], new: list[Plain], matched: list[int | None]
) -> None:
    assert match(old, new) == matched


def test_a_changed_thing_is_known_by_its_id_wherever_it_stands() -> None:
    old: list[Plain] = [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]
    assert match(old, [{"id": "b", "name": "C"}, {"id": "a", "name": "D"}]) == [1, 0]


def test_a_thing_with_a_new_id_is_new() -> None:
    assert match([{"id": "a"}], [{"id": "b"}]) == [None]


def test_a_changed_thing_without_an_id_is_the_one_at_its_place() -> None:
    assert match([{"n": "1"}, {"n": "2"}], [{"n": "1"}, {"n": "3"}]) == [0, 1]
    assert match([{"id": None}], [{"id": ["no", "text"]}]) == [0]


@given(ITEMS, ITEMS)
def test_no_old_item_is_continued_twice(old: list[Plain], new: list[Plain]) -> None:
    found = [index for index in match(old, new) if index is not None]
    assert len(found) == len(set(found))
    assert set(found) <= set(range(len(old)))


@given(ITEMS)
def test_a_list_continues_itself(items: list[Plain]) -> None:
    assert match(items, items) == list(range(len(items)))
