from __future__ import annotations

import pytest

from playbook.pages.catalogue import build_pages
from playbook.site.menu import every_line, menu
from tests.small_journey import TEXT


@pytest.fixture(name="pages")
def _pages(make_playbook, method):
    return build_pages(make_playbook(TEXT), method)


def below(entries, address: str) -> list[str]:
    """Return the pages that stand right below one in the menu."""
    every = [one for one, _ in every_line(entries)]
    return [child.address for one in every if one.address == address for child in one.children]


def test_every_page_is_listed_once(pages):
    listed = [one.address for one, _ in every_line(menu(pages))]
    assert sorted(listed) == sorted(page.address for page in pages)


def test_stages_stand_below_the_journey_and_touchpoints_below_their_stage(pages):
    entries = menu(pages)
    assert below(entries, "journey.md") == [
        "journey-map.md", "stage-arrive.md", "stage-eat.md", "stage-leave.md", "touchpoint-garden.md",
    ]  # fmt: skip
    assert below(entries, "stage-arrive.md") == ["touchpoint-door.md", "touchpoint-coat.md"]


def test_what_is_for_newcomers_stands_below_their_role(pages):
    assert below(menu(pages), "role-host.md") == ["onboarding-host.md", "sign-off-host.md"]


def test_where_a_page_is_left_out_the_one_above_takes_what_stood_below_it(pages):
    fewer = [page for page in pages if page.address != "stage-arrive.md"]
    assert "touchpoint-door.md" in below(menu(fewer), "journey.md")
    fewer = [page for page in fewer if page.address != "journey.md"]
    assert "touchpoint-door.md" in [one.address for one in menu(fewer)]
