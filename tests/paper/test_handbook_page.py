"""How a page becomes a part of the handbook."""

from __future__ import annotations

import pytest

from playbook.paper.handbook_page import connect, place_of
from tests.paper.conftest import carried, shown

pytest.importorskip("tinyhtml5", exc_type=ImportError)


def test_a_page_without_a_heading_gets_its_title():
    told = shown("<p>words</p>")
    assert ">Who does what</h1>" in told
    assert 'id="people"' in told


def test_links_lead_to_places_that_are_there_and_others_become_text():
    one = carried(
        '<h1>T</h1><a href="role-cook.html#help">a</a><a href="role-cook.html#gone">b</a>'
        '<a href="nowhere.html">c</a><a href="#here">d</a><a href="journey-map.svg">e</a>'
        '<a href="javascript:x">f</a><a href="https://fig.example/">g</a><p id="here">h</p>'
    )
    other = carried('<h1 id="welcome">Cook</h1><h2 id="help">Help</h2>', address="role-cook.md")
    connect([one, other])
    targets = [(link.text, link.get("href")) for link in one.body.iter("a")]
    assert targets == [
        ("a", "#role-cook.help"),
        ("b", "#role-cook"),
        ("d", "#people.here"),
        ("g", "https://fig.example/"),
    ]
    ids = [each.get("id") for each in other.body.iter() if each.get("id")]
    assert ids == ["role-cook", "role-cook.welcome", "role-cook.help"]


def test_places_in_the_handbook_are_unique_for_each_page():
    assert place_of("people.html#help") == "people.help"
    assert place_of("people.md") == "people"
