"""What is doubtful in the file, or was once read otherwise, is told with its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from playbook.app.folder import open_folder
from playbook.checks import RULES_OF_NOTES, RULES_OF_WRITING
from playbook.workspace import Workspace

BY_HAND = """\
format: 1
pack: cafe
business:
  name: Café Blüte
brand:
  colour: dark green
people:
  roles:
    - id: owner
      name: Inhaberin
      make_good_limit: 7,50
scorecard:
  measures:
    - id: marks
      name: Average mark on the card
      baseline: 4,5
      target: 4,8
      better: higher
    - id: revenue-a-day
      name: Takings a day
      baseline: 1.234,50
      target: 1.300,00
      better: higher
  revenue:
    new: 12,5
    repeat: 1.200
    currency: €
"""
MEASURE = "format: 1\nbusiness: {name: A}\nscorecard:\n  measures:\n    - id: m\n      name: M\n"


@pytest.fixture
def told(tmp_path: Path) -> Callable[[str], dict[str, str]]:
    """Return a function from an answers file to what is said of its writing, by place."""

    def check(text: str) -> dict[str, str]:
        (tmp_path / "answers.yml").write_text(text, encoding="utf-8")
        reading = open_folder(Workspace(tmp_path))
        ours = {rule.id for rule in (*RULES_OF_WRITING, *RULES_OF_NOTES)}
        found = (one for one in reading.findings() if one.rule in ours)
        return {reading.place(one): f"{one.what} {one.mend} [{one.severity}]" for one in found}

    return check


def test_what_is_read_otherwise_than_before_says_so_with_both_readings(told):
    found = told(BY_HAND)
    assert {place: said.partition(" Write ")[0] for place, said in found.items()} == {
        "answers.yml, line 11": "“7,50” is read as 7.5; an earlier version read 750.",
        "answers.yml, line 16": "“4,5” is read as 4.5; an earlier version read 45.",
        "answers.yml, line 17": "“4,8” is read as 4.8; an earlier version read 48.",
        "answers.yml, line 21": "“1.234,50” is read as 1234.5; an earlier version read 1.2345.",
        "answers.yml, line 22": "“1.300,00” is read as 1300; an earlier version read 1.3.",
        "answers.yml, line 25": "“12,5” is read as 12.5; an earlier version read 125.",
        "answers.yml, line 26": "“1.200” is read as 1200; an earlier version read 1.2.",
    }
    assert found["answers.yml, line 11"].endswith("Write 7.5 to be rid of this note. [advice]")


def test_numbers_and_a_colour_by_hand_mean_what_they_mean_in_the_interview(tmp_path):
    (tmp_path / "answers.yml").write_text(BY_HAND, encoding="utf-8")
    reading = open_folder(Workspace(tmp_path))
    scorecard = reading.playbook.scorecard
    amounts = [
        reading.playbook.people.roles[0].make_good_limit,
        *(value for one in scorecard.measures for value in (one.baseline, one.target)),
        scorecard.revenue.new,
        scorecard.revenue.repeat,
    ]
    assert list(map(float, amounts)) == [7.5, 4.5, 4.8, 1234.5, 1300, 12.5, 1200]
    assert reading.look.colour == "#006400"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1,200", "“1,200” may mean 1200 or 1.2; it counts as 1200. Write 1200 or 1.2."),
        ("1.200", "“1.200” may mean 1.2 or 1200; it counts as 1.2. Write 1.2 or 1200."),
        (
            "12.345",
            "“12.345” may mean 12.3450 or 12345; it counts as 12.3450. Write 12.3450 or 12345.",
        ),
    ],
)
def test_a_doubtful_number_counts_as_before_and_is_told(told, text, said):
    assert told(f"{MEASURE}      target: {text}\n") == {"answers.yml, line 7": f"{said} [warning]"}


def test_a_doubtful_day_is_left_open_and_told(told):
    assert told(f"{MEASURE}      target: 7\n      target_date: 3/4/27\n") == {
        "answers.yml, line 8": "“3/4/27” may mean 2027-04-03 or 2027-03-04; it is left open. "
        "Write 2027-04-03 or 2027-03-04. [warning]"
    }


@pytest.mark.parametrize(("text", "number"), [("1e3", "1000"), ("1,2,3", "123"), ("1_0", "10")])
def test_what_only_the_past_could_read_still_counts_and_is_told(told, text, number):
    assert told(f"{MEASURE}      target: {text}\n") == {
        "answers.yml, line 7": f"“{text}” is taken for {number}, as by an earlier version. "
        f"Write {number} to be rid of this note. [advice]"
    }


@pytest.mark.parametrize("text", ["95", "2.5", "2h", "1 200", "1,234,567", "95 %"])
def test_what_is_clear_is_not_told(told, text):
    unit = {"2h": "minutes", "95 %": '"%"'}.get(text, "stars")
    assert told(f"{MEASURE}      unit: {unit}\n      target: {text}\n") == {}


NOTED = """\
format: 1
business:
  name: Sam's # as in Samantha
  story: We are known as #sams in town
people:
  roles:
    - id: host
      name: Host
    - id: second
      name: Second
      does: #1 of all
  service_contact:
    phone: #5 The Mews
    email: # ask Bríd
scorecard: # ---- later
"""


def test_words_that_a_hash_makes_a_note_of_are_told_with_their_lines(told):
    said = " is no part of the answer: all behind # is a note. Put the whole answer in quotation"
    end = " marks; or, for a note, a blank behind the #. [warning]"
    assert told(NOTED) == {
        "answers.yml, line 4": f"“#sams in town”{said}{end}",
        "answers.yml, line 11": f"“#1 of all”{said}{end}",
        "answers.yml, line 13": f"“#5 The Mews”{said}{end}",
    }


def test_words_in_quotation_marks_are_no_note(told, tmp_path):
    assert told('business:\n  name: A\n  story: "#5 The Mews"\n') == {}
    story = open_folder(Workspace(tmp_path)).playbook.business.story
    assert story == "#5 The Mews"
