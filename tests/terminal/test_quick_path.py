"""The quick path, with every pack: few questions, few keys, and a playbook at its end."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from playbook.app import interview as interviewing
from playbook.app.build import markdown_of
from playbook.app.folder import open_folder
from playbook.interview.start import Start
from playbook.method.models import Pack
from playbook.pages.catalogue import build_pages
from playbook.terminal.conversation import Outcome, interview
from playbook.terminal.screen.screen import Leaving, Line, Prompt, Reason
from playbook.workspace import Workspace

PACKS = sorted(
    file.stem for file in (Path(__file__).parents[2] / "content" / "packs").glob("*.yml")
)
OWN_WORDS = {
    "business called": "Rosewater",
    "next to you on a train": "We make it last.",
}


@dataclass
class LazyOwner:
    """Takes whatever is offered with Enter, skips what needs thought, and counts the keys.

    What they have to say in their own words costs one key, the Enter behind it.
    """

    pack: str
    keys: int = 0
    questions: list[str] = field(default_factory=list)
    fills_in: bool = False
    _shown: list[Line] = field(default_factory=list)

    def show(self, *lines: Line) -> None:
        self._shown.extend(lines)

    def ask(self, prompt: Prompt) -> str:
        asked = [line.text for line in self._shown if line.style == "question"]
        offers = any(line.style == "offer" for line in self._shown)
        self._shown.clear()
        self.questions.extend(asked[-1:])
        typed = self._answer(asked[-1] if asked else "", prompt, offers=offers)
        self.keys += 1 if typed in OWN_WORDS.values() else len(typed) + 1
        if self.keys > 1000:
            raise Leaving(Reason.LEFT)
        return typed

    def edit(self, _text: str) -> str | None:
        return None

    def _answer(self, asked: str, prompt: Prompt, *, offers: bool) -> str:
        if asked == "What kind of business is it?":
            return self._number_of_pack(prompt)
        own = next((words for part, words in OWN_WORDS.items() if part in asked), "")
        if own and not offers:
            return own
        menu = prompt.menu
        taken = menu.cursor is not None or menu.ticks
        return "" if taken or offers or prompt.offered else "skip"

    def _number_of_pack(self, prompt: Prompt) -> str:
        names = [entry.label for entry in prompt.menu.entries]
        return str(names.index(self.pack) + 1)


@pytest.fixture(params=PACKS)
def drafted(
    request: pytest.FixtureRequest, tmp_path: Path, packs: dict[str, Pack]
) -> tuple[Workspace, LazyOwner, Outcome]:
    """Lead an owner of one trade from an empty folder through the quick path."""
    workspace = Workspace(tmp_path / "business")
    interviewing.start(workspace)
    session, store = interviewing.open_interview(workspace, datetime.date(2027, 3, 3))
    session = replace(session, packs=packs)  # read once for all trades
    owner = LazyOwner(packs[request.param].name)
    outcome = interview(session, screen=owner, store=store, start=Start("draft"))
    return workspace, owner, outcome


def test_r19_the_quick_path_asks_little_and_ends_with_a_playbook(drafted):
    workspace, owner, outcome = drafted
    assert outcome.reason is Reason.FINISHED, owner.questions
    assert 2 < len(dict.fromkeys(owner.questions)) <= 12, owner.questions
    assert owner.keys <= 60
    reading = open_folder(workspace)
    assert [found for found in reading.findings() if found.severity == "error"] == []
    assert "docs/index.md" in markdown_of(
        workspace, build_pages(reading.playbook, reading.method), reading.language
    )
