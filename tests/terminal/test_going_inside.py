"""Whoever presses Enter at a list is asked what decides inside its things."""

from __future__ import annotations

import pytest

from playbook.answers.answers import Answers
from playbook.interview.start import Start

JOURNEY = Start("chapter", chapter="journey", alone=True)
PEOPLE = Start("chapter", chapter="people", alone=True)
OPEN = Start("open")
LIST = [{"id": "greeting", "name": "The greeting"}]
DESCRIBED = ["Say hello", "Within a minute.", "2", "1", "The till"]


@pytest.fixture
def held(hold, decisive_method, decisive_packs):
    """Return a function that holds an interview in which something is decisive."""

    def holding(*typing, start=JOURNEY, **data):
        answers = Answers({"format": "1", "pack": "bakery", **data})
        return hold(
            *typing, start=start, answers=answers, method=decisive_method, packs=decisive_packs
        )

    return holding


def test_after_a_list_the_decisive_things_are_offered(held):
    done = held("", "", *DESCRIBED)
    assert "1 moment of truth: describe it now? About 3 minutes." in done.text
    greeting = done.answers.get("journey.touchpoints.greeting")
    assert greeting["standard"] == "Within a minute."
    assert (greeting["owner"], greeting["measure"]) == ("counter", "smiles")
    assert done.answers.get("scorecard.measures.smiles.source") == "The till"


def test_where_a_number_is_read_off_makes_the_other_numbers_no_answer(held):
    done = held("", "", *DESCRIBED)
    assert done.answers.get("scorecard.measures")[1] == {"id": "waits"}


def test_enter_confirms_what_is_suggested_inside(held):
    done = held("", "", "Say hello", "Within a minute.", "", "", "The till")
    greeting = done.answers.get("journey.touchpoints.greeting")
    assert (greeting["owner"], greeting["measure"]) == ("counter", "smiles")


def test_r3_the_list_is_saved_before_the_offer(held, names):
    done = held("")
    assert done.screen.prompts[-1].menu.entries[0].label == "Yes, now"
    listed = done.answers.get("journey.touchpoints")
    assert names(listed) == ["The smell", "The greeting", "Paying"]


@pytest.mark.parametrize("typed", ["skip", "no", "2", "<"])
def test_the_offer_can_wait(held, typed):
    done = held("", typed)
    assert "Ask tp-steps?" not in done.text
    assert done.answers.get("interview.skipped") is None


def test_what_was_answered_is_not_asked_again(held):
    listed = [{**LIST[0], "steps": ["Say hello"], "owner": "baker"}]
    done = held("", "", "Within a minute.", journey={"touchpoints": listed}, start=JOURNEY)
    assert "Ask tp-steps?" not in done.text
    assert done.answers.get("journey.touchpoints.greeting.owner") == "baker"


def test_a_thing_leads_to_the_next_and_own_ones_come_first(held):
    own = [*LIST, {"id": "delivery", "name": "Delivery"}]
    typing = ["2", "", "", "yes", "skip", "skip", "skip", "skip", "Say hello"]
    done = held(*typing, journey={"touchpoints": own})
    assert "1 moment of truth and 1 of your own: describe them now?" in done.text
    assert done.answers.get("journey.touchpoints.delivery.moment_of_truth") == "yes"
    assert done.answers.get("journey.touchpoints.greeting.steps") == ["Say hello"]


def test_an_own_thing_that_does_not_decide_is_asked_nothing_more(held):
    own = [{"id": "delivery", "name": "Delivery"}]
    done = held("2", "", "", "no", journey={"touchpoints": own})
    assert "Ask tp-steps?" not in done.text
    assert "You now have a journey." in done.text


def test_a_skip_inside_is_kept_and_not_asked_over_and_over(held):
    done = held("", "", "skip", "Within a minute.", "", "", "skip")
    assert done.answers.skipped == (
        "journey.touchpoints.greeting.steps",
        "scorecard.measures.smiles.source",
    )
    again = held(start=OPEN, **done.answers.data)
    assert "Ask tp-steps?" not in again.text


def test_an_answer_to_what_was_left_for_later_takes_it_from_the_list(held):
    skipped = {"skipped": ["journey.touchpoints.greeting.steps"]}
    start = Start("questions", questions=("touchpoints",))
    done = held(
        "edit 2", "3", "Say hello", "home", start=start,
        journey={"touchpoints": LIST}, interview=skipped,
    )  # fmt: skip
    assert done.answers.skipped == ()


def test_done_goes_on_behind_the_list_and_home_goes_home(held):
    done = held("", "", "done")
    assert "things are left for later in this chapter" in done.text
    home = held("", "", "home", start=Start("chapter", chapter="journey"))
    assert "Your playbook" in home.text


def test_what_is_still_open_is_led_to_inside_an_accepted_list(held):
    said = {"name": "Rosewater", "what_we_do": "Bread.", "customer_word": "guest"}
    business = {**said, "customers_word": "guests", "story": "Told."}
    roles = [{"id": "owner", "name": "Owner"}, {"id": "counter", "name": "Counter"}]
    contact = {"name": "Kim", "phone": "555 0142", "email": "k@example.com", "hours": "All day"}
    people = {"roles": roles, "people": [], "responsible": "owner"}
    people |= {"service_contact": contact, "first_contact": "They stay."}
    done = held(
        "Say hello", start=OPEN, business=business, people=people, journey={"touchpoints": LIST}
    )
    assert done.text.index("Ask tp-steps?") < done.text.index("> Say hello")
    assert done.answers.get("journey.touchpoints.greeting.steps") == ["Say hello"]


def test_a_chapter_that_goes_on_goes_on_inside(held):
    done = held("", "Say hello", journey={"touchpoints": LIST})
    assert "Continue with your touchpoints" in done.screen.prompts[0].menu.entries[0].label
    assert done.answers.get("journey.touchpoints.greeting.steps") == ["Say hello"]


def test_who_of_several_answers_for_a_role_is_asked_right_after_the_people(held):
    people = [{"id": "kim", "name": "Kim", "roles": ["baker"]}]
    done = held("2", "", "Lee", "3", "", "", "Lee", start=PEOPLE, people={"people": people})
    shown = done.text
    assert shown.index("Ask persons?") < shown.index("Ask roles-lead?")
    assert done.answers.get("people.roles.baker.lead") == "lee"
