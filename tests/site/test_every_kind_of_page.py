"""Each kind of page in a browser: it stays still, fits, prints whole, and keeps to itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks.serving import served
from playbook.site.menu import MenuEntry
from playbook.words import Words
from tests.showcase import KINDS, Maker, page_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]
every_kind = pytest.mark.parametrize("kind", KINDS)
NARROW = 320
STILL = 0.01
PAPER = {"map": 1054}
"""How wide the printed page is where it is not upright A4, in pixels less the margins."""
UPRIGHT = 672

SHIFTS = """
  window.shifts = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      shifts.push([entry.value, entry.sources.map((one) =>
        one.node && (one.node.className || one.node.nodeName)).join(" ")])
  }).observe({ type: "layout-shift", buffered: true })
"""
# What scrolls by itself, is for screen readers only, or shortens its text on purpose.
MAY_BE_CUT = ".pb-map, .md-typeset__scrollwrap, .pb-hidden, .pb-home__name, .md-search, .md-overlay"
CUT_OFF = """(mayBeCut) => {
  const width = document.documentElement.clientWidth
  const found = []
  for (const one of document.querySelectorAll("body *")) {
    if (one.closest(mayBeCut) || one.closest("svg")) continue
    const style = getComputedStyle(one)
    const box = one.getBoundingClientRect()
    if (!box.width || !box.height || style.visibility === "hidden") continue
    if (style.clipPath !== "none" || style.position === "fixed") continue
    if (one.closest(".md-sidebar--primary") && box.left < 0) continue
    const name = one.nodeName + "." + one.className + ": " + one.textContent.trim().slice(0, 40)
    if (box.right > width + 1 || box.left < -1) found.push("beyond the edge " + name)
    const hides = style.overflowX !== "visible"
    if (hides && one.scrollWidth > one.clientWidth + 1) found.push("cut off " + name)
  }
  return found
}"""
MOVING = """() => [...document.querySelectorAll("*")].flatMap((one) =>
  ["", "::before", "::after"].map((part) => {
    const style = getComputedStyle(one, part || undefined)
    const times = (style.transitionDuration + "," + style.animationDuration).split(",")
    const moves = times.some((time) => parseFloat(time) * (time.includes("ms") ? 1 : 1000) > 1)
    return moves || style.scrollBehavior === "smooth" ? one.className + part : ""
  })).filter(Boolean)"""
# What paper has no use for: ways to other pages, and what was never shown.
NOT_FOR_PAPER = (
    "[hidden], .pb-pager, .pb-jump, .pb-ideas, .pb-print, .pb-progress, .pb-map__ways, "
    ".pb-page--map .pb-lead, .pb-page--signoff .pb-care, .pb-care__suggest"
)
UNSEEN_WORDS = """(notForPaper) => {
  const found = []
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    const parent = node.parentElement
    if (!node.data.trim() || parent.closest("script, style, svg, " + notForPaper)) continue
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      found.push(node.data.trim())
  }
  return found
}"""
FOOTER = "getComputedStyle(document.querySelector('.pb-footer')).backgroundColor"
BRAND = """() => {
  document.body.insertAdjacentHTML("beforeend", "<b style='color: var(--pb-brand)'></b>")
  return getComputedStyle(document.body.lastElementChild).color
}"""
FAINT_LINKS = """() => [...document.querySelectorAll("article a[href]")]
  .filter((one) => one.checkVisibility())
  .filter((one) => {
    const [red, green, blue] = getComputedStyle(one).color.match(/[\\d.]+/g).map(Number)
    return Math.max(red, green, blue) > 120 && !one.closest(".pb-cover")
  })
  .map((one) => one.textContent)"""


@pytest.fixture(name="tab")
def _tab(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 844})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module", name="slow_line")
def _slow_line():
    """Return a function that gives a tab a connection on which things arrive one by one."""

    def slow(tab) -> None:
        line = tab.context.new_cdp_session(tab)
        line.send("Network.enable")
        pace = {"latency": 60, "downloadThroughput": 200_000, "uploadThroughput": 100_000}
        line.send("Network.emulateNetworkConditions", {"offline": False, **pace})

    return slow


@every_kind
def test_nothing_moves_while_a_page_of_each_kind_loads(kind, example: Maker, tab, slow_line):
    site, page = page_of(kind, example)
    tab.add_init_script(SHIFTS)
    slow_line(tab)
    with served(site) as address:
        for width in (390, 1280):
            tab.set_viewport_size({"width": width, "height": 844})
            tab.goto(f"{address}/{page}")
            tab.wait_for_timeout(250)
            moved = tab.evaluate("shifts")
            assert sum(value for value, _ in moved) < STILL, (width, moved)


def test_own_letters_that_arrive_late_move_nothing(build, browser, tab, tmp_path, slow_line):
    found = sorted(Path("/usr/share/fonts").rglob("DejaVuSansMono.ttf"))
    if not found:
        pytest.skip("no font to try it with is installed")
    (tmp_path / "brand").mkdir()
    shutil.copy(found[0], tmp_path / "brand" / "own.ttf")
    sentence = "Whoever is nearest looks up and says hello, plates in hand or not. "
    lines = f"{sentence * 5}\n\n" * 4
    page, menu = {"docs/index.md": f"# Hello\n\n{lines}"}, (MenuEntry(Words("Hello"), "index.md"),)
    build(page, menu, font="own", font_files=["brand/own.ttf"])
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.add_init_script(SHIFTS)
    slow_line(tab)
    asked: list[str] = []
    tab.on("requestfinished", lambda request: asked.append(request.url))
    with served(tmp_path / "site") as address:
        tab.goto(f"{address}/index.html")
        tab.wait_for_timeout(5_000)
        assert any("font-1" in url for url in asked)
        assert sum(value for value, _ in tab.evaluate("shifts")) < STILL


@every_kind
def test_a_page_of_each_kind_fits_the_narrowest_screen_and_hides_nothing(kind, example: Maker, tab):
    site, page = page_of(kind, example)
    tab.set_viewport_size({"width": NARROW, "height": 640})
    tab.goto((site / page).as_uri())
    tab.eval_on_selector_all("details", "all => all.forEach((one) => (one.open = true))")
    assert tab.evaluate("document.scrollingElement.scrollWidth") <= NARROW
    assert tab.evaluate(CUT_OFF, MAY_BE_CUT) == []


@every_kind
def test_nothing_moves_for_those_who_do_not_want_it(kind, example: Maker, tab):
    site, page = page_of(kind, example)
    tab.emulate_media(reduced_motion="reduce")
    tab.goto((site / page).as_uri())
    assert tab.evaluate(MOVING) == []


@every_kind
def test_a_page_of_each_kind_prints_whole_and_without_what_only_a_screen_needs(
    kind, example: Maker, tab
):
    site, page = page_of(kind, example)
    width = PAPER.get(kind, UPRIGHT)
    tab.set_viewport_size({"width": width, "height": 1000})
    tab.goto((site / page).as_uri())
    tab.emulate_media(media="print", color_scheme="dark")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    for unwanted in (".pb-header", ".pb-side", ".pb-pager", ".pb-jump", ".pb-contents", "button"):
        assert [one for one in tab.query_selector_all(unwanted) if one.is_visible()] == []
    assert tab.evaluate("document.scrollingElement.scrollWidth") <= width
    assert tab.evaluate(CUT_OFF, ".pb-hidden, .pb-map--whole i") == []
    assert tab.evaluate(UNSEEN_WORDS, NOT_FOR_PAPER) == []
    assert tab.evaluate(FAINT_LINKS) == []
    for box in tab.query_selector_all("article details"):
        assert not box.is_visible() or box.get_property("open").json_value()
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("way", ["http", "file"])
def test_no_page_at_all_asks_another_computer_for_anything(way, example: Maker, tab):
    site = example().site
    asked: list[str] = []
    refused: list[str] = []
    tab.context.on("request", lambda request: asked.append(request.url))
    tab.context.on(
        "response", lambda answer: refused.append(answer.url) if answer.status >= 400 else None
    )
    pages = sorted(file.name for file in site.glob("*.html"))
    assert len(pages) > 60
    with served(site) as address:
        root = address if way == "http" else site.as_uri()
        for page in pages:
            tab.goto(f"{root}/{page}")
    assert len(asked) > len(pages)
    assert [url for url in asked if not url.startswith((f"{root}/", "data:", "blob:"))] == []
    assert refused == []


@pytest.mark.parametrize(
    ("broken", "check"),
    [
        (".pb-facts { width: 40rem }", CUT_OFF),
        (".pb-card__title { width: 2rem; overflow: hidden; white-space: nowrap }", CUT_OFF),
        (".pb-card { transition: all 0.3s !important }", MOVING),
        ("html { scroll-behavior: smooth !important }", MOVING),
        (".pb-facts { visibility: hidden }", UNSEEN_WORDS),
        (".pb-facts a { color: #9ab !important }", FAINT_LINKS),
    ],
)
def test_the_checks_would_speak_up(broken, check, example: Maker, tab):
    site, page = page_of("role", example)
    tab.set_viewport_size({"width": NARROW, "height": 640})
    tab.emulate_media(reduced_motion="reduce", media="print" if check is FAINT_LINKS else "screen")
    for style, is_sound in (("", True), (broken, False)):
        tab.goto((site / page).as_uri())
        tab.add_style_tag(content=f"body {broken}" if style and style[0] == "." else style or " ")
        found = tab.evaluate(check, {CUT_OFF: MAY_BE_CUT, UNSEEN_WORDS: NOT_FOR_PAPER}.get(check))
        assert (found == []) is is_sound, found


@pytest.mark.parametrize("home", ["", "/handbook"])
@pytest.mark.parametrize("lost", ["gone.html", "old/and/deep/gone.html"])
def test_lost_readers_find_the_way_back_from_any_folder(home, lost, example: Maker, tab, tmp_path):
    root = tmp_path / "host"
    shutil.copytree(example().site, root / home.strip("/"))
    shutil.copy(example().site / "404.html", root / "404.html")
    with served(root) as address:
        assert tab.goto(f"{address}{home}/{lost}").status == 404
        tab.wait_for_url(f"{address}{home}/*.html")
        assert tab.inner_text("article h1") == "This page is not here"
        assert tab.locator(".pb-home img").evaluate("one => one.naturalWidth") > 0
        assert tab.evaluate(FOOTER) == tab.evaluate(BRAND)
        tab.click("article a")
        assert tab.url == f"{address}{home}/index.html"
        tab.goto(f"{address}{home}/{lost}")
        tab.wait_for_url(f"{address}{home}/*.html")
        tab.click(".pb-home")
        assert tab.url == f"{address}{home}/index.html"
