"""The dialogs say what is asked, take what is typed, and lead nowhere else."""

from __future__ import annotations

import pytest

from playbook.interview.home import home
from playbook.interview.start import Start
from playbook.parse.choices import Option
from playbook.terminal.home_menu import home_lines, home_menu, home_options
from playbook.terminal.list_question import ListQuestion
from playbook.terminal.numbered_menu import Manner, choose
from playbook.terminal.question import ChoiceQuestion, Means, TypedQuestion, as_typed
from playbook.terminal.screen.screen import Leaving, Line, Menu
from playbook.terminal.texts import counted, heading, plural, question_lines
from playbook.terminal.trade_question import choose_trade
from tests.small_interview import MemoryStore, TypingScreen

FRUIT = (Option("a", "Apple"), Option("p", "Pear", "a fruit for October"))


def asked(session, question, *typing, kind):
    """Return the session after a question was asked alone, and what was shown."""
    screen = TypingScreen(list(typing))
    means = Means(screen, MemoryStore(), lambda changed: changed)
    here = session.in_questions([session.method.question(question)], "Alone")
    return kind(here, means).ask(), screen.text


@pytest.mark.parametrize(
    ("typing", "chosen"),
    [
        (["2"], "p"),
        (["october"], "p"),
        (["", "1"], "a"),
        (["?", "p", "x", "app"], "a"),
        (["<"], None),
    ],
)
def test_a_menu_is_asked_until_a_line_is_chosen(typing, chosen):
    screen = TypingScreen(typing)
    assert choose(screen, FRUIT, (Line("Which?"),), menu=Menu.of(FRUIT, None)) == chosen


def test_enter_takes_what_a_menu_offers():
    assert choose(TypingScreen([""]), FRUIT, menu=Menu.of(FRUIT, 1)) == "p"


def test_quit_leaves_from_a_menu():
    with pytest.raises(Leaving):
        choose(TypingScreen(["quit"]), FRUIT)


def test_a_menu_may_say_itself_what_was_meant():
    def unclear(_unclear, text, menu):
        return Line(f"Not {text}."), Menu(menu.entries, 1)

    screen = TypingScreen(["plum", ""])
    assert choose(screen, FRUIT, manner=Manner(unclear=unclear)) == "p"
    assert "Not plum." in screen.text


def test_home_offers_what_comes_next(session):
    here = home(session)
    options = home_options(here)
    menu = home_menu(here, options)
    assert options[menu.cursor].label == "First draft"
    assert menu.entries[menu.cursor].detail == "a few short questions, about 10 minutes"
    assert [line.text for line in home_lines(here)][1:3] == [
        "Your playbook",
        "Essential and still open: name.",
    ]


def test_a_question_says_what_is_asked_and_why(session):
    here = session.in_chapter(session.method.chapters[0])
    assert heading(here).text == "Your business · question 1 of about 5"
    assert [line.text for line in question_lines(here)] == [
        "Ask name?",
        "Why we ask: Why name. You will find the answer on the welcome page.",
    ]


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("role", "roles"),
        ("party", "parties"),
        ("day", "days"),
        ("person", "people"),
        ("group of customers", "groups of customers"),
        ("thing that can go wrong", "things that can go wrong"),
        ("thing to stop", "things to stop"),
        ("thing we fixed", "things we fixed"),
        ("product or service", "products or services"),
        ("change to make it easier", "changes to make it easier"),
        ("way of listening", "ways of listening"),
    ],
)
def test_things_are_counted_in_plain_words(one, several):
    assert plural(one) == several
    assert (counted(1, one), counted(2, one)) == (f"1 {one}", f"2 {several}")


def test_a_typed_question_takes_words_as_they_are(session):
    after, _ = asked(session, "what", "We bake", kind=TypedQuestion)
    assert after.answers.get("business.what_we_do") == "We bake"
    assert as_typed(["a", "b"]) == "a\nb"


def test_a_choice_says_what_was_chosen(session):
    after, shown = asked(session, "responsible", "cou", kind=ChoiceQuestion)
    assert after.answers.get("people.responsible") == "counter"
    assert "→ Counter" in shown


def test_edit_at_a_list_without_things_is_one_sentence(session, hold):
    held = hold("1 2 3", "edit", start=Start("questions", questions=("persons",)))
    assert "There is nothing in the list yet. Type a name to add one." in held.text


def test_a_list_of_nothing_can_be_left_open(session):
    after, _ = asked(session, "persons", "", kind=ListQuestion)
    assert after.answers.skipped == ("persons",)


def test_a_doubtful_day_is_chosen_from_both(hold):
    start = Start("questions", questions=("next-review",))
    held = hold("3/4/2027", "", "2", start=start)
    menu = held.screen.prompts[1].menu
    assert menu.cursor is None
    assert held.answers.get("reviews.next_review") == menu.entries[1].label


def test_going_back_from_a_doubt_asks_the_question_again(hold):
    start = Start("questions", questions=("next-review",))
    held = hold("3/4/2027", "<", "end of May", start=start)
    assert held.answers.get("reviews.next_review") == "2027-05-31"


def test_a_way_back_from_the_trades_chooses_none(session):
    assert choose_trade(session, TypingScreen(["<"])) is None
    assert choose_trade(session, TypingScreen(["7", "bakker", ""])) == "bakery"
