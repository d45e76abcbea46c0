"""Owners in trades without a starter pack get from nothing to a site, by what they type alone."""

from __future__ import annotations

import copy
import datetime
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from playbook.app import interview as interviewing
from playbook.app.build import build
from playbook.app.folder import open_folder
from playbook.draft.decisive import decisive_things
from playbook.draft.progress import progress_in
from playbook.interview.start import Start
from playbook.terminal.conversation import interview
from playbook.terminal.screen.screen import Line, Prompt, Reason
from playbook.workspace import Workspace

pytestmark = pytest.mark.slow
MOST_PROMPTS = 12
"""So many prompts a moment of truth lead through the whole chapter about the journey.

The first draft has a limit of its own.
"""
JOURNEY = "The customer's journey"
LISTS = "At which moments did they see, hear, visit or pay you?"


@dataclass
class Owner:
    """Answers what comes: Enter where something is offered, their own words where nothing is."""

    trade: str
    own: list[str]
    """The touchpoints they add."""
    says: dict[str, list[str]]
    """What they answer, one time after the other, by words of the question."""
    asked: list[str] = field(default_factory=list)
    prompts_of_journey: int = 0
    fills_in: bool = False
    _shown: list[Line] = field(default_factory=list)

    def show(self, *lines: Line) -> None:
        self._shown.extend(lines)

    def ask(self, prompt: Prompt) -> str:
        questions = [line.text for line in self._shown if line.style == "question"]
        offers = any(line.style == "offer" for line in self._shown)
        self._shown.clear()
        if questions:
            self.asked.append(questions[-1])
        typed = self._typed(prompt, offers=offers)
        self.prompts_of_journey = 0 if typed == JOURNEY else self.prompts_of_journey + 1
        return typed

    def edit(self, _text: str) -> str | None:
        return None

    def _typed(self, prompt: Prompt, *, offers: bool) -> str:
        labels = [one.label for one in _entries(prompt)]
        if "Go on with the chapters" in labels:
            return "Go on with the chapters"
        if "Leave" in labels:
            return "Make the website" if self._is_journey_done else JOURNEY
        asked = self.asked[-1] if self.asked else ""
        if LISTS in asked and self.own:
            return self.own.pop(0)
        for words, answers in self.says.items():
            if words in asked and answers and not offers:
                return answers.pop(0)
        menu = prompt.menu
        is_offered = menu is not None and (menu.cursor is not None or menu.ticks)
        return "" if is_offered or offers or prompt.offered else "skip"

    @property
    def _is_journey_done(self) -> bool:
        return any("go the whole way" in one for one in self.asked)


def _entries(prompt):
    return prompt.menu.entries if prompt.menu else ()


SCHOOL = Owner(
    trade="language school",
    own=["Placement test", "First lesson"],
    says={
        "What kind of business is it?": ["language school"],
        "business called": ["Lingua House"],
        "next to you on a train": ["We teach adults the language of the town they moved to."],
        "In which stage does it happen?": ["Interaction", "Use"],
        "decide what people think of you": ["yes", "yes"],
        "one step after the other": [
            "Ask why they learn\nTest for 20 minutes\nSay the level and the next course",
            "Greet each by name\nLet everybody speak in the first 5 minutes",
        ],
        "somebody watching know": [
            "9 of 10 learn their level on the day of the test.",
            "Everybody has spoken within 5 minutes.",
        ],
        "Of a hundred times": ["95"],
        "Who is accountable": ["1", "1"],
        "Who takes over": ["2", "2"],
        "Which number shows": ["1", "2"],
        "read it off": ["The list in the office", "The register"],
    },
)
PHOTOGRAPHER = Owner(
    trade="photographer",
    own=["Choosing the pictures"],
    says={
        "What kind of business is it?": ["photographer"],
        "business called": ["Light and Lee"],
        "next to you on a train": ["We take pictures of families and of weddings."],
        "In which stage does it happen?": ["Use"],
        "decide what people think of you": ["yes"],
        "one step after the other": ["Send the gallery\nSit down with them\nMark what they love"],
        "somebody watching know": ["19 of 20 galleries are sent within 14 days."],
        "Who is accountable": ["1"],
        "Who takes over": ["2"],
        "Which number shows": ["On time"],
        "read it off": ["The diary"],
    },
)


@pytest.mark.parametrize("planned", [SCHOOL, PHOTOGRAPHER], ids=lambda one: one.trade)
def test_the_moments_of_truth_are_described_by_answering_what_comes(planned, tmp_path: Path):
    owner = copy.deepcopy(planned)  # they use up what they have to say
    workspace = Workspace(tmp_path / "business")
    interviewing.start(workspace)
    session, store = interviewing.open_interview(workspace, datetime.date(2027, 3, 3))
    added = len(owner.own)
    outcome = interview(session, screen=owner, store=store, start=Start("draft"))
    assert outcome.reason is Reason.FINISHED, owner.asked
    opened = open_folder(workspace)
    question = opened.draft.method.question("journey-touchpoints")
    moments = decisive_things(opened.draft, question)
    assert len(moments) == 4 + added
    for one in moments:
        said = opened.answers.get(one.within(opened.draft))
        missing = {"owner", "steps", "standard", "measure"} - {*said}
        assert not missing, (one.name, owner.asked)
        assert opened.answers.get(f"scorecard.measures.{said['measure']}.source"), one.name
    journey = next(one for one in progress_in(opened.draft) if one.chapter.id == "journey")
    assert journey.fresh == ()
    assert owner.prompts_of_journey < MOST_PROMPTS * len(moments), owner.asked
    assert build(workspace, opened).address
