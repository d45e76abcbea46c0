from __future__ import annotations

import re

import pytest

from playbook.brand.colours import contrast, day
from playbook.brand.style_sheet import area_variables, scheme_variables


def test_only_hex_colours_reach_the_style_sheet(look_of):
    css = look_of(colour="rebeccapurple").files["assets/brand.css"].decode()
    assert "#663399" in css
    assert "rebeccapurple" not in css


@pytest.mark.parametrize(("colour", "shade"), [("#1f4d45", "rgb(0 0 0"), ("#ffd700", "rgb(255 2")])
def test_a_shade_on_the_brands_colour_moves_away_from_its_text(colour, shade):
    variables = area_variables(colour)
    assert variables["--pb-brand"] == colour
    assert variables["--pb-shade"].startswith(shade)
    assert contrast(variables["--pb-on-brand"], colour) >= 4.5


def test_every_colour_of_a_scheme_has_a_variable_and_the_sheet_one_for_day_and_night(look_of):
    names = set(scheme_variables(day("#1f4d45", "#1f4d45")))
    assert {"--pb-page", "--pb-quiet", "--pb-link", "--pb-on-link"} <= names
    css = look_of(colour="#1f4d45").files["assets/brand.css"].decode()
    found = re.findall(r"(--[a-z-]+): #", css)
    assert all(found.count(name) == 2 for name in names)
