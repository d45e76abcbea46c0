"""Every look is part of a rule, and what all rules share."""

from __future__ import annotations

import inspect

import pytest

from playbook.checks import (
    RULES,
    RULES_OF_TIME,
    completeness,
    find,
    follow_up,
    journey,
    people,
    promises,
    vague,
)
from playbook.checks.finding import SEVERITIES, Rule, numbered

TOPICS = (completeness, follow_up, journey, people, promises, vague)
LOOKS = [
    look
    for topic in TOPICS
    for _, look in inspect.getmembers(topic, inspect.isgeneratorfunction)
    if look.__module__ == topic.__name__
]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.__name__)
def test_every_look_is_that_of_a_rule(look):
    assert look in {rule.look for rule in (*RULES, *RULES_OF_TIME)}


def test_rules_stand_in_the_order_of_their_gravity():
    order = [SEVERITIES.index(rule.severity) for rule in RULES]
    assert order == sorted(order)


def test_things_are_numbered_below_their_list(make_playbook):
    roles = make_playbook("people:\n  roles:\n    - {id: a, name: A}\n    - {id: b, name: B}\n")
    found = [path for path, _ in numbered(roles.people.roles, "people", "roles")]
    assert found == [("people", "roles", 0), ("people", "roles", 1)]


def test_a_rule_of_ones_own_is_told_like_the_others(make_playbook):
    look = completeness.nothing_at("business.story", "There is no story.", "Tell it.")
    [finding] = find(make_playbook(), [Rule("advice", "no-story", "There is a story.", look)])
    assert (finding.rule, finding.severity, finding.what) == (
        "no-story",
        "advice",
        "There is no story.",
    )
