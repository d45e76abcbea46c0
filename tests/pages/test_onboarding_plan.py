"""The first month in a role is made of what the playbook says."""

from __future__ import annotations

from tests.pages.conftest import ALONE


def told(page):
    return {
        str(period.title): {
            str(topic.title): [str(task.link.title) for task in topic.tasks]
            for topic in period.topics
        }
        for period in page.periods
    }


def test_the_first_month_is_made_of_what_the_playbook_says(pages):
    assert told(pages()["onboarding-host.md"]) == {
        "Day 1": {
            "Know this first": ["What everyone knows", "Whom to call when a guest needs help"],
            "My moments of truth": ["The greeting"],
        },
        "Week 1": {
            "My other touchpoints": ["Goodbye"],
            "The promises I answer for": ["You are seen within 1.5 minutes"],
            "What I may do": [
                "What I may decide without asking",
                "What I may spend to put something right",
                "Who covers for me",
            ],
        },
        "Day 30": {
            "My numbers": ["Smiles"],
            "Handing over": ["To the table"],
            "The standards I answer for": ["Sign the sheet"],
        },
    }


def test_a_role_learns_where_it_stands_in(pages):
    assert told(pages()["onboarding-cook.md"])["Day 30"]["Where I stand in"] == ["The greeting"]


def test_what_is_unknown_is_left_out(pages):
    assert told(pages(ALONE)["onboarding-tailor.md"]) == {
        "Week 1": {"My touchpoints": ["The fitting"]},
        "Day 30": {"The standards I answer for": ["Sign the sheet"]},
    }


def test_a_role_about_which_nothing_is_known_has_no_page_to_get_started(pages):
    built = pages("people:\n  roles:\n    - id: idle\n      name: Idle\n")
    assert "onboarding-idle.md" not in built
    assert built["role-idle.md"].onboarding is None
