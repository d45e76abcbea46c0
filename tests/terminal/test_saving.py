"""Every answer is kept, whatever happens to the file."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from playbook.answers.answers import Answers
from playbook.answers.begun import BegunAnswers
from playbook.answers.file import ChangedMeanwhile
from playbook.draft.memory import Memory
from playbook.errors import WorkspaceError
from playbook.interview.start import Start

BUSINESS = Start("chapter", chapter="business", alone=True)


@dataclass
class TroubledStore:
    """A place that refuses to save as often as a test wants."""

    troubles: list[Exception]
    elsewhere: Answers = field(default_factory=Answers)
    saved: list[Answers] = field(default_factory=list)
    begun: BegunAnswers = field(default_factory=lambda: BegunAnswers(Path(os.devnull)))
    name: str = "answers.yml"

    def save(self, answers: Answers) -> None:
        if self.troubles:
            raise self.troubles.pop(0)
        self.saved.append(answers)

    def reload(self) -> Answers:
        return self.elsewhere

    def set_aside(self, today: datetime.date) -> str:
        raise WorkspaceError(f"No copy of {today}.")

    def remember(self, memory: Memory) -> None:
        pass

    def bring(self, typed: str) -> str:
        raise WorkspaceError(f"There is no file: {typed}.")

    def told(self, path: str) -> str:
        return f"Nothing to say of {path}."


def test_a_full_disk_is_said_and_tried_again_without_typing_anew(hold):
    store = TroubledStore([WorkspaceError("The disk is full.")])
    held = hold("Rosewater", "", start=BUSINESS, store=store)
    assert "The disk is full. Your answer is still here." in held.text
    assert store.saved[0].get("business.name") == "Rosewater"
    assert held.outcome.is_saved


def test_leaving_with_an_answer_that_could_not_be_saved_says_so(hold):
    store = TroubledStore([WorkspaceError("The disk is full.")] * 3)
    held = hold("Rosewater", "quit", start=BUSINESS, store=store)
    assert "Your last answer could not be saved" in held.text
    assert held.outcome.exit_code == 1


def test_a_change_made_elsewhere_is_kept_beside_the_answer(hold):
    elsewhere = Answers({"format": "1", "pack": "bakery", "business": {"story": "By hand"}})
    store = TroubledStore([ChangedMeanwhile("changed")], elsewhere)
    held = hold("Rosewater", start=BUSINESS, store=store)
    assert held.answers.get("business.name") == "Rosewater"
    assert held.answers.get("business.story") == "By hand"
    assert "changed outside this interview meanwhile" in held.text


@pytest.mark.parametrize(("choice", "kept"), [("1", "Here"), ("2", "There")])
def test_when_both_answered_the_same_question_the_owner_chooses(hold, choice, kept):
    elsewhere = Answers({"format": "1", "pack": "bakery", "business": {"name": "There"}})
    store = TroubledStore([ChangedMeanwhile("changed")], elsewhere)
    held = hold("Here", choice, start=BUSINESS, store=store)
    assert held.answers.get("business.name") == kept
    assert "In the file: There" in held.text
