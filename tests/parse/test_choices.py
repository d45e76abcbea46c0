"""A text picks among options as people name them."""

from __future__ import annotations

import pytest

from playbook.parse.choices import Option, pick, pick_numbers
from playbook.parse.meaning import Unclear

OPTIONS = (
    Option("owner", "Owner"),
    Option("front-desk", "Front desk"),
    Option("front-end", "Front end"),
)


@pytest.mark.parametrize(
    ("text", "value"),
    [("2", "front-desk"), ("owner", "owner"), ("front d", "front-desk"), ("END", "front-end")],
)
def test_a_choice_is_named_by_number_name_or_its_beginning(text, value):
    assert pick(text, OPTIONS).value == value


def test_a_choice_that_could_be_two_is_asked_about():
    with pytest.raises(Unclear, match="Front desk or Front end"):
        pick("front", OPTIONS)


@pytest.mark.parametrize("text", ["yes", "Y", "Yes please"])
def test_yes_is_yes(text):
    assert pick(text, (Option("yes", "Yes, it does"), Option("no", "No"))).value == "yes"


def test_a_number_nobody_could_mean_is_asked_about():
    with pytest.raises(Unclear, match="from 1 to 3"):
        pick("9" * 5000, OPTIONS)


def test_numbers_and_ranges_are_picked():
    assert pick_numbers("1 3-5, 2", 6) == (0, 2, 3, 4, 1)
    assert pick_numbers("1, 2 and 4 & 5 – 6", 6) == (0, 1, 3, 4, 5)
    for wrong in ("0", "7", "5-3", "x", "and 3"):
        with pytest.raises(Unclear):
            pick_numbers(wrong, 6)
