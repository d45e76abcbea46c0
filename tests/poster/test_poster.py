"""The poster carries the logo inside itself, so that it can be handed to a printer alone."""

from __future__ import annotations

import base64
import re

from playbook.app.demo import copy_example
from playbook.app.folder import open_folder
from playbook.pages.catalogue import build_pages
from playbook.pages.journey_map import MapPage
from playbook.poster.poster import poster


def drawn(tmp_path, name: str, *, with_logo: bool = True) -> tuple[str, bytes]:
    """Return the poster of an example, and its logo."""
    reading = open_folder(copy_example(name, tmp_path))
    pages = build_pages(reading.playbook, reading.method)
    page = next(page for page in pages if isinstance(page, MapPage))
    logo = reading.look.logo_picture()
    assert logo is not None
    business = reading.playbook.business.name
    made = poster(page, business, reading.look.colour, logo if with_logo else None)
    assert made is not None
    return made.decode(), logo.content


def test_the_poster_holds_the_very_picture_and_names_no_file(tmp_path):
    for name, kind in (("cafe", "svg+xml"), ("plumbing", "png")):
        drawing, logo = drawn(tmp_path, name)
        found = re.search(
            rf'<image [^>]*href="data:image/{re.escape(kind)};base64,([^"]+)"', drawing
        )
        assert found
        assert base64.b64decode(found[1]) == logo
        assert set(re.findall(r'href="(\w+):', drawing)) == {"data"}


def test_the_name_stands_beside_the_logo_and_not_below_it(tmp_path):
    drawing, _ = drawn(tmp_path, "plumbing")
    plate = re.search(r'<rect x="10" y="[\d.]+" rx="1.5"[^>]* width="([\d.]+)"', drawing)
    name = re.search(r'<text x="([\d.]+)" y="12.8"', drawing)
    assert plate
    assert name
    assert float(name[1]) > 10 + float(plate[1])


def test_a_poster_without_a_logo_begins_with_the_name(tmp_path):
    drawing, _ = drawn(tmp_path, "cafe", with_logo=False)
    assert "<image" not in drawing
    assert '<text x="10" y="12.8"' in drawing
