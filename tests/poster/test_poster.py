"""What the poster shows; it carries the logo inside itself, to be handed to a printer alone."""

from __future__ import annotations

import base64
import functools
import re
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from playbook.app.demo import copy_example
from playbook.app.folder import open_folder
from playbook.charts.svg import width
from playbook.language.phrase_files import plain_english
from playbook.pages.catalogue import build_pages
from playbook.pages.journey_map import MapPage
from playbook.poster.boxes import SIZES
from playbook.poster.poster import HEIGHT, MOST_STAGES, WIDTH, poster
from playbook.render.render import render
from playbook.resources import data_root
from playbook.words import Words
from tests.small_journey import TEXT, map_of

TEMPLATES = data_root() / "templates"
NAMESPACE = "{http://www.w3.org/2000/svg}"
NASTY = '</text><script>alert(1)</script> & "quoted" ]]> <!-- \x00 \u202e'


def drawn(tmp_path, name: str, *, with_logo: bool = True) -> tuple[str, bytes]:
    """Return the poster of an example, and its logo."""
    reading = open_folder(copy_example(name, tmp_path))
    pages = build_pages(reading.playbook, reading.method)
    page = next(page for page in pages if isinstance(page, MapPage))
    logo = reading.look.logo_picture()
    assert logo is not None
    business = reading.playbook.business.name
    made = poster(
        page, business, reading.language, reading.look.colour, logo if with_logo else None
    )
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


def picture_of(page, name="The Fig"):
    content = poster(page, Words(name), plain_english(), "#1f5c66")
    assert content is not None
    return ElementTree.fromstring(content)


def texts(picture):
    return ["".join(one.itertext()) for one in picture.iter(f"{NAMESPACE}text")]


def outside(picture):
    """Return the lines of text that leave the sheet."""
    found = []
    for one in picture.iter(f"{NAMESPACE}text"):
        words, size = "".join(one.itertext()), float(one.get("font-size"))
        long, x, y = width(words) * size, float(one.get("x")), float(one.get("y"))
        left = x - {"end": long, "middle": long / 2}.get(one.get("text-anchor"), 0)
        if left < 0 or left + long > WIDTH or y - size < 0 or y > HEIGHT:
            found.append(words)
    return found


def crowded(count, text="Something long that is said about everything here. " * 20):
    stages = "".join(f"    - {{id: s{n}, name: {text[:150]}}}\n" for n in range(count))
    points = "".join(
        f"    - {{id: t{n}, name: {text[:150]}, stage: s{n % count}, standard: {text}}}\n"
        for n in range(count * 30)
    )
    return f"business:\n  name: A\njourney:\n  stages:\n{stages}  touchpoints:\n{points}"


def test_the_poster_names_every_touchpoint_its_standard_and_who(make_playbook, method):
    said = " ".join(texts(picture_of(map_of(make_playbook, method))))
    for part in ("The Fig", "Arriving", "1.1 At the door", "◆ Moment of truth", "Within a minute"):
        assert part in said
    assert "Host (Ana)" in said
    assert "3.0: too few to tell" in said


def test_what_is_only_suggested_has_a_sign_which_the_foot_explains(make_playbook, method):
    point = {"id": "door", "name": "The door", "stage": "arrive", "standard": "In a minute"}
    stage = {"id": "arrive", "name": "Arriving", "feeling_level": "good"}
    suggests = {"journey": {"stages": [stage], "touchpoints": [point]}}
    make = functools.partial(make_playbook, suggests=suggests)
    said = texts(picture_of(map_of(make, method, "")))
    assert "○ Arriving" in said
    # All of the touchpoint is suggested, and the sign at its name stands for it.
    assert "1.1 ○ The door" in said
    assert "Standard: In a minute" in said
    assert "○ Suggested, and not confirmed yet." in said[-1]
    named = "journey:\n  touchpoints:\n    - id: door\n      name: The door\n"
    said = texts(picture_of(map_of(make, method, named)))
    assert "1.1 The door" in said
    assert "Standard: ○ In a minute" in said


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 3, MOST_STAGES, 30])
def test_a_full_poster_stays_on_its_sheet_and_legible(make_playbook, method, count):
    picture = picture_of(map_of(make_playbook, method, crowded(count)), "A long name " * 10)
    assert outside(picture) == []
    assert min(float(one.get("font-size")) for one in picture.iter(f"{NAMESPACE}text")) >= 2.2
    assert min(SIZES) >= 2.2
    assert any(re.fullmatch(r"and \d+ more", said) for said in texts(picture))


def test_nothing_on_the_poster_comes_to_life(make_playbook, method):
    escaped = NASTY.replace("\x00", "").replace('"', '\\"')
    text = TEXT.replace("Within a minute", f'"{escaped}"').replace("Arriving", f'"{escaped}"')
    page = map_of(make_playbook, method, text)
    picture = picture_of(page, NASTY)
    allowed = {"svg", "title", "rect", "path", "line", "circle", "text", "tspan"}
    assert {one.tag.removeprefix(NAMESPACE) for one in picture.iter()} <= allowed
    assert "<script>alert(1)</script>" in "".join(texts(picture))
    assert ElementTree.fromstring(page.curve) is not None
    [printed] = render([page], [TEMPLATES], plain_english()).values()
    assert not LexborHTMLParser(printed).css("script")
