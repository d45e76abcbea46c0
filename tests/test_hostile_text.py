"""Whatever people type comes out as typed, on every page, and nothing of it comes to life."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from playbook.app.build import build
from playbook.app.folder import open_folder
from playbook.model.fields import Field, fields
from playbook.model.playbook import Playbook
from playbook.words import clean
from playbook.workspace import Workspace
from playbook.yamlfile import dump

STRINGS = [
    line
    for line in (Path(__file__).parent / "data" / "naughty_strings.txt")
    .read_text(encoding="utf-8")
    .split("\n")
    if line.strip() and not line.startswith("# ")
]
NAME = 'Acme</title><script>alert(1)</script> & "O\'Brien" <![ | {{ 7*7 }} [a](javascript:1)'
# Fields that hold something other than free text.
MANY = 12
TYPED = {"address", "colour", "accent", "logo", "font", "font_files", "country"}

pytestmark = pytest.mark.slow


def _is_chosen(field: Field) -> bool:
    """Return whether a field holds a number, a day, a yes or no, or one of a few words."""
    return bool(field.kind or field.choices)


class Filler:
    """Make answers with a naughty string in every text field, each string used at least once."""

    def __init__(self) -> None:
        self.strings = itertools.cycle(STRINGS)
        self.fields = list(fields(Playbook))

    def answers(self) -> dict[str, Any]:
        return {name: self.record(f"{name}.", 0) for name in Playbook.own_fields()}

    def record(self, before: str, number: int) -> dict[str, Any]:
        own = {field.path.removeprefix(before): field for field in self.fields}
        own = {name: field for name, field in own.items() if not set(name) & {".", "["}}
        return {
            name: self.value(name, field, number)
            for name, field in own.items()
            if field.path.startswith(before) and name not in TYPED and not _is_chosen(field)
        }

    def value(self, name: str, field: Field, number: int) -> Any:
        if field.record is not None and field.is_list:
            # A few things hold things; the lists inside them stay short.
            count = 2 if "[]" in field.path else MANY
            return [self.record(f"{field.path}[].", index) for index in range(count)]
        if field.record is not None:
            return self.record(f"{field.path}.", number)
        if name == "id":
            return f"n{number}"
        text = f"n{number}" if field.refers else next(self.strings)
        return [text, next(self.strings)][: 1 if field.refers else 2] if field.is_list else text


def words(text: str) -> str:
    """Return text as a page shows it: runs of white space count as one space."""
    return " ".join(text.split())


@pytest.fixture(scope="module", name="site")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    data = Filler().answers()
    data["business"]["name"] = NAME
    (folder / "answers.yml").write_text(dump({"format": "1", "pack": "generic", **data}))
    workspace = Workspace(folder)
    build(workspace, open_folder(workspace))
    return workspace.site


def test_every_string_is_used():
    data = str(Filler().answers())
    assert [text for text in STRINGS if repr(text)[1:-1] not in data] == []


def test_every_string_shows_as_typed_somewhere(site: Path):
    pages = [
        LexborHTMLParser(file.read_text(encoding="utf-8")) for file in sorted(site.glob("*.html"))
    ]
    shown = "\n".join(words(page.body.text(separator=" ")) for page in pages)
    squeezed = re.sub(r"\s", "", shown)
    missing = [text for text in STRINGS if re.sub(r"\s", "", clean(text)) not in squeezed]
    assert missing == []


def test_the_name_shows_as_typed_in_title_and_header_of_every_page(site: Path):
    for file in site.glob("*.html"):
        page = LexborHTMLParser(file.read_text(encoding="utf-8"))
        assert words(NAME) in words(page.css_first("title").text()), file.name
        assert words(NAME) in words(page.css_first("header").text()), file.name


def test_no_page_has_an_element_that_somebody_typed(site: Path):
    for file in site.glob("*.html"):
        page = LexborHTMLParser(file.read_text(encoding="utf-8"))
        for script in page.css("script"):
            source = script.attributes.get("src") or ""
            body = script.text()
            assert "alert" not in body or script.attributes.get("type") == "application/json"
            assert not source or not re.match(r"(https?:)?//|data:|javascript:", source)
        for node in page.css("body *"):
            assert not [name for name in node.attributes if name.startswith("on")], file.name
            for name in ("href", "src", "action"):
                target = (node.attributes.get(name) or "").strip().lower()
                assert not target.startswith(("javascript:", "data:", "vbscript:")), file.name
        for tag in ("iframe", "object", "embed", "marquee", "base", "style", "math"):
            assert page.css_first(f"article {tag}") is None, (file.name, tag)


def test_the_poster_is_a_drawing_that_holds_nothing_alive(site: Path):
    picture = ElementTree.parse(site / "journey-map.svg")
    tags = {one.tag.rpartition("}")[2] for one in picture.iter()}
    assert tags <= {"svg", "title", "rect", "path", "line", "circle", "text", "tspan"}
    assert not [name for one in picture.iter() for name in one.attrib if name.startswith("on")]


@pytest.mark.browser
def test_nothing_comes_to_life_in_a_browser(site: Path, browser):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    events: list[str] = []
    page.on("dialog", lambda dialog: (events.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: events.append(str(error)))
    page.on(
        "request",
        lambda request: None if request.url.startswith("file:") else events.append(request.url),
    )
    for file in sorted(site.glob("*.html")):
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, file.name
    assert events == []
    context.close()
