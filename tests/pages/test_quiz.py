"""Questions to test oneself come from the playbook, the decisive ones first."""

from __future__ import annotations

from tests.pages.conftest import ALONE, TEXT


def test_self_checks_begin_with_the_moments_of_truth(pages):
    checks = pages()["onboarding-host.md"].checks
    assert [check.question.plain for check in checks] == [
        "What is the standard for “The greeting”?",
        "What do we do if this happens: Nobody was there?",
        "What do we say at “The greeting”?",
        "Who answers for “The soup”?",
        "Which promise do we keep at “The greeting”?",
        "What may I decide for a guest without asking?",
        "What is the standard for “Goodbye”?",
        "How much may I spend to put something right?",
    ]
    assert checks[0].lines.lines == ("A hello within 60 seconds, every time",)
    assert checks[0].link.address == "touchpoint-greeting.md"
    assert checks[3].who.role.title == "Cook"


def test_self_checks_ask_only_what_the_playbook_answers(pages):
    [check] = pages(ALONE)["onboarding-tailor.md"].checks
    assert check.question == "What is the standard for “The fitting”?"


def test_a_suggested_answer_is_marked(pages):
    text = TEXT.replace("      say: [Good morning]\n", "")
    greeting = {"id": "greeting", "name": "The greeting", "say": ["Welcome"]}
    suggests = {"journey": {"touchpoints": [greeting]}}
    checks = pages(text, suggests)["onboarding-host.md"].checks
    [said] = [check for check in checks if check.question.startswith("What do we say")]
    assert said.lines.suggested


def test_braces_in_a_name_are_nothing_but_braces(pages):
    text = TEXT.replace("name: The greeting", "name: The {0} greeting {}")
    checks = pages(text)["onboarding-host.md"].checks
    assert checks[0].question == "What is the standard for “The {0} greeting {}”?"
