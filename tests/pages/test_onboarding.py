from __future__ import annotations

import pytest

from playbook.pages.catalogue import build_pages
from playbook.pages.fingerprint import fingerprint, normalised
from playbook.site.contents import menu
from playbook.words import Words

TEXT = """
business:
  name: The Fig
  customer_word: guest
  goal: Nobody leaves hungry
promise:
  promises:
    - id: seen
      name: You are seen within 1.5 minutes
      detail: By somebody who says hello
      owner: host
    - id: hot
      name: The soup is hot
journey:
  stages:
    - id: arrive
      name: Arriving
    - id: leave
      name: Leaving
  touchpoints:
    - id: goodbye
      name: Goodbye
      stage: leave
      owner: host
      standard: Everybody hears thank you
    - id: greeting
      name: The greeting
      stage: arrive
      owner: host
      stand_in: cook
      moment_of_truth: yes
      promises: [seen]
      steps: [Look up, Say hello]
      say: [Good morning]
      standard: A hello within 60 seconds, every time
      today: Nobody looks up
      behind_the_scenes: The list is printed
      recovery:
        - wrong: Nobody was there.
          put_right: Say sorry first
    - id: soup
      name: The soup
      stage: arrive
      owner: cook
      moment_of_truth: yes
      promises: [hot]
      standard: On the table in 6 minutes
people:
  service_contact:
    name: Ana
    phone: 01632 960001
  roles:
    - id: host
      name: Host
      may_decide: A free drink
      make_good_limit: 15
      stand_in: cook
    - id: cook
      name: Cook
    - id: porter
      name: Porter
  hand_offs:
    - id: to-table
      name: To the table
      giver: host
      taker: cook
      passes_on: The name
scorecard:
  revenue:
    currency: £
  measures:
    - id: smiles
      name: Smiles
      owner: host
"""
ALONE = """
business:
  name: Ida’s Alterations
journey:
  touchpoints:
    - id: fitting
      name: The fitting
      owner: tailor
      standard: Pinned in 10 minutes
people:
  roles:
    - id: tailor
      name: Tailor
"""


@pytest.fixture(name="pages")
def _pages(make_playbook, method):
    def pages(text=TEXT, suggests=None):
        built = build_pages(make_playbook(text, suggests), method)
        return {str(page.address): page for page in built}

    return pages


@pytest.fixture(name="print_of")
def _print_of(make_playbook):
    def print_of(text=TEXT, role="host"):
        return fingerprint(make_playbook(text), role)

    return print_of


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


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("You are seen within 1.5 minutes", "You are seen within 2 minutes"),
        ("within 1.5 minutes", "within 15 minutes"),
        ("By somebody who says hello", "By somebody"),
        ("promises: [seen]", "promises: [hot]"),
        ("[Look up, Say hello]", "[Say hello, Look up]"),
        ("[Look up, Say hello]", "[Look up]"),
        ("[Look up, Say hello]", "[Look, up Say hello]"),
        ("60 seconds", "90 seconds"),
        ("      owner: host\n      stand_in: cook\n", "      owner: cook\n"),
    ],
)
def test_a_changed_promise_step_standard_or_owner_asks_to_sign_again(print_of, before, after):
    assert before in TEXT
    assert print_of(TEXT.replace(before, after)) != print_of()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("today: Nobody looks up", "today: Nobody looks"),
        ("The list is printed", "The lists are printed"),
        ("say: [Good morning]", "say: [Good evening]"),
        ("stand_in: cook\n      moment", "moment"),
        ("name: The greeting", "name: Greeting"),
        ("On the table in 6 minutes", "On the table in 9 minutes"),
        ("The soup is hot", "The soup is very hot"),
        ("name: Host", "name: Front of house"),
        ("60 seconds, every time", "60  Seconds every time."),
        ("By somebody who says hello", "By somebody\n        who says hello."),
        ("[Look up, Say hello]", "[look up., Say hello…]"),
    ],
)
def test_everything_else_leaves_the_fingerprint_as_it_is(print_of, before, after):
    assert before in TEXT
    assert print_of(TEXT.replace(before, after)) == print_of()


def test_another_order_of_the_touchpoints_leaves_the_fingerprint_as_it_is(make_playbook):
    playbook = make_playbook(TEXT)
    journey = playbook.journey
    turned = journey.model_copy(update={"touchpoints": journey.touchpoints[::-1]})
    other = playbook.model_copy(update={"journey": turned})
    assert fingerprint(other, "host") == fingerprint(playbook, "host")


def test_the_fingerprint_is_the_same_tomorrow(print_of):
    # Signed sheets hang on walls. Whoever changes this asks every reader to sign again.
    assert print_of() == "fec393a8"
    assert len(print_of()) == 8


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Say hello.", "say  hello"),
        ("Look up,\nsay hello;", "Look up say hello"),
        ("It’s “fine”.", 'It\'s "fine"'),
        ("Stop (really).", "Stop (really)"),
        ("Cafe\u0301", "Caf\u00e9"),
    ],
)
def test_what_changes_no_meaning_is_taken_away(one: str, other: str):
    assert normalised(Words(one)) == normalised(Words(other))


@pytest.mark.parametrize(
    ("one", "other"), [("2.5 h", "25 h"), ("-5 °C", "5 °C"), ("14:30", "1430"), ("< 5", "> 5")]
)
def test_what_changes_a_number_stays(one: str, other: str):
    assert normalised(Words(one)) != normalised(Words(other))
