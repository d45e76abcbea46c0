"""What the owner said is not for them, by path and by page."""

from __future__ import annotations

from playbook.answers.answers import Answers
from playbook.draft.declined import declined_pages, wrongly_declined


def answers(*listed: object) -> Answers:
    return Answers({"not_for_us": [*listed]})  # type: ignore[list-item]


def test_paths_and_pages_are_told_apart_by_their_ending():
    said = answers("fairness.loyalty", "fair-dealing.html", " people.roles.cook ", None)
    assert said.not_for_us[::2] == ("fairness.loyalty", "people.roles.cook")
    assert declined_pages(said) == ("fair-dealing.html",)


def test_a_path_may_name_a_chapter_a_field_a_thing_or_its_field():
    said = answers("fairness", "business.goal", "people.roles.cook", "people.roles.cook.does")
    assert list(wrongly_declined(said)) == []


def test_a_wrong_path_is_told_with_what_was_probably_meant():
    ((at, what, mend),) = wrongly_declined(answers("business.goal", "busines.story"))
    assert (at, what) == (1, "“busines.story” is no answer that could be left out.")
    assert mend == "Did you mean business.story?"


def test_nothing_is_declined_by_a_list_that_is_none():
    assert Answers({"not_for_us": "fairness"}).not_for_us == ()
    assert declined_pages(Answers()) == ()
