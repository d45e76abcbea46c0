"""The frame of a page speaks the language of its words, and is mirrored where they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from benchmarks.serving import served
from playbook.site.languages import TRANSLATED, direction, interface_language
from tests.showcase import Example, Maker

ROOT = Path(__file__).parent.parent.parent
HITS = ".md-search-result__link"
SIDES = re.compile(r"(?<![\w-])((?:margin|padding|border)-(?:left|right)|left|right|float|text-align: (?:left|right))\s*:")  # fmt: skip


@pytest.mark.parametrize(
    ("code", "chosen"),
    [
        ("de", "de"), ("de-AT", "de"), ("pt-BR", "pt-BR"), ("pt-br", "pt-BR"), ("pt-PT", "pt"),
        ("zh-Hant-HK", "zh-Hant"), ("no", "nb"), ("fil", "tl"), ("ga", "en"), ("en-GB", "en"),
    ],
)  # fmt: skip
def test_the_nearest_translation_is_chosen(code, chosen):
    assert interface_language(code) == chosen


def test_the_direction_of_reading_is_known():
    assert {direction(code) for code in ("ar", "he-IL", "fa", "ps", "ckb")} == {"rtl"}
    assert {direction(code) for code in ("en", "de", "zh-Hant", "ga", "mn-Mong", "??")} == {"ltr"}
    assert {direction(code) for code in ("dv", "ku-IQ", "sd", "ug", "ur-PK", "yi", "az-Arab")} == {
        "rtl"
    }


@pytest.mark.parametrize("engine", ["material", "zensical"])
def test_every_translation_named_is_there_on_both_engines(engine):
    module = pytest.importorskip(engine)
    folder = Path(module.__file__).parent / "templates" / "partials" / "languages"
    assert {file.stem for file in folder.glob("*.html")} == TRANSLATED


def test_our_own_styles_name_no_side_that_would_not_be_mirrored():
    style = (ROOT / "site_config/assets/playbook.css").read_text(encoding="utf-8")
    assert [match[0] for match in SIDES.finditer(style)] == []


def frame(made: Example, page: str = "measures.html") -> dict[str, object]:
    tree = LexborHTMLParser((made.site / page).read_text(encoding="utf-8"))
    article = tree.css_first("article").attributes
    return {
        "language": tree.css_first("html").attributes["lang"],
        "direction": tree.css_first("body").attributes["dir"],
        "page": (article.get("lang"), article.get("dir")),
        "menu": tree.css_first(".pb-menu").attributes["aria-label"],
        "search": tree.css_first(".md-search__input").attributes["placeholder"],
        "skip": tree.css_first(".md-skip").text(strip=True),
    }


@pytest.mark.slow
def test_the_frame_speaks_the_language_of_the_playbook(example: Maker):
    assert frame(example(language="de")) == {
        "language": "de",
        "direction": "ltr",
        "page": (None, None),
        "menu": "Navigation",
        "search": "Suche",
        "skip": "Zum Inhalt",
    }
    assert frame(example(language="ar"))["direction"] == "rtl"
    assert frame(example())["search"] == "Search"


@pytest.mark.slow
def test_a_language_without_a_translation_is_told_to_those_who_listen(example: Maker):
    found = frame(example(language="ps"))
    assert (found["language"], found["page"]) == ("en", ("ps", "rtl"))


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("way", ["http", "file"])
def test_search_works_in_a_language_that_cuts_its_words_otherwise(way, example: Maker, browser):
    site = example(language="de").site
    refused: list[str] = []
    with served(site) as address, browser.new_page() as tab:
        tab.on("requestfailed", lambda request: refused.append(request.url))
        tab.on(
            "response", lambda answer: refused.append(answer.url) if answer.status > 399 else None
        )
        root = address if way == "http" else site.as_uri()
        tab.goto(f"{root}/index.html")
        tab.click(".md-search__input")
        tab.keyboard.type("polenta")
        tab.wait_for_selector(HITS, timeout=10_000)
        assert "customers.html" in tab.get_attribute(HITS, "href")
        assert refused == []


@pytest.mark.slow
@pytest.mark.browser
def test_a_page_that_reads_from_right_to_left_is_mirrored(example: Maker, browser):
    middles = {}
    for language in ("en", "ar"):
        context = browser.new_context(viewport={"width": 1280, "height": 844})
        tab = context.new_page()
        tab.goto((example(language=language).site / "touchpoint-greeting.html").as_uri())
        places = {}
        for part in (".pb-home", ".pb-tools", ".pb-menu", ".pb-steps > li"):
            box = tab.locator(part).first.bounding_box()
            places[part] = box["x"] + box["width"] / 2
        middles[language] = places
        context.close()
    width = 1280
    for part, middle in middles["en"].items():
        assert middles["ar"][part] == pytest.approx(width - middle, abs=40), part
