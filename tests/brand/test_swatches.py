"""An owner sees their colours, and how well they read, before anything is built."""

from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from playbook.brand.swatches import swatch_page, swatches
from playbook.words import Words
from tests.brand.conftest import svg

WHITE_ON = "Text on them"


@pytest.mark.parametrize("colour", ["#1f4d45", "yellow", "#fff", "black", "hotpink", "#0a7"])
def test_everything_that_is_read_reads_well_whatever_the_colour(look_of, colour):
    found = [one for _, group in swatches(look_of(colour=colour)) for one in group]
    assert len(found) == 11
    assert all(one.reads_well for one in found), [one for one in found if not one.reads_well]


def test_areas_keep_the_colour_as_it_is(look_of):
    groups = dict(swatches(look_of(colour="gold")))
    [area] = groups["Areas in your colour"]
    assert (area.name, area.behind) == (WHITE_ON, "#ffd700")
    assert area.contrast > 7


def test_the_page_shows_both_schemes_and_fetches_nothing(look_of):
    page = swatch_page(look_of(colour="teal", tagline="Warm bread"), Words("Corner Café"))
    tree = LexborHTMLParser(page)
    assert len(tree.css("section")) == 2
    assert "Warm bread" in tree.css_first("section").text()
    assert "4.5 to 1, reads well" in page or "reads well" in page
    assert not re.search(r"https?://|url\(|<script|@import", page)


def test_a_hostile_name_shows_as_typed(look_of):
    typed = '</title><script>alert(1)</script><b>"&amp;'
    page = swatch_page(look_of(tagline=typed), Words(typed))
    tree = LexborHTMLParser(page)
    assert tree.css("script") == []
    assert tree.css_first("h1").text() == typed
    assert tree.css_first("title").text().startswith(typed)


def test_a_dark_logo_on_a_dark_colour_stands_on_white(logo):
    page = swatch_page(logo(svg(), "logo.svg"), Words("Corner Café"))
    assert LexborHTMLParser(page).css_first("header img") is not None
    assert re.search(r"header img \{[^}]*background: #fff;", page)
