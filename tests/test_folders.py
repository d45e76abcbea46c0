"""Folders that earlier versions made: they open, lose no word, and are asked what a pack changed.

``folders/kennel`` was made by version 0.1.0 with a coach's pack, of which a second version has come
since: one role has another id, one is gone, one is new. Its touchpoints are those of the pack for
any business, whose standards have changed since. The answers have been edited by hand.
"""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from playbook.app.build import build
from playbook.app.folder import open_folder
from playbook.app.interview import open_interview, set_answers
from playbook.workspace import Workspace

FOLDERS = Path(__file__).parent / "folders"
TODAY = datetime.date(2026, 11, 27)


@pytest.fixture
def kennel(tmp_path: Path) -> Workspace:
    shutil.copytree(FOLDERS / "kennel", tmp_path / "kennel")
    return Workspace(tmp_path / "kennel")


def test_what_was_said_holds_by_the_pack_of_today(kennel):
    playbook = open_folder(kennel).playbook
    roles = {role.id: role for role in playbook.people.roles}
    assert list(roles) == ["owner", "kennel-hand", "groomer", "desk"]
    assert roles["kennel-hand"].name == "Carer on duty"
    assert roles["kennel-hand"].does == (
        "Feeds, walks and watches the animals, and notes what they leave in the bowl"
    )
    assert roles["desk"].name == "Front desk"  # dropped by the pack, kept for who took it
    assert roles["owner"].suggested >= {"name", "does"}
    night = next(one for one in playbook.journey.touchpoints if one.id == "night-check")
    assert (night.name, night.owner) == ("Night check - 10 p.m.", "kennel-hand")
    assert playbook.brand.colour == "darkgreen"
    assert playbook.reviews.next_review == datetime.date(2027, 3, 31)


def test_its_findings_stand_on_the_lines_of_the_file(kennel):
    reading = open_folder(kennel)
    places = [reading.place(one) for one in reading.findings() if one.path[:1] == ("people",)]
    assert places[0].startswith("answers.yml, line ")


def test_an_interview_asks_anew_what_a_pack_changed_and_changes_no_word(kennel):
    before = kennel.answers.read_bytes()
    session, _ = open_interview(kennel, TODAY)
    # What this version asks for the first time is new; only what the pack changed is asked again.
    again = [one.question.label for one in session.news() if one.what != "a new question"]
    assert again == ["Touchpoints", "Roles"]
    assert kennel.answers.read_bytes() == before
    assert session.answers.get("people.people") == [
        {"id": "1", "name": "Sile Byrne", "roles": ["desk"]}
    ]


def test_an_answer_more_keeps_every_line_that_was_there(kennel):
    lines = kennel.answers.read_text(encoding="utf-8").splitlines()
    set_answers(kennel, ["business.goal=Calm dogs"], TODAY)
    now = kennel.answers.read_text(encoding="utf-8").splitlines()
    gone = [line for line in lines if line not in now]
    assert gone == ["    - id: carer", "      owner: carer"]  # the id is another now
    assert "# A note of ours: the vet's number hangs by the door." in now
    assert "  goal: Calm dogs" in now


@pytest.mark.slow
def test_its_website_is_built(kennel):
    built = build(kennel, open_folder(kennel))
    assert "Birchwood Boarding" in (kennel.site / "index.html").read_text(encoding="utf-8")
    assert built.address.endswith("index.html")
