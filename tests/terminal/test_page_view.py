"""p shows the part of the page in which the answer appears."""

from __future__ import annotations

import pytest

from playbook.errors import TemplateError
from playbook.interview.start import Start
from playbook.terminal.conversation import Surroundings
from playbook.terminal.page_view import SHORT, page_lines
from playbook.terminal.screen.screen import Line

STORY = Start("questions", questions=("what",))


def page(count: int) -> tuple[Line, ...]:
    sections = [
        line
        for number in range(count)
        for line in (Line(f"Part {number}", "question"), Line(f"We say {number} here."))
    ]
    return (Line("The page", "title"), *sections)


def shown(count: int, answer: str = "") -> list[str]:
    lines = page_lines(lambda *_: page(count), None, "people", "", answer)
    return [line.text for line in lines]


def test_r20_a_short_page_is_shown_whole():
    told = shown(3)
    assert told[1] == "— The page as it is now —"
    assert told[2:-2] == [line.text for line in page(3)]
    assert told[-2] == "— End of the page —"


def test_r20_of_a_long_page_the_part_with_the_answer_is_shown():
    told = shown(60, "We say\n40 here.")
    assert told[2:5] == ["The page", "Part 40", "We say 40 here."]
    assert len(told) <= SHORT + 5
    assert "more paragraphs" in told[-2]


def test_a_long_page_without_the_answer_begins_at_its_beginning():
    assert shown(60, "Nowhere to be found")[2:4] == ["The page", "Part 0"]


def test_r20_p_shows_the_page_and_asks_again(hold):
    asked: list[tuple[str, str]] = []

    def preview(answers, kind, thing):
        asked.append((kind, thing))
        return (Line("The page", "title"), Line("Text"))

    held = hold("p", "", start=STORY, around=Surroundings(preview=preview))
    assert asked == [("welcome", "")]
    assert held.text.index("The page") < held.text.rindex("Ask what?")


@pytest.mark.parametrize("typed", ["p", "preview"])
def test_a_page_that_cannot_be_made_is_said(hold, typed):
    def preview(*_page):
        raise TemplateError("templates/people.md.j2, line 2: no.")

    held = hold(typed, start=STORY, around=Surroundings(preview=preview))
    assert "The page cannot be shown yet. templates/people.md.j2, line 2: no." in held.text


def test_p_at_the_question_for_the_trade_says_that_there_is_no_page_yet(hold):
    from playbook.answers.answers import Answers

    assert "There is no page to show here yet." in hold("p", answers=Answers({})).text
