"""Answers can be given without a person, and mean what they would mean at the question."""

from __future__ import annotations

import pytest

from playbook.errors import SettingsError
from playbook.interview.settings import with_settings


@pytest.fixture
def set_in(session, store):
    """Return a function that sets some answers and returns the answers and the words."""

    def given(*settings, of=session):
        after, done = with_settings(of, settings, store)
        return after.answers, {one.field: one.words for one in done}

    return given


@pytest.fixture
def refused(session, store):
    """Return a function that returns what is said of settings that cannot be used."""

    def told(*settings, of=session):
        with pytest.raises(SettingsError) as caught:
            with_settings(of, settings, store)
        return str(caught.value)

    return told


def test_r11_an_answer_is_set_by_its_field(set_in):
    answers, words = set_in("business.name=Corner = Bakery")
    assert answers.get("business.name") == "Corner = Bakery"
    assert words == {"business.name": "Corner = Bakery"}


@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [
        ("scorecard.revenue.repeat_share=95%", "95", "95 %"),
        ("reviews.next_review=next Friday", "2027-03-12", "Friday, 12 March 2027"),
        ("brand.colour=teal", "teal", "teal, which is #008080"),
        ("people.responsible=Counter", "counter", "Counter"),
        ("people.service_contact.phone=555 0100", "555 0100", "555 0100"),
    ],
)
def test_r18_a_value_is_read_as_if_it_had_been_typed(set_in, setting, value, words):
    field = setting.partition("=")[0]
    answers, told = set_in(setting)
    assert answers.get(field) == value
    assert told[field] == words


def test_a_field_of_one_thing_is_set_and_the_rest_of_its_list_stays_a_suggestion(set_in):
    answers, _ = set_in("journey.touchpoints.greeting.standard=Within one minute.")
    assert answers.get("journey.touchpoints") == [
        {"id": "smell"},
        {"id": "greeting", "standard": "Within one minute."},
        {"id": "paying"},
    ]


def test_a_new_thing_is_added_by_its_id_in_whatever_order_its_fields_come(set_in):
    answers, _ = set_in("people.people.sam.roles=baker, Counter", "people.people.sam.name=Sam")
    assert answers.get("people.people.sam") == {
        "id": "sam",
        "roles": ["baker", "counter"],
        "name": "Sam",
    }


def test_a_thing_without_an_id_is_named_by_its_number(set_in):
    answers, _ = set_in(
        "journey.touchpoints.greeting.recovery.1.wrong=A long queue",
        "journey.touchpoints.greeting.recovery.1.put_right=Say how long it takes.",
    )
    assert answers.get("journey.touchpoints.greeting.recovery") == [
        {"wrong": "A long queue", "put_right": "Say how long it takes."}
    ]


def test_nothing_behind_the_sign_takes_an_answer_away(set_in, session_of):
    said = session_of(business={"name": "Rosewater", "goal": "x", "what_we_do": "We bake."})
    answers, words = set_in("business.what_we_do=", of=said)
    assert answers.get("business.what_we_do") is None
    assert words == {"business.what_we_do": "open again"}


def test_the_starter_pack_can_be_set_and_what_follows_is_read_by_it(set_in, session_of):
    said = session_of(pack="generic")
    answers, words = set_in("pack=bakery", "people.responsible=Counter", of=said)
    assert answers.pack == "bakery"
    assert words["people.responsible"] == "Counter"


def test_everything_that_cannot_be_set_is_told_at_once(refused):
    told = refused(
        "business.nam=x",
        "pack=zoo",
        "people.people=Sam",
        "people.responsible=boss",
        "people.responsible=1",
        "reviews.next_review=some day",
        "journey.touchpoints.The Door.standard=x",
        "journey.touchpoints.greeting.recovery.3.wrong=x",
        "nothing",
    )
    assert "These answers cannot be set; nothing was changed" in told
    assert "--set business.nam: No question fills such a field. Did you mean business.name?" in told
    assert "--set pack: There is no starter pack “zoo”." in told
    assert "--set people.people: This is a whole list." in told
    assert "people.people.<id>.name=…" in told
    assert "“boss” is not a choice here. Choose from: owner (Owner)" in told
    assert "“1” is not a choice here." in told
    assert "--set reviews.next_review:" in told
    assert "“The Door” cannot be an id" in told
    assert "“3” is not a number from 1 to 1." in told
    assert "--set nothing: Write it as field=value." in told


def test_answers_that_make_no_sense_together_are_refused(refused):
    assert "“zoe” has no name" in refused("people.people.zoe.roles=owner")


def test_a_name_that_is_too_long_is_refused(refused):
    assert "longer than 200 characters" in refused("business.name=" + "a" * 300)
