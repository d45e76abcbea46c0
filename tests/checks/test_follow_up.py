"""Somebody sees to what is decided, and what is past its day is told."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from playbook.checks import RULES, find, find_overdue
from playbook.model.playbook import model_fields
from playbook.yamlfile import dump

NOBODY = [rule for rule in RULES if rule.id == "nobody-or-never"]
ROLES = "people:\n  roles:\n    - {id: owner, name: Owner}\n"
DONE = "      owner: owner\n      by: 2027-03-01\n"
SINGLE = {
    "promise:\n  gaps: Evenings\n": "  gaps_follow_up:\n    owner: owner\n    by: 2027-03-01\n",
    "journey:\n  core_activities: [Baking]\n": (
        "  core_follow_up:\n    owner: owner\n    by: 2027-03-01\n"
    ),
    "journey:\n  walk:\n    decision: In May\n": "    owner: owner\n    by: 2027-03-01\n",
    "journey:\n  after_sale: A list\n": "  after_sale_owner: owner\n  after_sale_by: 2027-03-01\n",
    "fairness:\n  billing:\n    right: Read twice\n": "    owner: owner\n    by: 2027-03-01\n",
    "scorecard:\n  revenue:\n    objective: More\n": "    owner: owner\n    by: 2027-03-01\n",
    "reviews:\n  skills_check: In May\n": "  skills_owner: owner\n  skills_by: 2027-03-01\n",
    "reviews:\n  questions:\n    easy:\n      answer: no\n": (
        "      owner: owner\n      again: 2027-03-01\n"
    ),
    "scorecard:\n  objectives:\n    - id: a\n      name: A\n": DONE,
    "listening:\n  outreach:\n    - id: a\n      name: A\n      action: Call\n": DONE,
    "listening:\n  visits:\n    - id: a\n      name: A\n": DONE,
    "improvements:\n  easier:\n    - id: a\n      name: A\n": DONE,
}


@pytest.mark.parametrize(("said", "seen_to"), SINGLE.items(), ids=lambda text: text.split()[0])
def test_what_is_decided_asks_for_somebody_and_a_day(said, seen_to, make_playbook):
    [finding] = find(make_playbook(ROLES + said), NOBODY)
    assert finding.what.endswith("nothing says who sees to it or by when.")
    assert len(finding.asks) == 2
    assert find(make_playbook(ROLES + said + seen_to), NOBODY) == ()


def test_of_two_the_one_that_is_missing_is_asked_for(make_playbook):
    text = "listening:\n  visits:\n    - id: a\n      name: The school\n      by: 2027-03-01\n"
    [finding] = find(make_playbook(text), NOBODY)
    assert finding.what == "The visit “The school”: nothing says who sees to it."
    assert finding.asks == (("listening", "visits", 0, "owner"),)


def test_a_suggestion_asks_for_nobody(make_playbook):
    suggested = {"fairness": {"billing": {"right": "Read twice"}}}
    assert find(make_playbook(ROLES, suggested), NOBODY) == ()


DUE = {
    "reviews:\n  next_review: 2027-03-01\n": "The next review of this playbook",
    "scorecard:\n  measures:\n    - {id: a, name: Calls, target: 9, target_date: 2027-03-01}\n": (
        "The target of “Calls”"
    ),
    "improvements:\n  stop:\n    - {id: a, name: Shouting, by: 2027-03-01}\n": (
        "“Shouting”, which should stop"
    ),
    "promise:\n  promises:\n    - {id: a, name: Same day, decision_by: 2027-03-01}\n": (
        "What you do about the promise “Same day”"
    ),
    "reviews:\n  questions:\n    easy:\n      answer: no\n      again: 2027-03-01\n": (
        "The verdict on “Is it easy?”"
    ),
}


@pytest.mark.parametrize(("text", "words"), DUE.items(), ids=lambda text: text.split()[0])
def test_what_is_past_its_day_is_told_from_the_day_after(text, words, make_playbook):
    playbook = make_playbook(text)
    assert find_overdue(playbook, datetime.date(2027, 3, 1)) == ()
    [finding] = find_overdue(playbook, datetime.date(2027, 3, 2))
    assert finding.what == f"{words}: it was due on Monday, 1 March 2027."
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    "text",
    [
        "improvements:\n  wow:\n    - {id: a, name: A, by: 2027-03-01, progress: done}\n",
        "promise:\n  promises:\n"
        "    - {id: a, name: A, can_keep: always, decision_by: 2027-03-01}\n",
        "reviews:\n  reviewed: 2027-03-01\n",
    ],
)
def test_what_is_done_may_be_past_its_day(text, make_playbook):
    assert find_overdue(make_playbook(text), datetime.date(2030, 1, 1)) == ()


def test_every_deadline_has_a_name(make_playbook):
    later = datetime.date(2030, 1, 1)
    for path, field in model_fields().items():
        if field.due:
            assert find_overdue(make_playbook(dump(nested(path))), later), path


def nested(path: str) -> Any:
    """Return what says a day at *path*, with one thing in each list on the way."""
    value: Any = "2027-03-01"
    for step in reversed(path.split(".")):
        name = step.removesuffix("[]")
        value = {name: [{"id": "a", "name": "A", **value}] if step.endswith("[]") else value}
    return value
