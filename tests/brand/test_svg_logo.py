from __future__ import annotations

import pytest

from playbook.errors import BrandError
from tests.brand.conftest import svg


@pytest.mark.parametrize(
    ("content", "address", "size"),
    [
        (svg(), "logo.svg", (24, 12)),
        (svg(attributes='width="50" height="40px"'), "logo.svg", (50, 40)),
        (svg(attributes='width="100%"'), "logo.svg", (100, 100)),
    ],
)
def test_a_logo_is_known_by_its_content_and_measured(logo, content, address, size):
    look = logo(content, "anything.dat")
    assert look.logo.address == f"assets/brand/{address}"
    assert (look.logo.width, look.logo.height) == size
    assert look.files[look.logo.address]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<g onload='alert(1)'/>",
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><iframe src='x'/></body></foreignObject>",
        "<image href='https://tracker.example/x.png'/>",
        "<a href='javascript:alert(1)'><text>x</text></a>",
        "<style>@import url(https://tracker.example/x.css);</style>",
        "<rect fill='url(https://tracker.example/x)'/>",
    ],
)
def test_whatever_acts_or_loads_is_cleaned_out_of_an_svg(logo, inside):
    cleaned = logo(svg(inside)).files["assets/brand/logo.svg"].decode()
    dangers = ("script", "onload", "foreignObject", "iframe", "@import", "url(http", 'href="http')
    for danger in dangers:
        assert danger not in cleaned
    assert "#123456" in cleaned


ENTITIES = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (svg("&b;", ENTITIES), "entities"),
        (svg("", "<!DOCTYPE svg [<!ELEMENT svg ANY>]>"), "entities"),
        (svg("<g>" * 200 + "</g>" * 200), "nested"),
        (svg("<g/>" * 3000), "parts"),
        (svg("<use href='#a'/>" * 100), "repeats"),
        (svg("<!--" + "x" * 300_000 + "-->"), "larger"),
        (svg("<g>"), "well-formed"),
        (svg("<a><animate attributeName='href' to='javascript:alert(1)'/></a>"), "moves"),
        (b"<?xml version='1.0'?><html/>", "not an SVG"),
        (b"\xef\xbb\xbf<svg \xff/>", "UTF-8"),
    ],
)
def test_a_logo_that_cannot_be_shown_is_refused_with_its_name_and_the_reason(logo, content, reason):
    with pytest.raises(BrandError) as caught:
        logo(content)
    assert "brand/logo.png" in str(caught.value)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)
