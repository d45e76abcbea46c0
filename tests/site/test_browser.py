"""The built site in a real browser: nothing runs, nothing is fetched, everything fits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from benchmarks.serving import served
from playbook.site.engines import engine_called
from playbook.site.menu import MenuEntry
from playbook.words import Words

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ENGINES = [
    pytest.param(
        name, marks=pytest.mark.skipif(not engine_called(name).available(), reason="not installed")
    )
    for name in ("mkdocs", "zensical")
]
PAGES = ("index", "journey/index", "journey/first-coffee", "people", "measures")
HITS = ".md-search-result__link, a[role=option]"


@contextmanager
def opened(browser, width: int = 1280, **wishes) -> Iterator[tuple[object, list[str], list[str]]]:
    """Open a tab; return it with the addresses it asks for and the errors it meets."""
    context = browser.new_context(viewport={"width": width, "height": 844}, **wishes)
    page = context.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    yield page, asked, errors
    context.close()


def search(page, words: str) -> None:
    """Type *words* into the search as a reader would, whichever engine drew it."""
    if page.query_selector(".md-search__button"):
        page.click(".md-search__button")
        page.wait_for_timeout(600)
    else:
        page.click(".md-search__input")
    page.keyboard.type(words, delay=60)


@pytest.mark.parametrize("engine", ENGINES)
def test_no_page_asks_another_computer_for_anything_and_search_works_in_both_ways_of_opening(
    tmp_path, build, browser, engine
):
    build(engine=engine)
    site = tmp_path / "site"
    with served(site) as address:
        for root in (address, site.as_uri()):
            with opened(browser) as (page, asked, errors):
                for name in PAGES:
                    page.goto(f"{root}/{name}.html")
                search(page, "coffee")
                page.wait_for_selector(HITS, timeout=8_000)
                hit = page.query_selector(HITS)
                assert "first-coffee" in hit.get_attribute("href")
                assert [url for url in asked if not url.startswith((root, "data:", "blob:"))] == []
                assert errors == []


@pytest.mark.parametrize("engine", ENGINES)
def test_hostile_words_never_run_and_stand_in_the_title_as_typed(
    tmp_path, build, browser, engine, hostile_site
):
    pages, menu, words = hostile_site
    build(pages, menu, name=" ".join(words), engine=engine, tagline=words[7])
    with opened(browser) as (page, asked, errors):
        for number, typed in enumerate(words):
            page.goto((tmp_path / f"site/p{number}.html").as_uri())
            assert page.evaluate("window.pwned") is None
            assert page.title().startswith(" ".join(typed.split()))
            assert page.inner_text("h1") == typed.strip()
            assert page.query_selector("article [onerror], article [onclick]") is None
        search(page, "window pwned")
        page.wait_for_timeout(1_500)
        assert page.evaluate("window.pwned") is None
        assert page.query_selector("img[src=x]") is None
        assert all(url.startswith(("file:", "data:", "blob:")) for url in asked)
        assert errors == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_is_wider_than_the_screen(build, browser, tmp_path, width):
    build(colour="#8a2f3c")
    with opened(browser, width, is_mobile=width < 500) as (page, _, errors):
        for name in PAGES:
            page.goto((tmp_path / f"site/{name}.html").as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert errors == []


def test_the_menu_opens_and_closes_by_keyboard_on_a_phone(build, browser, tmp_path):
    build()
    with opened(browser, 390, is_mobile=True) as (page, _, errors):
        page.goto((tmp_path / "site/people.html").as_uri())
        button = page.locator(".pb-button--menu")
        button.focus()
        page.keyboard.press("Enter")
        assert button.get_attribute("aria-expanded") == "true"
        page.wait_for_function("document.activeElement.closest('.pb-menu') !== null")
        page.keyboard.press("Escape")
        assert button.get_attribute("aria-expanded") == "false"
        assert page.evaluate("document.activeElement.className").startswith("pb-button")
        assert errors == []


def test_day_and_night_follow_the_device_until_the_reader_chooses(build, browser, tmp_path):
    build()
    scheme = "document.body.getAttribute('data-md-color-scheme')"
    with opened(browser, color_scheme="dark") as (page, _, __):
        page.goto((tmp_path / "site/index.html").as_uri())
        assert page.evaluate(scheme) == "slate"
        page.click(".pb-button--scheme")
        assert page.evaluate(scheme) is None
        page.goto((tmp_path / "site/people.html").as_uri())
        assert page.evaluate(scheme) is None


def test_a_page_reads_well_without_scripts(build, browser, tmp_path):
    build()
    with opened(browser, java_script_enabled=False) as (page, _, __):
        page.goto((tmp_path / "site/journey/first-coffee.html").as_uri())
        assert page.is_visible(".pb-steps")
        assert page.is_visible(".pb-menu")
        assert not page.is_visible(".pb-button--scheme")


def test_a_wide_table_can_be_reached_by_keyboard_on_a_phone(build, browser, tmp_path):
    build()
    with opened(browser, 390, is_mobile=True) as (page, _, __):
        page.goto((tmp_path / "site/measures.html").as_uri())
        page.wait_for_selector(".md-typeset__scrollwrap[tabindex='0'][role=region]")


@pytest.mark.parametrize(
    ("today", "is_shown"), [("2027-09-01T20:00:00", False), ("2027-09-02T08:00:00", True)]
)
def test_a_page_past_its_review_says_so_by_the_readers_clock(build, browser, today, is_shown):
    matter = "kind: role\nreview_by: by 2027-09-01\nreview_note: This was to be reviewed by 1 September 2027.\n"
    text = f"---\n{matter}---\n\n# A\n"
    built = build({"docs/index.md": text}, (MenuEntry(Words("A"), "index.md"),))
    with opened(browser) as (page, _, errors):
        page.clock.set_fixed_time(today)
        page.goto(built.address)
        banner = page.locator(".pb-overdue", has_text="1 September 2027")
        assert banner.is_visible() is is_shown
    assert errors == []
