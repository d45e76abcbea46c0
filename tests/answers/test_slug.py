"""Every name gets an id that files and addresses can bear."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.answers.slug import RESERVED, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Front desk", "front-desk"),
        ("  Crème brûlée & Söhne! ", "creme-brulee-and-sohne"),
        ("It's Kim’s", "its-kims"),
        ("50 % off", "50-percent-off"),
        ("Straße", "strasse"),
        ("会議", "touchpoint"),
        ("🙂", "touchpoint"),
        ("index", "index-touchpoint"),
        ("404", "404-touchpoint"),
        ("CON", "con-touchpoint"),
    ],
)
def test_names_become_ids(name, expected):
    assert slug(name, taken=(), thing="touchpoint") == expected


def test_the_same_name_twice_gives_two_ids():
    assert slug("Call", taken=("call", "call-2"), thing="t") == "call-3"


@given(st.text(), st.lists(st.text(alphabet="abc", min_size=1, max_size=2)))
def test_every_id_is_new_not_empty_and_valid(name, taken):
    made = slug(name, taken=taken, thing="thing")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert made not in taken
    assert made not in RESERVED
    assert len(made) <= 60
