"""A folder starts whole or not at all, and stays good when the questions and packs change."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from playbook import flow
from playbook.answers.file import load
from playbook.errors import AnswersError, SettingsError, WorkspaceError
from playbook.interviewing import open_interview, rehearse, set_answers, start
from playbook.workspace import Workspace

TODAY = datetime.date(2027, 3, 3)
BAKERY = """\
id: bakery
name: Bakery
about: Shops that bake.
version: "{version}"
suggests:
  people:
    roles:
      - id: owner
        name: Baker
      - id: {role}
        name: Counter
  journey:
    stages:
      - id: {stage}
        name: Finding us
        customer_wants: To smell it first.
      - id: later
        name: Afterwards
        after_sale: yes
    touchpoints:
      - id: {point}
        name: The door
        stage: {stage}
        owner: {role}
        moment_of_truth: yes
        standard: Greeted within 10 seconds.
      - id: paying
        name: Paying
        stage: {stage}
        moment_of_truth: yes
      - id: a-note
        name: A note
        stage: later
        moment_of_truth: yes
"""
FIRST = {"version": "1", "role": "counter", "stage": "finding", "point": "door"}
ANSWERS = """\
format: 1
pack: bakery
business:
  name: Rosewater
journey:
  touchpoints:
    - id: door
      name: The door
      owner: counter
      stage: finding
    - id: paying
      name: Paying
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A client of a coach, answered with the first version of the coach's pack."""
    source = tmp_path / "source"
    (source / "packs").mkdir(parents=True)
    (source / "answers.yml").write_text(ANSWERS)
    publish(Workspace(source), **FIRST)
    workspace = Workspace(tmp_path / "client")
    start(workspace, source / "answers.yml")
    return workspace


def publish(workspace: Workspace, **words: str) -> None:
    (workspace.packs / "bakery.yml").write_text(BAKERY.format(**words))


def named(things, item_id):
    return next((one for one in things if one.id == item_id), None)


def test_a_new_folder_has_answers_a_schema_and_a_memory_of_the_questions(workspace):
    assert load(workspace.answers).answers.get("business.name") == "Rosewater"
    assert workspace.schema.is_file()
    assert workspace.memory.is_file()


def test_what_a_pack_renamed_stays_with_the_clients_who_took_it(workspace):
    before = flow.read(workspace).playbook
    publish(workspace, version="2", role="till", stage="discovery", point="entrance")
    after = flow.read(workspace).playbook
    for one, other in (
        (before.journey.touchpoints, after.journey.touchpoints),
        (before.journey.stages, after.journey.stages),
        (before.people.roles, after.people.roles),
    ):
        for item_id in ("door", "finding", "counter"):
            assert named(one, item_id) == named(other, item_id)
    assert after.role("till") is not None


def test_r9_the_interview_tells_what_a_pack_added(workspace):
    publish(workspace, **{**FIRST, "version": "2", "point": "entrance"})
    session, _ = open_interview(workspace, TODAY)
    assert [(one.question.id, one.what) for one in session.news()] == [
        ("journey-touchpoints", "new or changed in the starter pack: The door")
    ]


def test_without_its_memory_a_folder_says_what_is_missing(workspace):
    workspace.memory.unlink()
    publish(workspace, version="2", role="till", stage="discovery", point="entrance")
    with pytest.raises(AnswersError, match="“counter” is not one of the roles"):
        flow.read(workspace)


def test_what_belongs_to_the_answers_comes_along(tmp_path, workspace):
    (workspace.folder / "templates").mkdir()
    (workspace.folder / "templates" / "people.md.j2").write_text("# Our crew\n")
    publish(workspace, **{**FIRST, "point": "entrance"})
    again = Workspace(tmp_path / "again")
    start(again, workspace.answers)
    assert (again.templates / "people.md.j2").is_file()
    assert named(flow.read(again).playbook.journey.touchpoints, "door") is not None


def test_answers_are_set_and_saved_and_comments_stay(workspace):
    workspace.answers.write_text(workspace.answers.read_text() + "# a coach's note\n")
    _, done = set_answers(workspace, ["business.goal=Warm bread.", "brand.colour=#0a7"], TODAY)
    assert [one.words for one in done] == ["Warm bread.", "#0a7, which is #00aa77"]
    assert load(workspace.answers).answers.get("business.goal") == "Warm bread."
    assert "# a coach's note" in workspace.answers.read_text()


def test_r11_answers_that_cannot_be_set_change_nothing(workspace):
    before = workspace.answers.read_bytes()
    with pytest.raises(SettingsError):
        set_answers(workspace, ["business.goal=Warm bread.", "business.gaol=x"], TODAY)
    assert workspace.answers.read_bytes() == before


def test_a_rehearsal_finds_what_stands_in_the_way(tmp_path):
    rehearse(None, ["pack=cafe", "people.responsible=owner"], TODAY)
    with pytest.raises(SettingsError, match="no starter pack “cafee”"):
        rehearse(None, ["pack=cafee"], TODAY)


def test_r4_a_taken_folder_is_refused_before_the_first_question(workspace):
    with pytest.raises(WorkspaceError, match="holds a playbook already"):
        start(workspace)
