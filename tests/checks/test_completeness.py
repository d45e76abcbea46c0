"""Looks at what is left open."""

from __future__ import annotations

import pytest

from playbook.checks.completeness import each_without, more_than, nothing_at

MEASURES = "scorecard:\n  measures:\n"


def whats(look, playbook):
    return [found.what for found in look(playbook)]


def test_an_open_field_is_found_and_a_filled_one_is_not(make_playbook):
    look = nothing_at("business.goal", "No goal.", "Set one.")
    assert whats(look, make_playbook()) == ["No goal."]
    assert whats(look, make_playbook("business:\n  name: A\n  goal: B\n")) == []


def test_each_thing_without_a_field_is_named(make_playbook):
    text = MEASURES + "    - {id: a, name: A {}}\n    - {id: b, name: B, target: 0}\n"
    text = text.replace("A {}", '"A {}"')
    look = each_without("target", "scorecard.measures", "“{}” has no target.", "Set one.")
    assert whats(look, make_playbook(text)) == ["“A {}” has no target."]


@pytest.mark.parametrize(
    ("roles", "mend"),
    [
        (0, "Give it a line owner: … once there is something to name there."),
        (2, "Give it a line owner: … with one of: r0, r1."),
        (
            13,
            "Give it a line owner: … with one of: " + "".join(f"r{n}, " for n in range(12)) + "….",
        ),
    ],
)
def test_without_a_mend_the_ids_to_choose_from_are_listed(make_playbook, roles, mend):
    named = "".join(f"    - {{id: r{number}, name: R}}\n" for number in range(roles))
    text = MEASURES + "    - {id: a, name: A}\n" + (f"people:\n  roles:\n{named}" if roles else "")
    look = each_without("owner", "scorecard.measures", "Nobody brings “{}”.")
    assert [found.mend for found in look(make_playbook(text))] == [mend]


def test_a_list_may_be_as_long_as_the_limit(make_playbook):
    text = MEASURES + "    - {id: a, name: A}\n    - {id: b, name: B}\n"
    two, one = (
        more_than(most, "scorecard.measures", "{} are many.", "Keep few.") for most in (2, 1)
    )
    assert whats(two, make_playbook(text)) == []
    assert whats(one, make_playbook(text)) == ["2 are many."]


def test_what_is_not_for_them_is_not_missed(make_playbook):
    text = MEASURES + "    - {id: a, name: A}\nnot_for_us:\n  - scorecard.measures.a.target\n"
    look = each_without("target", "scorecard.measures", "“{}” has no target.", "Set one.")
    assert whats(look, make_playbook(text)) == []
