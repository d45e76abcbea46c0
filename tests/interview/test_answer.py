"""What is heard is a value, with how it was understood and what to ask back."""

from __future__ import annotations

import pytest

from playbook.interview.answer import (
    NO_ANSWER,
    Heard,
    fits,
    hear,
    in_words,
    taken,
    with_new,
)
from playbook.parse.meaning import Unclear


@pytest.fixture
def at(session_of):
    """Return a function that gives a session at one question, over some answers."""

    def here(question_id, **said):
        session = session_of(**said)
        return session.in_questions([session.method.question(question_id)], "")

    return here


@pytest.fixture
def standard(session):
    """A session at the question for the standard of the first touchpoint."""
    here = session.in_chapter(session.method.chapters[2])
    return here.with_list(here.things.selected()).in_thing(0, at=3)


def test_words_that_are_kept_as_they_are_have_no_echo(at, store):
    assert hear(at("what").asking, "We bake", store) == Heard("We bake")


@pytest.mark.parametrize(
    ("question_id", "text", "heard"),
    [
        ("colour", "teal", Heard("teal", "teal, which is #008080")),
        ("next-review", "next Friday", Heard("2027-03-12", "Friday, 12 March 2027")),
        ("share", "9 out of 10", Heard("90", "90 %")),
        ("logo", "/home/me/logo.png", Heard("brand/logo.png", "brand/logo.png")),
    ],
)
def test_what_means_more_than_its_letters_is_echoed(at, store, question_id, text, heard):
    assert hear(at(question_id).asking, text, store) == heard


def test_a_logo_that_nobody_will_see_counts_and_comes_with_a_note(at, store):
    path = "brand/white.svg"
    note = "Nobody will see this logo."
    assert hear(at("logo"), "/home/me/white.svg", store) == Heard(path, path, note=note)


def test_a_pale_colour_comes_with_advice(at, store):
    assert "a pale one; for a darker one type" in hear(at("colour").asking, "yellow", store).echo


def test_what_cannot_be_read_says_what_to_type(at, store):
    with pytest.raises(Unclear, match="Use a number of percent"):
        hear(at("share").asking, "most", store)


def test_a_vague_word_is_asked_back_and_the_words_may_stay(standard, store):
    heard = hear(standard.asking, "We answer quickly", store)
    assert heard.value == "We answer quickly"
    assert heard.query.words.startswith("“quickly” means something else to everyone.")
    for silence in ("", "We answer quickly"):
        assert taken(heard.query, silence).value == "We answer quickly"
    assert taken(heard.query, "Within 3 rings") is None


def test_a_doubtful_day_is_asked_back_with_both_and_nothing_is_guessed(at, store):
    query = hear(at("next-review").asking, "3/4/2027", store).query
    values = [offer.heard.value for offer in query.offers]
    assert sorted(values) == ["2027-03-04", "2027-04-03"]
    assert taken(query, "") == Heard(query=query)
    assert taken(query, "2").value == values[1]
    assert taken(query, values[0]).value == values[0]


def test_a_doubtful_day_is_unclear_where_nobody_can_be_asked_back(at, store):
    with pytest.raises(Unclear, match="Please write"):
        hear(at("next-review").asking, "3/4/2027", store, in_full=True)


def test_a_choice_is_heard_by_number_name_and_beginning(at, store):
    for text in ("2", "Counter", "cou", "counter"):
        assert hear(at("responsible").asking, text, store) == Heard("counter", "Counter")


@pytest.mark.parametrize("text", ["2", "cou", "boss"])
def test_a_choice_is_named_in_full_by_somebody_who_sees_no_list(at, store, text):
    with pytest.raises(Unclear, match="is not a choice here"):
        hear(at("responsible").asking, text, store, in_full=True)


def test_a_name_that_is_not_in_the_list_is_offered_as_a_new_thing(at, store):
    here = at("responsible")
    query = hear(here.asking, "Head  baker", store).query
    assert query.words == "“Head baker” is not in the list."
    assert [offer.label for offer in query.offers] == [
        "Add “Head  baker” as a new role",
        "Choose from the list again",
    ]
    assert taken(query, "2") == NO_ANSWER
    session, value = with_new(here, taken(query, "yes"))
    assert value == "head-baker"
    assert session.draft.name_of("people.roles", {"id": value}) == "head-baker"
    assert session.answers.get("people.roles.head-baker.name") == "Head  baker"


def test_a_slip_is_offered_before_the_new_thing(at, store):
    query = hear(at("responsible").asking, "countre", store).query
    assert query.words == "“countre” is not in the list. Did you mean “Counter”?"
    assert query.likeliest == Heard("counter", "Counter")


def test_adding_a_thing_and_choosing_it_are_one_change(at, store):
    here = at("responsible")
    session, value = with_new(here, hear(here.asking, "Head baker", store).query.likeliest)
    after = session.answered(value)
    assert after.undone().answers == here.answers


def test_what_was_answered_before_may_no_longer_fit(at):
    assert fits(at("responsible", people={"responsible": "Baker"}).asking)
    assert not fits(at("responsible", people={"responsible": "gardener"}).asking)
    assert not fits(at("what", business={"what_we_do": ["We bake"]}).asking)
    assert not fits(at("share", scorecard={"revenue": {"repeat_share": "most"}}).asking)


def test_answers_are_said_with_names_instead_of_ids(at):
    assert in_words(at("responsible").asking, "counter") == "Counter"
    assert (
        in_words(at("files", brand={"font": "own"}).asking, ["a.woff2", "b.woff2"])
        == "\n– a.woff2\n– b.woff2"
    )
    assert [option.label for option in at("font").asking.options] == ["Plain", "Our own"]
