from __future__ import annotations

import itertools

import pytest

from playbook.language.phrase_files import plain_english
from playbook.poster.boxes import DETAILS, SIZES, fitting
from playbook.words import Words
from tests.small_journey import map_of


@pytest.fixture(name="points")
def _points(make_playbook, method):
    return [stage.points for stage in map_of(make_playbook, method).stages]


def said(box) -> str:
    return " ".join(
        f"{line.label.plain} {line.words.plain}" if line.label else line.words.plain
        for line in box.lines
    )


def test_where_there_is_room_everything_is_said_in_the_largest_letters(points):
    columns = fitting(points, 60, 400, plain_english(Words("guest"), Words("guests")))
    told = said(columns[0][0])
    for words in (
        "1.1 At the door",
        "The guest wants: To be seen",
        "We: Look up",
        "Who: Host (Ana)",
    ):
        assert words in told
    assert {line.size for line in columns[0][0].lines if line.look == "plain"} == {SIZES[0]}


def test_with_less_room_less_is_said_and_the_name_stays(points):
    told = said(fitting(points, 60, 25, plain_english(Words("guest"), Words("guests")))[0][0])
    assert "At the door" in told
    assert "Behind the scenes" not in told


def test_what_does_not_fit_even_then_is_counted(points):
    columns = fitting([points[0] * 20], 60, 60, plain_english(Words("guest"), Words("guests")))
    assert said(columns[0][-1]).startswith("and ")
    assert sum(box.height for box in columns[0]) <= 60


def test_a_column_never_grows_beyond_its_room(points):
    for tall in (20, 40, 80, 160):
        for column in fitting(points, 40, tall, plain_english(Words("guest"), Words("guests"))):
            assert sum(box.height for box in column) <= tall + 0.01


def test_less_is_said_from_step_to_step():
    for more, less in itertools.pairwise(DETAILS):
        assert less.keys() <= more.keys()
