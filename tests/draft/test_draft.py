"""A playbook in the making: what was said, proposed and holds, and its words."""

from __future__ import annotations

import pytest

from playbook.answers.answers import Answers
from playbook.draft.draft import Draft, still_there
from playbook.method.models import Condition, Question
from playbook.model.paths import path_to

GREETING = ("journey", "touchpoints", "greeting")
AIM, SALES = ("scorecard", "revenue", "objective"), ("scorecard", "revenue", "new")


def test_what_was_said_holds_before_what_is_proposed(session_of):
    draft = session_of(people={"roles": [{"id": "baker", "does": "Bakes at four."}]}).draft
    path = ("people", "roles", 0, "does")
    assert draft.said(path) == draft.holds(path) == "Bakes at four."
    assert draft.proposed(("people", "roles", 0, "name")) == "Baker"
    assert draft.held(path).origin == "owner"


def test_a_change_leaves_the_draft_before_as_it_was(session):
    before = session.draft
    after = before.put(path_to("business.name"), "Rosewater")
    assert (before.said(path_to("business.name")), after.said(path_to("business.name"))) == (
        None,
        "Rosewater",
    )
    assert before.with_answers(before.answers) is before


def test_a_text_where_a_group_belongs_is_parked_and_not_lost(session_of):
    draft = session_of(people={"service_contact": "Ask for Ann"}).draft
    now = draft.put(path_to("people.service_contact.name"), "Ann")
    assert now.said(path_to("people.service_contact")) == {"name": "Ann"}
    assert now.answers.parked == {"people.service_contact": "Ask for Ann"}


def test_a_suggestion_that_points_at_what_was_left_out_is_none(session_of):
    roles = [{"id": "owner"}, {"id": "baker"}]
    draft = session_of(people={"roles": roles}, journey={"touchpoints": [{"id": "paying"}]}).draft
    assert draft.proposed(("journey", "touchpoints", 0, "owner")) is None
    assert draft.held(("journey", "touchpoints", 0, "owner")).origin == "nobody"


@pytest.mark.parametrize(
    ("proposed", "path", "known", "left"),
    [
        ("cook", ("people", "responsible"), ["cook", "host"], "cook"),
        ("cook", ("people", "responsible"), ["host", "owner"], None),
        ("cook", ("people", "responsible"), ["owner"], "owner"),
        ("cook", ("x", "stand_in"), ["owner"], None),
        (["cook", "host"], ("x", "roles"), ["host", "owner"], ["host"]),
        (["cook"], ("x", "roles"), ["host", "owner"], None),
    ],
)
def test_one_role_inherits_what_others_were_to_do(proposed, path, known, left):
    assert still_there(proposed, "people.roles", path, known) == left


def test_things_are_called_as_the_owner_or_else_the_pack_calls_them(session_of):
    roles = [{"id": "counter", "name": "The till"}, {"id": "baker"}, {"id": "own"}]
    draft = session_of(people={"roles": roles}).draft
    assert draft.things("people.roles") == (
        ("counter", "The till"),
        ("baker", "Baker"),
        ("own", "own"),
    )


@pytest.mark.parametrize(
    ("dotted", "value", "words"),
    [
        ("people.responsible", "counter", "Counter"),
        ("people.responsible", "nobody", "nobody"),
        ("people.responsible", None, ""),
        ("people.roles", [{"id": "baker"}, {"name": "Kim"}], "Baker, Kim"),
        ("people.roles", [], "none"),
        ("brand.voice", ["warm", "brief"], "warm, brief"),
        ("people.service_contact", {"name": "Ann", "phone": "555"}, "Ann, 555"),
    ],
)
def test_a_value_is_told_in_names_and_words(session, dotted, value, words):
    assert session.draft.in_words(path_to(dotted), value) == words


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
    without = said.put(AIM, None).settled()
    assert without.said(SALES) is None
    assert without.answers.parked == {"scorecard.revenue.new": "1200"}
    again = without.put(AIM, "More calm").settled()
    assert again.said(SALES) == "1200"
    assert again.answers.parked == {}


def test_an_answer_inside_a_thing_is_parked_by_its_id():
    said = Answers({"people": {"roles": [{"id": "cook", "name": "Cook"}, {"name": "Nobody"}]}})
    assert said.parked_key(("people", "roles", 0, "does")) == "people.roles.cook.does"
    assert said.parked_key(("people", "roles", 1, "does")) == "people.roles.1.does"


def test_a_draft_in_which_nothing_is_hidden_is_left_as_it_is(session):
    assert isinstance(session.draft, Draft)
    assert session.draft.settled() is session.draft


def asked_when(**when) -> Question:
    condition = Condition.model_validate(when)
    return Question(
        id="q", label="Q", ask="Q?", why="Q.", fills="lead", kind="line", when=condition
    )


@pytest.mark.parametrize(("said", "asked"), [("always", False), ("mostly", True), (None, False)])
def test_a_question_may_wait_for_any_answer_but_one(session_of, said, asked):
    promises = [{"id": "a", "name": "A"}]
    draft = session_of(promise={"promises": promises}).draft
    draft = draft.put(("promise", "promises", 0, "can_keep"), said)
    question = asked_when(field="can_keep", is_not="always")
    assert draft.is_asked(question, ("promise", "promises", 0)) is asked


@pytest.mark.parametrize(("holders", "asked"), [(0, False), (1, False), (2, True), (3, True)])
def test_a_question_may_wait_for_several_that_name_the_thing(session_of, holders, asked):
    people = [{"id": f"p{at}", "name": f"P{at}", "roles": ["host"]} for at in range(holders)]
    others = [{"id": "x", "name": "X", "roles": ["cook"]}, {"id": "y", "name": "Y"}]
    roles = [{"id": "host", "name": "Host"}, {"id": "cook", "name": "Cook"}]
    draft = session_of(people={"roles": roles, "people": [*people, *others]}).draft
    question = asked_when(field="people.people", several="roles")
    assert draft.is_asked(question, ("people", "roles", 0)) is asked
    assert not draft.is_asked(question, ("people", "roles", 1))
