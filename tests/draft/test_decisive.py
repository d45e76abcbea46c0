"""What decides, what is to be decided about it, and in which order."""

from __future__ import annotations

import pytest

from playbook.answers.answers import Answers
from playbook.draft.decisive import (
    brought_up_by,
    chosen_in,
    decisive_things,
    undecided_things,
)
from playbook.draft.draft import Draft
from playbook.draft.progress import minutes_for, progress_in

OWN = {"id": "delivery", "name": "Delivery"}
GREETING = {"id": "greeting", "name": "The greeting"}


@pytest.fixture
def draft_of(decisive_method, decisive_packs):
    def make(**data):
        answers = Answers({"format": "1", "pack": "bakery", **data})
        return Draft.over(answers, decisive_packs["bakery"], decisive_method)

    return make


def touchpoints(draft):
    return draft.method.question_filling("journey.touchpoints")


def told(things):
    return [(one.key, [*one.fields]) for one in things]


def test_only_moments_of_truth_decide_among_touchpoints(draft_of):
    found = decisive_things(draft_of(), touchpoints(draft_of()))
    assert told(found) == [("greeting", ["steps", "standard", "owner", "measure"])]


def test_the_owners_own_come_first_and_are_asked_whether_they_decide(draft_of):
    draft = draft_of(journey={"touchpoints": [GREETING, OWN]})
    found = decisive_things(draft, touchpoints(draft))
    assert [one.key for one in found] == ["delivery", "greeting"]
    assert [one.fills for one in found[0].fresh(draft)] == ["moment_of_truth"]


@pytest.mark.parametrize(
    ("said", "fresh"),
    [("yes", ["steps", "standard", "owner", "measure"]), ("no", [])],
)
def test_what_is_asked_of_an_own_thing_depends_on_whether_it_decides(draft_of, said, fresh):
    own = {**OWN, "moment_of_truth": said}
    draft = draft_of(journey={"touchpoints": [own]})
    assert [
        each.fills
        for one in undecided_things(draft, touchpoints(draft))
        for each in one.fresh(draft)
    ] == fresh


def test_a_moment_that_the_owner_unmarks_decides_no_more(draft_of):
    unmarked = {**GREETING, "moment_of_truth": "no"}
    draft = draft_of(journey={"touchpoints": [unmarked]})
    assert decisive_things(draft, touchpoints(draft)) == ()


def test_what_was_answered_or_left_for_later_is_fresh_no_more(draft_of):
    said = {**GREETING, "owner": "baker", "steps": ["Say hello"]}
    skipped = ["journey.touchpoints.greeting.standard"]
    draft = draft_of(journey={"touchpoints": [said]}, interview={"skipped": skipped})
    (one,) = undecided_things(draft, touchpoints(draft))
    assert [each.fills for each in one.fresh(draft)] == ["measure"]


def test_a_list_without_decisive_questions_has_nothing_decisive(draft_of):
    draft = draft_of()
    assert decisive_things(draft, draft.method.question("persons")) == ()


def test_several_people_with_one_role_bring_up_who_answers_for_it(draft_of):
    people = [{"id": one, "name": one.title(), "roles": ["baker"]} for one in ("kim", "lee")]
    draft = draft_of(people={"people": people})
    found = brought_up_by(draft, draft.method.question("persons"))
    assert [one.key for one in found if one.fresh(draft)] == ["baker"]


def test_of_a_number_that_is_chosen_it_matters_where_it_is_read_off(draft_of):
    draft = draft_of()
    (one,) = decisive_things(draft, touchpoints(draft))
    found = chosen_in(draft, one.row, one.within(draft))
    assert told(found) == [("smiles", ["source"])]


def test_a_chapter_counts_what_is_decided_inside_its_decisive_things(draft_of):
    # The list, and steps, standard, owner and measure of the greeting.
    before = draft_of(journey={"touchpoints": [GREETING]})
    assert (progress_in(before)[2].decided, progress_in(before)[2].total) == (1, 5)
    said = {"steps": ["Say hello"], "standard": "Within a minute.", "owner": "baker"}
    after = draft_of(journey={"touchpoints": [{**GREETING, **said, "measure": "smiles"}]})
    assert progress_in(after)[2].is_done


def test_what_is_left_for_later_inside_a_thing_is_not_decided_and_not_fresh(draft_of):
    fields = ("steps", "standard", "owner", "measure")
    skipped = [f"journey.touchpoints.greeting.{field}" for field in fields]
    draft = draft_of(journey={"touchpoints": [GREETING]}, interview={"skipped": skipped})
    here = progress_in(draft)[2]
    assert (here.decided, here.total, here.fresh) == (1, 5, ())


def test_the_minutes_are_those_of_what_is_fresh(draft_of):
    draft = draft_of()
    # Lines and a text take a minute each, two choices half a minute together.
    assert minutes_for(draft, decisive_things(draft, touchpoints(draft))) == 3
