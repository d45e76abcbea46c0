from __future__ import annotations

import base64
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

import pytest

from playbook.brand.svg_pictures import OTHER_KIND, held_apart
from playbook.brand.svg_reader import RefusedError
from tests.brand.conftest import jpg, png, webp

PNG = base64.b64encode(png()).decode()


def drawing(*addresses: str, tag: str = "image") -> Element:
    root = Element("svg")
    for address in addresses:
        SubElement(root, tag, {"href": address})
    return root


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        (f"data:image/png;base64,{PNG}", "png"),
        (f"DATA:image/png;charset=utf-8;BASE64,{PNG}", "png"),
        (f"data:image/jpeg;base64,{PNG}", "png"),
        (f"data:;base64,{PNG[:20]}\n {PNG[20:].rstrip('=')}", "png"),
        (f"data:image/png,{quote(png())}", "png"),
        (f"data:image/jpg;base64,{base64.b64encode(jpg(3, 3)).decode()}", "jpeg"),
        (f"data:image/webp;base64,{base64.b64encode(webp(3, 3)).decode()}", "webp"),
    ],
)
def test_a_picture_is_known_by_its_bytes_and_put_back_under_its_own_kind(address, kind):
    root, lost = drawing(address), set()
    [embedded] = held_apart(root, lost)
    assert root[0].get("href") == "#held"
    embedded.put_back()
    assert root[0].get("href").startswith(f"data:image/{kind};base64,")
    assert lost == set()


@pytest.mark.parametrize(
    "address",
    [
        "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
        "data:image/png;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "data:text/html,<script>alert(1)</script>",
        "data:image/png;base64,%%%",
        "data:",
    ],
)
def test_anything_else_goes_and_is_told(address):
    root, lost = drawing(address), set()
    assert held_apart(root, lost) == ()
    assert root[0].attrib == {}
    assert lost == {OTHER_KIND}


@pytest.mark.parametrize("sizes", [[(5_000, 10)], [(4_096, 3_000)] * 2, [(0, 5)]])
def test_pictures_that_are_too_large_are_refused(sizes):
    codes = [base64.b64encode(png(*size)).decode() for size in sizes]
    with pytest.raises(RefusedError, match="4096 by 4096"):
        held_apart(drawing(*(f"data:image/png;base64,{code}" for code in codes)), set())


def test_a_picture_that_nothing_shows_is_left_to_others():
    root = drawing(f"data:image/png;base64,{PNG}", tag="use")
    assert held_apart(root, set()) == ()
