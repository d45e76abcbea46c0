"""The sign in a browser's tab is the first letter of the name."""

from __future__ import annotations

import pytest

from playbook.brand.favicon import favicon
from playbook.words import Words


@pytest.mark.parametrize(
    ("name", "sign"),
    [("corner", ">C<"), ("élan", ">É<"), ("7 seas", ">7<"), ("ßen", ">SS<"), ("愛", ">愛<")],
)
def test_the_favicon_shows_the_first_letter(name, sign):
    assert sign in favicon(Words(name), "#123456")


@pytest.mark.parametrize("name", ["<script>", "'s", "& Sons", "\u202ea", "🍞 Bread", " "])
def test_a_name_without_a_first_letter_gets_a_ring(name):
    drawn = favicon(Words(name), "#123456")
    assert "<circle" in drawn
    assert "<text" not in drawn
