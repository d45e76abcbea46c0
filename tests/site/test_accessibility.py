"""axe finds nothing on any kind of page: by day and by night, on a phone and on a desk."""

from __future__ import annotations

from importlib.resources import files

import pytest

from benchmarks.serving import served
from tests.showcase import KINDS, Maker, page_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE, DESK = 390, 1280
BRIGHT = "#ffe600"
RUN = """async ([tags, rules]) => {
  const options = {
    runOnly: rules.length ? { type: "rule", values: rules } : { type: "tag", values: tags },
    resultTypes: ["violations"],
  }
  if (!rules.length) options.rules = { "target-size": { enabled: true } }
  const { violations } = await axe.run(document, options)
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`))
}"""
every_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(scope="module", name="axe")
def _axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(name="tab")
def _tab(browser):
    # Without motion: half-way through a change of colours there is no contrast to speak of.
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


def faults(tab, axe: str, widths=(DESK, PHONE), schemes=("light", "dark"), rules=()) -> list[str]:
    """Return what axe has against the page in *tab*, at each width and by day and night.

    All rules are tried unless some are named.
    """
    tab.evaluate(axe)
    found = []
    for width in widths:
        tab.set_viewport_size({"width": width, "height": 844})
        for scheme in schemes:
            tab.emulate_media(color_scheme=scheme)
            found += [
                f"{width} {scheme} {fault}" for fault in tab.evaluate(RUN, [TAGS, list(rules)])
            ]
    return found


def unfold(tab) -> None:
    tab.eval_on_selector_all("details", "all => all.forEach((one) => (one.open = true))")


@every_kind
def test_a_page_of_each_kind_has_no_fault_with_everything_unfolded(kind, example: Maker, tab, axe):
    site, page = page_of(kind, example)
    tab.goto((site / page).as_uri())
    unfold(tab)
    assert faults(tab, axe) == []


@every_kind
def test_a_very_bright_brand_makes_no_page_hard_to_read(kind, example: Maker, tab, axe):
    site, page = page_of(kind, example, colour=BRIGHT)
    tab.goto((site / page).as_uri())
    unfold(tab)
    assert faults(tab, axe, widths=[DESK], rules=["color-contrast"]) == []


@every_kind
def test_a_page_that_reads_from_right_to_left_has_no_fault(kind, example: Maker, tab, axe):
    site, page = page_of(kind, example, language="ar")
    tab.goto((site / page).as_uri())
    unfold(tab)
    assert faults(tab, axe, widths=[PHONE], schemes=["light"]) == []


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_open_search_with_its_results_has_no_fault(width, example: Maker, tab, axe):
    with served(example().site) as address:
        tab.set_viewport_size({"width": width, "height": 844})
        tab.goto(f"{address}/index.html")
        tab.click(".pb-button--search" if width == PHONE else ".md-search__input")
        tab.keyboard.type("refund")
        tab.wait_for_selector(".md-search-result__link")
        assert tab.is_visible(".md-search-result__link")
        assert faults(tab, axe, widths=[width]) == []


def test_the_open_menu_of_a_phone_has_no_fault(example: Maker, tab, axe):
    site, page = page_of("touchpoint", example)
    tab.set_viewport_size({"width": PHONE, "height": 844})
    tab.goto((site / page).as_uri())
    tab.click(".pb-button--menu")
    tab.wait_for_timeout(400)
    assert tab.is_visible(".pb-menu a[aria-current=page]")
    assert faults(tab, axe, widths=[PHONE]) == []


def test_a_page_past_its_review_has_no_fault(example: Maker, tab, axe):
    site, page = page_of("role", example)
    tab.clock.set_fixed_time("2099-01-01T12:00:00")
    tab.goto((site / page).as_uri())
    assert tab.is_visible(".pb-overdue")
    assert faults(tab, axe) == []


def test_axe_would_speak_up(example: Maker, tab, axe):
    site, page = page_of("welcome", example)
    tab.goto((site / page).as_uri())
    tab.add_style_tag(content=".pb-page p { color: #aaa !important }")
    tab.eval_on_selector(".pb-home__logo", "image => image.removeAttribute('alt')")
    told = " ".join(faults(tab, axe, widths=[DESK], schemes=["light"]))
    assert "color-contrast" in told
    assert "image-alt" in told
