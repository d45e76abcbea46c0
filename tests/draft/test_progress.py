"""How far a chapter is, and how long the rest of it will take."""

from __future__ import annotations

from playbook.draft.progress import progress_in


def minutes(session) -> list[int]:
    return [progress.minutes for progress in progress_in(session.draft)]


def test_the_minutes_left_are_those_of_all_that_is_left(session_of):
    # A line takes 20 seconds and a text 60: three lines and two texts.
    assert minutes(session_of())[0] == 3


def test_what_is_decided_takes_no_more_time(session_of):
    here = session_of(business={"name": "Rosewater", "what_we_do": "We bake bread."})
    assert minutes(here)[0] == 2
    said = {"what_we_do": "Bread.", "customer_word": "guest", "customers_word": "guests"}
    assert minutes(session_of(business={"name": "Rosewater", "story": "Told.", **said}))[0] == 0


def test_what_was_left_for_later_still_takes_its_time(session_of):
    here = session_of(interview={"skipped": ["what", "story"]})
    assert minutes(here)[0] == 3


def test_each_thing_of_a_list_takes_its_time(session_of):
    # Three roles of the pack at 90 seconds, and the questions of the chapter, of which some are suggested.
    assert minutes(session_of())[1] == 8
    one = session_of(people={"roles": [{"id": "owner", "name": "Owner", "does": "Decides."}]})
    assert minutes(one)[1] == 3
