"""How often a standard must be met is read from its own words, where they say so."""

from __future__ import annotations

import pytest

from playbook.parse.shares import share_in


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("9 of 10 calls are answered within four rings.", 90),
        ("Nine times out of ten the dog is ready on time.", 90),
        ("95 of 100 letters go out the same day.", 95),
        ("In 90 % of cases a person answers.", 90),
        ("In 90% of cases a person answers.", 90),
        ("Met in 85 percent of weeks", 85),
        ("19 in 20 parcels arrive whole.", 95),
        ("nine out of every ten guests", 90),
        ("10 of 10 doors are locked.", 100),
        ("Ninety-nine lamps, 9 of 10 lit, that is 90 %.", 90),
    ],
)
def test_a_share_that_is_named_is_found(text, share):
    assert share_in(text) == share


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Answered by a person within four rings.",
        "A photo within 2 hours, 7 days a week.",
        "Fewer than 1 of 20 bills is wrong.",
        "20 % off the next visit.",
        "9 of 10 calls by noon, 8 of 10 by ten.",
        "8 in 10 minutes.",
        "12 of 10 guests",
        "2 of 3 guests",
        "5 of 0 guests",
        "1.95 % of sales",
        "On 24 of December",
        "Half of ten guests",
    ],
)
def test_where_none_or_more_than_one_is_named_nothing_is_offered(text):
    assert share_in(text) is None
