from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.brand.colours import contrast, day, night, text_on

some_colour = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def test_contrast_follows_the_published_formula():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#ffffff", "#767676") == contrast("#767676", "#ffffff")


@given(some_colour)
def test_text_on_any_brand_colour_can_be_read(colour):
    assert contrast(text_on(colour), colour) >= 4.5


@given(some_colour, some_colour)
def test_all_text_can_be_read_by_day_and_by_night_whatever_the_brand(primary, accent):
    for scheme in (day(primary, accent), night(primary, accent)):
        for text in (scheme.text, scheme.quiet, scheme.link, scheme.accent):
            for background in (scheme.page, scheme.card, scheme.tint):
                assert contrast(text, background) >= 4.5, (scheme, text, background)


def test_a_readable_colour_is_used_as_it_is():
    assert day("#1f5c66", "#1f5c66").link == "#1f5c66"
