"""One tree of what holds, in which each value knows who gave it."""

from __future__ import annotations

from playbook.draft.answers_over_pack import merge


def test_what_the_owner_left_open_comes_from_the_pack_and_is_marked(session_of):
    merged = merge(session_of(people={"roles": [{"id": "baker", "does": "Bakes."}]}).draft)
    assert merged.tree["people"]["roles"] == [{"id": "baker", "name": "Baker", "does": "Bakes."}]
    assert ("people", "roles", 0, "name") in merged.proposed
    assert ("people", "roles", 0, "does") not in merged.proposed
    assert ("people", "roles") not in merged.proposed


def test_keys_about_the_file_are_no_part_of_it(session_of):
    merged = merge(session_of(interview={"skipped": ["name"]}, not_for_us=["fairness"]).draft)
    assert not {"format", "pack", "interview", "not_for_us"} & merged.tree.keys()


def test_an_empty_line_of_a_list_leaves_no_hole(session_of):
    merged = merge(session_of(brand={"voice": ["warm", None, "brief"]}).draft)
    assert merged.tree["brand"]["voice"] == ["warm", "brief"]


def test_what_is_not_for_them_is_marked_even_where_nobody_spoke(session_of):
    merged = merge(session_of(not_for_us=["business.story", "people.roles.baker"]).draft)
    assert merged.declined == {("business", "story")}
    assert [role["id"] for role in merged.tree["people"]["roles"]] == ["owner", "counter"]


def test_neither_answers_nor_pack_are_changed_by_merging(session_of):
    session = session_of(people={"roles": [{"id": "baker"}]}, not_for_us=["people.responsible"])
    said, suggests = repr(session.answers.data), repr(session.pack.suggests)
    merge(session.draft)
    assert (repr(session.answers.data), repr(session.pack.suggests)) == (said, suggests)
