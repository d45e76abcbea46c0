"""Holding what the owner said."""

from __future__ import annotations

import pytest

from playbook.answers.answers import Answers
from playbook.yamlfile import Plain

DATA: dict[str, Plain] = {
    "format": "1",
    "pack": "cafe",
    "business": {"name": "Morgenrot"},
    "people": {"roles": [{"id": "owner", "name": "Owner"}, {"id": "desk"}]},
}


def test_a_value_is_found_by_its_path() -> None:
    answers = Answers(DATA)
    assert answers.get("business.name") == "Morgenrot"
    assert answers.get("people.roles.owner.name") == "Owner"
    assert answers.get("people.roles") == DATA["people"]["roles"]  # type: ignore[index,call-overload]


@pytest.mark.parametrize("path", ["brand", "business.tagline", "business.name.x", "people.roles.x"])
def test_what_was_not_said_is_nothing(path: str) -> None:
    assert Answers(DATA).get(path) is None


def test_a_value_can_be_put_where_nothing_was() -> None:
    answers = Answers().with_value("brand.colours.main", "teal")
    assert answers.data == {"brand": {"colours": {"main": "teal"}}}


def test_a_change_leaves_the_old_answers_as_they_were() -> None:
    answers = Answers(DATA)
    answers.with_value("business.name", "Other").with_value("people.roles.desk.name", "Desk")
    assert answers.get("business.name") == "Morgenrot"
    assert answers.get("people.roles.desk") == {"id": "desk"}


def test_a_change_keeps_what_it_does_not_touch() -> None:
    changed = Answers(DATA).with_value("business.name", "Other")
    assert changed.data["people"] is DATA["people"]


def test_nothing_takes_the_key_and_its_empty_parents_away() -> None:
    answers = Answers(DATA).with_value("business.name", None)
    assert "business" not in answers.data
    assert Answers().with_value("a.b.c", None).data == {}


def test_the_thing_of_a_list_is_changed_added_and_taken_away_by_its_id() -> None:
    answers = Answers(DATA).with_value("people.roles.desk.name", "Desk")
    answers = answers.with_value("people.roles.cook.name", "Cook")
    answers = answers.with_value("people.roles.owner", None)
    assert answers.get("people.roles") == [
        {"id": "desk", "name": "Desk"},
        {"id": "cook", "name": "Cook"},
    ]
    answers = answers.with_value("people.roles.desk", None).with_value("people.roles.cook", None)
    assert answers.get("people") is None


def test_a_text_in_the_way_is_parked() -> None:
    answers = Answers({"business": "A bakery"}).with_value("business.name", "Crumb")
    assert answers.get("business.name") == "Crumb"
    assert answers.parked == {"business": "A bakery"}
    odd = Answers({"interview": "who knows"}).with_skipped("name", yes=True)
    assert odd.skipped == ("name",)
    assert odd.parked == {"interview": "who knows"}


def test_what_is_parked_comes_back_where_nothing_stands() -> None:
    path = ("business", "name")
    parked = Answers(DATA).settled(path, asked=False)
    assert (parked.get(path), parked.parked) == (None, {"business.name": Answers(DATA).get(path)})
    assert parked.settled(path, asked=False) is parked
    assert parked.settled(path, asked=True) == Answers(DATA)
    named = parked.with_value(path, "Another")
    assert named.settled(path, asked=True) is named


def test_the_pack_is_the_generic_one_until_one_is_chosen() -> None:
    assert Answers(DATA).pack == "cafe"
    assert Answers().pack == "generic"
    assert Answers({"pack": ["x"]}).pack == "generic"


def test_skipped_questions_are_remembered_in_order_and_once() -> None:
    answers = Answers().with_skipped("brand.logo", True).with_skipped("brand.colour", True)
    assert answers.with_skipped("brand.logo", True).skipped == ("brand.logo", "brand.colour")
    answers = answers.with_skipped("brand.logo", False).with_skipped("not.there", False)
    assert answers.skipped == ("brand.colour",)
    assert answers.with_skipped("brand.colour", False).data == {}


def test_parked_answers_come_and_go() -> None:
    answers = Answers().with_parked("business.hours", ["9 to 5"]).with_parked("brand.logo", "x.png")
    assert answers.parked == {"business.hours": ["9 to 5"], "brand.logo": "x.png"}
    answers = answers.with_parked("business.hours", None).with_parked("brand.logo", None)
    assert answers.data == {}


def test_an_interview_part_broken_by_hand_counts_as_empty() -> None:
    for broken in ("text", ["x"], {"skipped": "x", "parked": ["y"]}):
        answers = Answers({"interview": broken})  # type: ignore[dict-item]
        assert answers.skipped == ()
        assert answers.parked == {}


def test_paths_and_pages_that_are_declined_are_told_apart_by_their_ending() -> None:
    said = Answers(
        {"not_for_us": ["fairness.loyalty", "fair-dealing.html", " people.roles.cook ", None]}
    )
    assert said.not_for_us[::2] == ("fairness.loyalty", "people.roles.cook")
    assert said.declined_paths == ("fairness.loyalty", "people.roles.cook")
    assert said.declined_pages == ("fair-dealing.html",)


def test_nothing_is_declined_by_a_list_that_is_none() -> None:
    assert Answers({"not_for_us": "fairness"}).not_for_us == ()
    assert Answers().declined_pages == ()
