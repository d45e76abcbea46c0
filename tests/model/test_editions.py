"""The copy for staff lacks what only managers read."""

from __future__ import annotations

from playbook.model.editions import EDITIONS, for_staff

TEXT = """
journey:
  touchpoints:
    - {id: door, name: The door, today: Nobody looks up, hurts: The draught}
people:
  roles:
    - {id: host, name: Host, make_good_limit: 15, does: Greets}
"""


def test_what_only_managers_read_is_gone_at_any_depth(make_playbook):
    staff = for_staff(make_playbook(TEXT))
    [point], [role] = staff.journey.touchpoints, staff.people.roles
    assert (point.today, point.hurts, role.make_good_limit) == (None, None, None)
    assert role.does == "Greets"


def test_the_copy_remembers_what_it_lacks(make_playbook):
    staff = for_staff(make_playbook(TEXT))
    assert {"today", "hurts", "opportunity"} == staff.journey.touchpoints[0].withheld
    assert "improvements" in staff.withheld


def test_a_suggestion_that_is_left_out_is_no_suggestion(make_playbook):
    suggests = {"scorecard": {"objectives": [{"id": "more", "name": "More"}]}}
    playbook = make_playbook(suggests=suggests)
    assert "objectives" in playbook.scorecard.suggested
    assert for_staff(playbook).scorecard.suggested == frozenset()


def test_there_are_three_editions():
    assert EDITIONS == ("manager", "staff", "customer")
