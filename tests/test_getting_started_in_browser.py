"""The page for getting started in a real browser, opened from a folder."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from playbook.app.build import build
from playbook.app.folder import open_folder
from playbook.workspace import Workspace

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ANSWERS = """
format: 1
pack: generic
business:
  name: {name}
  goal: Nobody leaves hungry
journey:
  stages:
    - id: arrive
      name: Arriving
  touchpoints:
    - id: greeting
      name: The greeting
      stage: arrive
      owner: host
      moment_of_truth: yes
      standard: A hello within 60 seconds
people:
  roles:
    - id: host
      name: Host
    - id: cook
      name: Cook
"""


def built(folder: Path, name: str) -> Path:
    folder.mkdir()
    (folder / "answers.yml").write_text(ANSWERS.format(name=name))
    workspace = Workspace(folder)
    build(workspace, open_folder(workspace))
    return workspace.site


@pytest.fixture(scope="module", name="site")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("started") / "fig", "The Fig")


@pytest.fixture(name="tab")
def _tab(browser):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def address(site: Path, role: str = "host") -> str:
    return (site / f"onboarding-{role}.html").as_uri()


def test_a_ticked_box_is_still_ticked_after_a_reload_and_the_progress_says_so(tab, site):
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.goto(address(site))
    boxes = tab.locator(".pb-tick input")
    count = boxes.count()
    assert tab.inner_text("[role=status]") == f"0 of {count} done."
    tab.get_by_label("The greeting").check()
    assert tab.inner_text("[role=status]") == f"1 of {count} done."
    tab.reload()
    assert tab.get_by_label("The greeting").is_checked()
    assert tab.locator(".pb-tick input:checked").count() == 1
    assert tab.inner_text("[role=status]") == f"1 of {count} done."
    assert errors == []


def test_ticks_are_kept_apart_for_each_role_and_playbook(tab, site, tmp_path):
    other = built(tmp_path / "plum", "The Plum")
    tab.goto(address(site))
    tab.get_by_label("The greeting").check()
    for elsewhere in (address(site, "cook"), address(other)):
        tab.goto(elsewhere)
        assert tab.locator(".pb-tick input:checked").count() == 0


def test_cleared_ticks_can_be_put_back(tab, site):
    tab.goto(address(site))
    assert not tab.is_visible(".pb-progress button")
    tab.get_by_label("The greeting").check()
    tab.click("text=Clear the ticks")
    assert tab.locator(".pb-tick input:checked").count() == 0
    tab.click("text=Put the ticks back")
    assert tab.get_by_label("The greeting").is_checked()
    tab.reload()
    assert tab.get_by_label("The greeting").is_checked()


def test_a_device_that_remembers_nothing_still_counts(tab, site):
    tab.add_init_script("Storage.prototype.setItem = () => { throw new Error('full') }")
    tab.goto(address(site))
    tab.get_by_label("The greeting").check()
    assert tab.inner_text("[role=status]").startswith("1 of ")
    assert not tab.is_visible("text=Your ticks stay on this device")


def test_boxes_can_be_ticked_without_scripts(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address(site))
    page.get_by_label("The greeting").check()
    assert page.get_by_label("The greeting").is_checked()
    assert not page.is_visible(".pb-progress")
    context.close()


def test_boxes_and_questions_are_large_enough_to_touch(tab, site):
    tab.goto(address(site))
    for selector in (".pb-tick input", ".pb-ask > summary"):
        for part in tab.locator(selector).all():
            box = part.bounding_box()
            assert min(box["width"], box["height"]) >= 24, selector


def test_the_headings_follow_each_other_without_a_gap(tab, site):
    for name in ("onboarding-host", "sign-off-host", "role-host"):
        tab.goto((site / f"{name}.html").as_uri())
        levels = [int(tag[1]) for tag in tab.eval_on_selector_all(
            "article :is(h1, h2, h3, h4)", "all => all.map(one => one.tagName)")]  # fmt: skip
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_the_sheet_to_sign_is_one_page_of_paper(tab, site):
    tab.goto((site / "sign-off-host.html").as_uri())
    assert tab.pdf(format="A4").count(b"/Type /Page\n") == 1
