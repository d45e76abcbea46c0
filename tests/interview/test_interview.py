"""What any face of the interview asks the engine: where to begin, what comes next, how far it is."""

from __future__ import annotations

import pytest

from playbook.errors import PlaybookError
from playbook.interview.home import DRAFT, NEWS, home
from playbook.interview.review import review, state_in_words
from playbook.interview.start import questions_named
from playbook.interview.trades import languages, name_of, nearest, trades


def test_the_first_draft_comes_before_any_chapter(session):
    here = home(session)
    assert here.draft_is_open
    assert here.next_place == DRAFT
    assert here.essential == "Essential and still open: name."


def test_after_the_draft_comes_the_chapter_with_something_essential(session):
    here = session
    for question in session.method.questions:
        if question.quick:
            here = here.with_answers(here.answers.with_skipped(question.id, yes=True))
    later = home(here)
    assert later.next_place == "business"
    assert DRAFT not in later.places
    assert NEWS not in later.places
    assert (later.decided, later.total) == (0, home(session).total)


def test_the_review_says_what_each_answer_is(session_of):
    session = session_of(business={"name": "Rosewater"})
    session = session.with_answers(session.answers.with_skipped("story", yes=True))
    found = {one.question.id: one for one in review(session, session.method.chapters[:1])}
    assert {name: one.words for name, one in found.items()} == {
        "name": "Rosewater",
        "what": "open",
        "word": "suggested: guest",
        "words": "suggested: guests",
        "story": "not decided yet",
    }
    assert state_in_words(session, ("people", "responsible")) == "suggested: Counter"


def test_several_questions_that_are_nearly_named_are_told(small_method):
    assert [one.id for one in questions_named(small_method, ["name", "business.story"])] == [
        "name",
        "story",
    ]
    with pytest.raises(PlaybookError, match=r"“wrods”. Did you mean words or word or roles\?"):
        questions_named(small_method, ["wrods"])
    with pytest.raises(PlaybookError, match=r"docs/questions.md lists them"):
        questions_named(small_method, ["zzz"])


def test_the_trade_for_any_business_comes_last(session):
    assert languages(session) == ["en"]
    assert name_of("de") == "Deutsch"
    assert name_of("xx-nowhere") == "xx-nowhere"
    assert [option.label for option in trades(session, "en")] == ["Bakery", "Any other business"]


def test_a_trade_is_found_by_words_that_are_nearly_its_own(session):
    options = trades(session, "en")
    assert [option.label for option in nearest("bakker", options)] == ["Bakery"]
    assert [option.label for option in nearest("dog grooming", options)] == ["Any other business"]
    assert nearest("zeppelin", options) == ()
