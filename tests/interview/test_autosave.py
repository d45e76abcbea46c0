"""Keeping says what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playbook.answers.answers import Answers
from playbook.answers.file import ChangedMeanwhile
from playbook.errors import AnswersError, Problem, WorkspaceError
from playbook.interview.autosave import (
    BothChanged,
    Kept,
    NotWritable,
    Unreadable,
    keep,
)

BASE = Answers({"business": {"name": "A"}})
MINE = Answers({"business": {"name": "B"}})


@dataclass
class Place:
    """A place that holds some answers, or a reason why they cannot be had."""

    holds: Answers | Exception
    refuses: Exception | None = None
    name: str = "answers.yml"

    def save(self, answers: Answers) -> None:
        if self.refuses:
            raise self.refuses
        self.holds = answers

    def reload(self) -> Answers:
        if isinstance(self.holds, Exception):
            raise self.holds
        return self.holds


def test_answers_are_kept():
    place: Any = Place(BASE)
    assert keep(place, BASE, MINE) == Kept(MINE)
    assert place.holds == MINE


def test_a_place_that_cannot_be_written_says_why():
    place: Any = Place(BASE, WorkspaceError("The disk is full."))
    assert keep(place, BASE, MINE) == NotWritable("The disk is full.")


def test_a_place_that_was_broken_meanwhile_tells_its_problems():
    problem = Problem("answers.yml", 3, "That is no list.")
    place: Any = Place(AnswersError([problem]), ChangedMeanwhile("changed"))
    told = keep(place, BASE, MINE)
    assert isinstance(told, Unreadable)
    assert told.problems == (problem,)
    assert "line 3" in told.reason


def test_a_place_that_is_gone_meanwhile_says_so():
    place: Any = Place(WorkspaceError("There is no file."), ChangedMeanwhile("changed"))
    assert keep(place, BASE, MINE) == NotWritable("There is no file.")


def test_what_both_changed_comes_back_with_both_versions_and_nothing_is_kept():
    theirs = Answers({"business": {"name": "C", "story": "S"}})
    place: Any = Place(theirs, ChangedMeanwhile("changed"))
    told = keep(place, BASE, MINE)
    assert told == BothChanged(
        mine=MINE,
        theirs=theirs,
        paths=("business.name",),
        with_mine=Answers({"business": {"name": "B", "story": "S"}}),
        with_theirs=theirs,
    )
    assert place.holds == theirs
