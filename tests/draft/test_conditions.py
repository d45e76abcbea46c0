"""Which questions are asked, and where the answers of the others go."""

from __future__ import annotations

from playbook.answers.answers import Answers
from playbook.draft.conditions import settled
from playbook.draft.draft import Draft

AIM, SALES = ("scorecard", "revenue", "objective"), ("scorecard", "revenue", "new")


def test_a_question_may_wait_for_any_answer_to_another(session, small_method):
    assert not session.draft.is_asked(small_method.question("new"))
    said = session.draft.put(AIM, "More regulars")
    assert said.is_asked(small_method.question("new"))


def test_a_question_may_wait_for_one_answer(session, small_method):
    question = small_method.question("files")
    assert not session.draft.put(("brand", "font"), "classic").is_asked(question)
    assert session.draft.put(("brand", "font"), "Own").is_asked(question)


def test_what_was_said_to_a_question_that_is_gone_is_parked_and_comes_back(session):
    said = session.draft.put(AIM, "More regulars").put(SALES, "1200")
    without = settled(said.put(AIM, None))
    assert without.said(SALES) is None
    assert without.answers.parked == {"scorecard.revenue.new": "1200"}
    again = settled(without.put(AIM, "More calm"))
    assert again.said(SALES) == "1200"
    assert again.answers.parked == {}


def test_an_answer_inside_a_thing_is_parked_by_its_id():
    said = Answers({"people": {"roles": [{"id": "cook", "name": "Cook"}, {"name": "Nobody"}]}})
    assert said.parked_key(("people", "roles", 0, "does")) == "people.roles.cook.does"
    assert said.parked_key(("people", "roles", 1, "does")) == "people.roles.1.does"


def test_a_draft_in_which_nothing_is_hidden_is_left_as_it_is(session):
    assert isinstance(session.draft, Draft)
    assert settled(session.draft) is session.draft
