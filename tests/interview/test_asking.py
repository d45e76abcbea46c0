"""A question is asked of a draft, without any interview around it."""

from __future__ import annotations

import pytest

from playbook.interview.asking import Asking
from playbook.method.models import Question


@pytest.fixture
def asked(session_of):
    """Return a function that asks a question of a chapter about what an owner said."""

    def here(question_id, **said):
        session = session_of(**said)
        return Asking(session.draft, session.method.question(question_id), session.today)

    return here


def test_what_the_pack_proposes_holds_until_the_owner_answers(asked):
    before = asked("responsible")
    after = asked("responsible", people={"responsible": "baker"})
    assert (before.value, before.suggestion, before.effective) == (None, "counter", "counter")
    assert (after.value, after.suggestion, after.effective) == ("baker", "counter", "baker")


def test_a_question_about_a_thing_fills_a_field_of_it(session):
    [question] = [one for one in session.method.question("roles").each if one.fills == "does"]
    asking = Asking(session.draft, question, session.today, ("people", "roles", 1))
    assert asking.path == ("people", "roles", 1, "does")
    assert (asking.effective, asking.field.path) == ("Serves.", "people.roles[].does")


def test_only_what_the_playbook_cannot_do_without_is_needed(asked):
    assert not asked("name").may_skip
    assert asked("what").may_skip


def test_an_answer_is_no_longer_left_for_later(asked):
    after = asked("what", interview={"skipped": ["what"]}).with_answer("We bake.")
    assert after.said(("business", "what_we_do")) == "We bake."
    assert after.answers.skipped == ()


def test_an_answer_is_taken_away_and_so_is_one_kept_aside(asked):
    said = {"scorecard": {"revenue": {"new": "5"}}}
    parked = {"interview": {"parked": {"scorecard.revenue.new": "7"}}}
    after = asked("new", **said, **parked).without_answer()
    assert after.answers == asked("new").draft.answers


def test_a_share_that_the_standard_names_is_offered_and_never_taken(session_of):
    share = Question(
        id="share",
        label="Share",
        ask="How often?",
        why="W.",
        kind="percent",
        fills="standard_share",
    )
    said = [{"id": "greeting", "name": "The greeting", "standard": "9 of 10 are greeted at once."}]
    session = session_of(journey={"touchpoints": said})
    asking = Asking(session.draft, share, session.today, ("journey", "touchpoints", 0))
    assert (asking.suggestion, asking.effective, asking.value) == ("90", None, None)
    unsaid = Asking(session_of().draft, share, session.today, ("journey", "touchpoints", 0))
    assert unsaid.suggestion is None


@pytest.mark.parametrize(("word", "offered"), [("family", "families"), ("client", "clients")])
def test_what_several_are_called_is_offered_after_the_owners_word_for_one(
    session_of, word, offered
):
    session = session_of(business={"customer_word": word})
    question = session.method.question("words")
    assert Asking(session.draft, question, session.today).suggestion == offered


def test_without_a_word_of_the_owners_the_packs_stands_for_several(session_of):
    session = session_of()
    question = session.method.question("words")
    suggested = Asking(session.draft, question, session.today).suggestion
    assert suggested == session.draft.proposed(("business", "customers_word"))
