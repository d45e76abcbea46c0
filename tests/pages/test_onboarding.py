"""The page for getting started in a role, and the sheet to sign."""

from __future__ import annotations

from playbook.pages.catalogue import build_pages
from playbook.site.menu import menu
from tests.pages.conftest import ALONE, TEXT


def test_every_box_on_a_page_has_a_name_of_its_own(pages):
    for page in pages().values():
        if page.kind == "onboarding":
            topics = [topic for period in page.periods for topic in period.topics]
            names = [task.anchor for topic in topics for task in topic.tasks]
            assert len(set(names)) == len(names)


def test_ticks_are_kept_apart_for_each_playbook_and_role(pages):
    here = pages()
    elsewhere = pages(TEXT.replace("The Fig", "The Plum"))
    kept = {
        here["onboarding-host.md"].kept_as,
        here["onboarding-cook.md"].kept_as,
        elsewhere["onboarding-host.md"].kept_as,
    }
    assert len(kept) == 3


def test_the_sheet_lists_the_standards_of_the_role_with_the_promises_kept(pages):
    sheet = pages()["sign-off-host.md"]
    assert [row.link.title for row in sheet.standards] == ["The greeting", "Goodbye"]
    assert [link.title for link in sheet.standards[0].promises] == [
        "You are seen within 1.5 minutes"
    ]
    assert sheet.name == "The Fig"


def test_who_answers_for_nothing_has_nothing_to_sign(pages):
    built = pages()
    assert "sign-off-porter.md" not in built
    assert built["onboarding-porter.md"].sign_off is None


def test_whoever_works_alone_is_not_asked_who_trained_them(pages):
    assert pages(ALONE)["sign-off-tailor.md"].alone
    assert not pages()["sign-off-host.md"].alone
    two = "  people:\n" + "".join(
        f"    - id: {name}\n      name: {name}\n      roles: [tailor]\n" for name in ("ida", "jo")
    )
    assert not pages(ALONE + two)["sign-off-tailor.md"].alone


def test_both_pages_stand_below_their_role_in_the_menu(make_playbook, method):
    top = {entry.address: entry for entry in menu(build_pages(make_playbook(TEXT), method))}
    below = {entry.address: entry.children for entry in top["people.md"].children}
    assert [entry.address for entry in below["role-host.md"]] == [
        "onboarding-host.md",
        "sign-off-host.md",
    ]
    assert [entry.address for entry in below["role-porter.md"]] == ["onboarding-porter.md"]
