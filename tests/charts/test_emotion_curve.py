from __future__ import annotations

import re

from playbook.charts.emotion_curve import (
    CurvePoint,
    Frame,
    curve,
    path,
    runs,
)
from playbook.words import Words

FRAME = Frame(left=0, top=0, column=10, row=1)

LEVELS = [Words(name) for name in ("Uneasy", "So-so", "Fine", "Good", "Delighted")]


def point(
    intended: int | None = None,
    heard: float | None = None,
    *,
    enough: bool = True,
    suggested: bool = False,
):
    return CurvePoint(Words("Stage"), intended, heard, enough, suggested)


def test_a_line_breaks_where_a_stage_has_no_level():
    points = [point(3), point(5), point(), point(1), point(2)]
    assert list(runs(points, FRAME)) == [
        ("ours", [(5, 2), (15, 0)]),
        ("ours", [(35, 4), (45, 3)]),
    ]


def test_what_too_few_customers_said_is_no_part_of_a_line():
    points = [point(heard=4), point(heard=5), point(heard=1, enough=False), point(heard=5)]
    assert list(runs(points, FRAME)) == [("heard", [(5, 1), (15, 0)])]


def test_a_line_to_a_suggestion_is_one_itself():
    points = [point(3, suggested=True), point(5), point(5), point(1)]
    assert list(runs(points, FRAME)) == [
        ("suggested", [(5, 2), (15, 0)]),
        ("ours", [(15, 0), (25, 0), (35, 4)]),
    ]


def test_a_suggested_feeling_is_a_hollow_dot():
    said = Words("said below")
    drawn = curve([point(3, suggested=True), point(5)], LEVELS, title=said, told=said)
    assert drawn is not None
    assert drawn.count("pb-curve__ours--suggested") == 1
    assert "pb-curve__line--suggested" in drawn


def test_a_line_goes_through_its_places_and_never_beyond_them():
    drawn = path([(0, 10), (10, 0), (20, 5)])
    assert drawn.startswith("M0 10")
    places = [tuple(map(float, pair)) for pair in re.findall(r"([\d.]+) ([\d.]+)", drawn)]
    assert {(0, 10), (10, 0), (20, 5)} <= set(places)
    assert all(0 <= x <= 20 and 0 <= y <= 10 for x, y in places)


def test_without_a_feeling_that_is_intended_there_is_no_picture():
    said = Words("said below")
    assert curve([point(heard=4), point()], LEVELS, title=said, told=said) is None
    drawn = curve([point(4), point(5)], LEVELS, title=Words("<b>"), told=said)
    assert drawn is not None
    assert "<b>" not in drawn
    assert drawn.count("<circle") == 2
