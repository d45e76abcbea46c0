from __future__ import annotations

import io

import pytest
from PIL import Image

from playbook.brand.colours import WHITE, day
from playbook.brand.logo_file import picture
from tests.brand.conftest import svg, webp

BLANK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10" {}>{}</svg>'
PATH = "<path d='M0 0h9v9z' {}/>"
PALE = PATH.format("fill='#fff'")


def is_seen(content: bytes) -> bool:
    return picture(content, "logo").is_seen


def painted(colour: str, kind: str, mode: str = "RGBA") -> bytes:
    image = Image.new(mode, (20, 10), (0, 0, 0, 0) if mode == "RGBA" else "white")
    image.paste(colour, (5, 2, 12, 8))
    file = io.BytesIO()
    image.save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_white_picture_on_clear_ground_is_not_seen_and_any_other_is(kind):
    assert not is_seen(painted("white", kind))
    assert not is_seen(painted("#fffde0", kind))
    assert is_seen(painted("#f2c300", kind))
    assert is_seen(painted("black", kind))


def test_a_picture_without_clear_ground_is_looked_at_too():
    assert not is_seen(painted("white", "JPEG", "RGB"))
    assert is_seen(painted("navy", "JPEG", "RGB"))


@pytest.mark.parametrize(
    ("kind", "mode"), [("JPEG", "CMYK"), ("PNG", "I;16"), ("PNG", "P"), ("PNG", "1")]
)
def test_a_dark_picture_is_seen_however_its_colours_are_kept(kind, mode):
    dark = {"CMYK": (0, 0, 0, 255), "I;16": 9_000}.get(mode, 0)
    file = io.BytesIO()
    Image.new(mode, (4, 4), dark).save(file, kind)
    assert is_seen(file.getvalue())


def test_a_broken_picture_is_not_seen():
    assert not is_seen(webp(300, 200))


@pytest.mark.parametrize(
    ("attributes", "inside"),
    [
        ("", PALE),
        ("", PATH.format("style='fill:rgb(254,255,254);stroke:none'")),
        ("fill='white'", f"<g>{PATH.format('')}</g>"),
        ("fill='none'", PATH.format("stroke='#fffffe'")),
        ("", "<style>.a,.b{fill:#fff}</style>" + PATH.format("class='b'")),
        ("", "<style>#a{fill:#fff}</style>" + PATH.format("id='a'")),
        ("", "<style>path{fill:white !important}</style>" + PATH.format("")),
        ("color='#fff'", PATH.format("fill='currentColor'")),
        ("", PATH.format("fill='#0000'")),
        ("", PATH.format("fill='hsla(0,0%,0%,.05)'")),
        ("", f"<clipPath id='c'><rect width='9' height='9'/></clipPath>{PALE}"),
        ("", f"<mask id='m'><rect fill='#000' width='9' height='9'/></mask>{PALE}"),
        ("", "<defs><path id='p' d='M0 0h9v9z'/></defs><use href='#p' fill='#fff'/>"),
        ("", "<linearGradient id='g'><stop stop-color='#fff'/></linearGradient>" + PATH.format("fill='url(#g)'")),
        ("", f"<g display='none'>{PATH.format('')}</g>{PALE}"),
        ("", f"<g style='opacity: 0'>{PATH.format('')}</g>"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_drawing_in_white_alone_is_not_seen(attributes, inside):
    assert not is_seen(BLANK.format(attributes, inside).encode())


@pytest.mark.parametrize(
    ("attributes", "inside"),
    [
        ("", PATH.format("")),
        ("", PALE + PATH.format("")),
        ("", PALE + PATH.format("fill='#f2c300'")),
        ("fill='none'", PATH.format("stroke='red'")),
        ("", PATH.format("fill='currentColor'")),
        ("", "<style>.a{fill:#fff}.c{fill:#00c}</style>" + PATH.format("class='c'")),
        ("", "<style>.a{stroke:#fff}</style>" + PATH.format("class='a'")),
        ("", "<linearGradient id='g'><stop style='stop-color:#ddd'/></linearGradient>" + PATH.format("fill='url(#g)'")),
        ("", "<filter id='f'><feDropShadow/></filter>" + PATH.format("fill='#fff' filter='url(#f)'")),
        ("", "<text>Corner</text>"),
        ("", "<style>.a{fill:var(--main)}</style>" + PATH.format("class='a'")),
        ("", PATH.format("fill='color-mix(in srgb, red, white)'")),
        ("", f"<defs><pattern id='p'>{PATH.format('')}</pattern></defs>" + PATH.format("fill='url(#p)'")),
        ("", "<defs><path id='a' d='M0 0h9v9z'/></defs><use href='#a'/>"),
    ],
)  # fmt: skip
def test_a_drawing_with_a_colour_or_with_black_unsaid_is_seen(attributes, inside):
    assert is_seen(BLANK.format(attributes, inside).encode())


@pytest.mark.parametrize("colour", ["#1f5c66", "#f2c300", "#000000", "#ff00ff"])
def test_the_ground_of_a_logo_is_white_whatever_the_brand(colour):
    assert day(colour, colour).card == WHITE


def test_a_picture_inside_a_drawing_is_looked_at():
    for colour, seen in (("white", False), ("navy", True)):
        code = picture(painted(colour, "PNG"), "logo").data_address
        assert is_seen(BLANK.format("", f"<image href='{code}'/>").encode()) is seen


def test_a_sheet_made_to_waste_time_takes_none():
    assert is_seen(svg(f"<style>{'a' * 240_000}</style>"))
