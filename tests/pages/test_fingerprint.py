"""What asks for a new signature, and what does not."""

from __future__ import annotations

import pytest

from playbook.pages.fingerprint import fingerprint, normalised
from playbook.words import Words
from tests.pages.conftest import TEXT


@pytest.fixture(name="print_of")
def _print_of(make_playbook):
    def print_of(text=TEXT, role="host"):
        return fingerprint(make_playbook(text), role)

    return print_of


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("You are seen within 1.5 minutes", "You are seen within 2 minutes"),
        ("within 1.5 minutes", "within 15 minutes"),
        ("By somebody who says hello", "By somebody"),
        ("promises: [seen]", "promises: [hot]"),
        ("[Look up, Say hello]", "[Say hello, Look up]"),
        ("[Look up, Say hello]", "[Look up]"),
        ("[Look up, Say hello]", "[Look, up Say hello]"),
        ("60 seconds", "90 seconds"),
        ("      owner: host\n      stand_in: cook\n", "      owner: cook\n"),
    ],
)
def test_a_changed_promise_step_standard_or_owner_asks_to_sign_again(print_of, before, after):
    assert before in TEXT
    assert print_of(TEXT.replace(before, after)) != print_of()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("today: Nobody looks up", "today: Nobody looks"),
        ("The list is printed", "The lists are printed"),
        ("say: [Good morning]", "say: [Good evening]"),
        ("stand_in: cook\n      moment", "moment"),
        ("name: The greeting", "name: Greeting"),
        ("On the table in 6 minutes", "On the table in 9 minutes"),
        ("The soup is hot", "The soup is very hot"),
        ("name: Host", "name: Front of house"),
        ("60 seconds, every time", "60  Seconds every time."),
        ("By somebody who says hello", "By somebody\n        who says hello."),
        ("[Look up, Say hello]", "[look up., Say hello…]"),
    ],
)
def test_everything_else_leaves_the_fingerprint_as_it_is(print_of, before, after):
    assert before in TEXT
    assert print_of(TEXT.replace(before, after)) == print_of()


def test_another_order_of_the_touchpoints_leaves_the_fingerprint_as_it_is(make_playbook):
    playbook = make_playbook(TEXT)
    journey = playbook.journey
    turned = journey.model_copy(update={"touchpoints": journey.touchpoints[::-1]})
    other = playbook.model_copy(update={"journey": turned})
    assert fingerprint(other, "host") == fingerprint(playbook, "host")


def test_the_fingerprint_is_the_same_tomorrow(print_of):
    # Signed sheets hang on walls. Whoever changes this asks every reader to sign again.
    assert print_of() == "fec393a8"
    assert len(print_of()) == 8


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Say hello.", "say  hello"),
        ("Look up,\nsay hello;", "Look up say hello"),
        ("It’s “fine”.", 'It\'s "fine"'),
        ("Stop (really).", "Stop (really)"),
        ("Cafe\u0301", "Caf\u00e9"),
    ],
)
def test_what_changes_no_meaning_is_taken_away(one: str, other: str):
    assert normalised(Words(one)) == normalised(Words(other))


@pytest.mark.parametrize(
    ("one", "other"), [("2.5 h", "25 h"), ("-5 °C", "5 °C"), ("14:30", "1430"), ("< 5", "> 5")]
)
def test_what_changes_a_number_stays(one: str, other: str):
    assert normalised(Words(one)) != normalised(Words(other))
