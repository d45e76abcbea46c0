"""The same tree on both engines: the same pages, but for what docs/engines.md lists."""

from __future__ import annotations

import html
import json
import posixpath
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from benchmarks.serving import served
from playbook.site.engines import engine_called
from tests.showcase import Maker

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not engine_called("zensical").available(), reason="not installed"),
]
LOST = "404.html"
NOT_SHARED = re.compile(r"assets/(javascripts|stylesheets)/|search/search_index\.js|search\.js")
INDEXES = {"mkdocs": "search/search_index.json", "zensical": "search.json"}


@pytest.fixture(scope="module", name="sites")
def _sites(example: Maker) -> dict[str, Path]:
    return {engine: example(engine=engine).site for engine in INDEXES}


def words(node: LexborNode | None) -> str:
    return " ".join(node.text(separator=" ").split()) if node else ""


def address(node: LexborNode, attribute: str = "href") -> str:
    target = node.attributes.get(attribute) or ""
    return posixpath.normpath(target) if "://" not in target else target


def facts(page: Path) -> dict[str, object]:
    """Return what readers of a page meet."""
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    article = tree.css_first("article")
    menu = [] if page.name == LOST else tree.css(".pb-menu a")
    return {
        "title": words(tree.css_first("title")),
        "language": tree.css_first("html").attributes.get("lang"),
        "direction": tree.css_first("body").attributes.get("dir"),
        "text": words(article),
        "headings": [(one.tag, one.attributes.get("id"), words(one)) for one in article.css("h1, h2, h3, h4")],
        "links": [(address(one), words(one)) for one in article.css("a")],
        "places": sorted(str(one.attributes["id"]) for one in article.css("[id]")),
        "pictures": [(address(one, "src"), one.attributes.get("alt")) for one in tree.css("img")],
        "menu": [(address(one), words(one), one.attributes.get("aria-current")) for one in menu],
        "contents": [(address(one), words(one)) for one in tree.css(".pb-contents a")],
        "for machines": sorted(str(one.attributes) for one in tree.css("meta")),
    }  # fmt: skip


def entries(site: Path, engine: str) -> dict[str, tuple[str, str]]:
    """Return what the search knows: title and text by place."""
    index = json.loads((site / INDEXES[engine]).read_text(encoding="utf-8"))
    found = {}
    for entry in index.get("docs") or index["items"]:
        text = html.unescape(re.sub(r"<[^>]*>", " ", entry["text"]))
        title = html.unescape(re.sub(r"<[^>]*>", " ", entry["title"]))
        found[entry["location"]] = (" ".join(title.split()), " ".join(text.split()))
    return found


def files(site: Path) -> dict[str, bytes]:
    """Return the files of a site that are no page and not the engine's own."""
    named = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    return {
        name: file.read_bytes()
        for name, file in named.items()
        if not name.endswith(".html") and not NOT_SHARED.match(name)
    }


def test_every_page_says_the_same_on_both_engines(sites):
    pages = {engine: sorted(file.name for file in site.glob("*.html")) for engine, site in sites.items()}  # fmt: skip
    assert pages["mkdocs"] == pages["zensical"]
    assert len(pages["mkdocs"]) > 60
    for page in pages["mkdocs"]:
        assert facts(sites["mkdocs"] / page) == facts(sites["zensical"] / page), page


def test_the_search_knows_the_same_places_on_both_engines(sites):
    mkdocs, zensical = (entries(site, engine) for engine, site in sites.items())
    assert len(mkdocs) > 400
    assert mkdocs == zensical


def test_styles_scripts_and_pictures_are_the_same_on_both_engines(sites):
    mkdocs, zensical = (files(site) for site in sites.values())
    assert "assets/playbook.css" in mkdocs
    assert mkdocs == zensical


@pytest.mark.browser
@pytest.mark.parametrize("engine", INDEXES)
def test_what_was_looked_for_is_marked_on_the_page_that_a_result_leads_to(engine, sites, browser):
    with served(sites[engine]) as root, browser.new_page() as tab:
        tab.goto(f"{root}/customers.html?h=polenta")
        tab.wait_for_selector("article mark")
        assert tab.inner_text("article mark >> nth=0") == "polenta"
