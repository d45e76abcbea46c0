"""A folder starts whole or not at all, and stays good when the questions and packs change."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from playbook.answers.file import load
from playbook.app.folder import open_folder
from playbook.app.interview import open_interview, rehearse, set_answers, start
from playbook.errors import AnswersError, ContentError, SettingsError, WorkspaceError
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
SECOND = {"version": "2", "role": "till", "stage": "discovery", "point": "entrance"}
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


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A client of a coach, answered with the first version of the coach's pack."""
    source = Workspace(tmp_path_factory.mktemp("source"))
    source.packs.mkdir()
    source.answers.write_text(ANSWERS)
    publish(source, **FIRST)
    folder = tmp_path_factory.mktemp("made") / "client"
    start(Workspace(folder), source.answers)
    return folder


@pytest.fixture
def workspace(tmp_path: Path, client: Path) -> Workspace:
    """A copy of the client's folder."""
    shutil.copytree(client, tmp_path / "client")
    return Workspace(tmp_path / "client")


def publish(workspace: Workspace, **words: str) -> None:
    (workspace.packs / "bakery.yml").write_text(BAKERY.format(**words))


def named(things, item_id):
    return next((one for one in things if one.id == item_id), None)


def test_a_new_folder_has_answers_a_schema_and_a_memory_of_the_questions(workspace):
    assert load(workspace.answers).answers.get("business.name") == "Rosewater"
    assert workspace.schema.is_file()
    assert workspace.memory.is_file()


def test_what_a_pack_renamed_stays_with_the_clients_who_took_it(workspace):
    before = open_folder(workspace).playbook
    publish(workspace, **SECOND)
    after = open_folder(workspace).playbook
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
        ("journey-touchpoints", "new: The door")
    ]


def test_without_its_memory_a_folder_says_what_is_missing(workspace):
    workspace.memory.unlink()
    publish(workspace, **SECOND)
    with pytest.raises(AnswersError, match="“counter” is not one of the roles"):
        open_folder(workspace)


def test_what_belongs_to_the_answers_comes_along(tmp_path, workspace):
    (workspace.folder / "templates").mkdir()
    (workspace.folder / "templates" / "people.md.j2").write_text("# Our crew\n")
    publish(workspace, **{**FIRST, "point": "entrance"})
    again = Workspace(tmp_path / "again")
    start(again, workspace.answers)
    assert (again.templates / "people.md.j2").is_file()
    assert named(open_folder(again).playbook.journey.touchpoints, "door") is not None


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
    shop = Workspace(tmp_path / "shop")
    rehearse(shop, ["pack=cafe", "people.responsible=owner"], TODAY)
    with pytest.raises(SettingsError, match="no starter pack “cafee”"):
        rehearse(shop, ["pack=cafee"], TODAY)
    assert not shop.folder.exists()


def test_r4_a_taken_folder_is_refused_before_the_first_question(workspace):
    with pytest.raises(WorkspaceError, match="holds a playbook already"):
        start(workspace)


CHAIN = """\
format: 1
pack: bakery
business:
  name: Rosewater
journey:
  touchpoints:
    - id: door
      standard: Greeted at once.
    - id: paying
"""


def test_what_is_carried_keeps_its_stage_and_its_owner(tmp_path, workspace):
    workspace.answers.write_text(CHAIN)
    before = open_folder(workspace).playbook
    publish(workspace, **SECOND)
    after = open_folder(workspace).playbook
    door = named(after.journey.touchpoints, "door")
    assert door == named(before.journey.touchpoints, "door")
    assert (door.stage, door.owner) == ("finding", "counter")
    assert [one.id for one in after.journey.touchpoints] == ["entrance", "door", "paying"]


def test_a_slip_in_a_list_that_has_grown_is_told_with_its_own_line(workspace):
    publish(workspace, **SECOND)
    workspace.answers.write_text(CHAIN + "      steps: []\n      ownr: me\n")
    with pytest.raises(AnswersError, match="line 11"):
        open_folder(workspace)


def test_a_pack_that_renames_takes_its_clients_along(workspace):
    before = open_folder(workspace).playbook
    publish(workspace, **SECOND)
    pack = workspace.packs / "bakery.yml"
    renamed = {
        "people.roles": {"counter": "till"},
        "journey.stages": {"finding": "discovery"},
        "journey.touchpoints": {"door": "entrance"},
    }
    lines = [f"  {path}: {{{a}: {b}}}" for path, names in renamed.items() for a, b in names.items()]
    pack.write_text(pack.read_text() + "\n".join(["renamed:", *lines, ""]))
    after = open_folder(workspace).playbook
    entrance = named(after.journey.touchpoints, "entrance")
    assert (entrance.owner, entrance.stage) == ("till", "discovery")
    assert len(after.people.roles) == len(before.people.roles)
    session, _ = open_interview(workspace, TODAY)
    assert session.news() == ()
    set_answers(workspace, ["business.goal=Warm bread."], TODAY)
    assert "counter" not in workspace.answers.read_text()
    assert "owner: till" in workspace.answers.read_text()


def test_a_list_made_by_a_setting_takes_part_in_what_the_pack_adds(tmp_path, workspace):
    shop = Workspace(tmp_path / "shop")
    start(shop, packs=workspace.packs)
    settings = ["pack=bakery", "business.name=Rye", "journey.touchpoints.door.standard=At once."]
    set_answers(shop, settings, TODAY)
    publish(shop, **{**FIRST, "version": "2"})
    pack = shop.packs / "bakery.yml"
    added = "      - id: parking\n        name: Parking\n        stage: finding\n"
    pack.write_text(pack.read_text() + added)
    points = open_folder(shop).playbook.journey.touchpoints
    assert [one.id for one in points] == ["door", "paying", "a-note", "parking"]
    session, _ = open_interview(shop, TODAY)
    assert [one.what for one in session.news()] == ["new: Parking"]


def test_a_starter_pack_that_is_no_word_is_told_before_the_interview(workspace):
    workspace.answers.write_text(ANSWERS.replace("pack: bakery", "pack: [bakery]"))
    with pytest.raises(AnswersError, match="line 2: The starter pack must be one word"):
        open_interview(workspace, TODAY)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("white.svg", '<path fill="#fff" d="M0 0h9z"/>', "Nothing of the logo"),
        ("page.svg", '<path d="M0 0h9z"/><foreignObject/>', "without a piece of a web page"),
        ("moving.svg", '<path d="M0 0h9z"/><animate/>', "so it is not used"),
        ("sound.svg", '<path d="M0 0h9z"/>', ""),
        ("font.otf", "no picture", ""),
    ],
)
def test_a_logo_that_will_not_look_as_drawn_is_told_when_it_is_brought(
    workspace, name, content, said
):
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{content}</svg>'
    (workspace.folder / name).write_text(drawing)
    _, [done] = set_answers(workspace, [f"brand.logo={name}"], TODAY)
    assert done.words.startswith(name)
    assert said in done.words
    assert bool(said) is (done.words != name)


@pytest.fixture
def secret(tmp_path):
    file = tmp_path / "secret.txt"
    file.write_text("hush")
    return file


@pytest.mark.parametrize(
    "place", ["templates/people.md.j2", "brand/logo.png", ".playbook/asked.json"]
)
def test_no_link_comes_along_and_nothing_half_made_is_left(tmp_path, workspace, secret, place):
    link = workspace.folder / place
    link.parent.mkdir(exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(secret)
    with pytest.raises(WorkspaceError, match="is a link"):
        start(Workspace(tmp_path / "again"), workspace.answers)
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize("name", ["brand", ".playbook"])
def test_no_linked_folder_comes_along(tmp_path, workspace, name):
    (workspace.folder / name).exists() and (workspace.folder / name).rename(tmp_path / "away")
    (tmp_path / "away").mkdir(exist_ok=True)
    (workspace.folder / name).symlink_to(tmp_path / "away")
    with pytest.raises(WorkspaceError, match="is a link"):
        start(Workspace(tmp_path / "again"), workspace.answers)


def test_a_link_that_leads_nowhere_is_refused_in_a_sentence(tmp_path, workspace):
    (workspace.packs / "notes.txt").symlink_to(tmp_path / "gone")
    with pytest.raises(WorkspaceError, match=r"notes\.txt is a link"):
        start(Workspace(tmp_path / "again"), workspace.answers)


def test_only_the_memory_of_the_programs_own_files_comes_along(tmp_path, workspace):
    (workspace.own / "else.txt").write_text("not ours")
    again = Workspace(tmp_path / "again")
    start(again, workspace.answers)
    assert sorted(one.name for one in again.own.iterdir()) == ["answers.schema.json", "asked.json"]


def test_a_folder_is_not_copied_into_itself(workspace):
    with pytest.raises(WorkspaceError, match="copied into itself"):
        start(Workspace(workspace.packs / "client"), workspace.answers)
    assert not (workspace.packs / "client").exists()


def test_what_an_owner_has_already_is_not_overwritten(tmp_path, workspace):
    again = Workspace(tmp_path / "again")
    again.packs.mkdir(parents=True)
    (again.packs / "bakery.yml").write_text("mine")
    with pytest.raises(WorkspaceError, match="is there already; nothing was overwritten"):
        start(again, workspace.answers)
    assert (again.packs / "bakery.yml").read_text() == "mine"
    assert not again.answers.exists()


def test_a_full_disk_leaves_nothing_half_made(tmp_path, workspace, monkeypatch):
    def full(source, target):
        Path(target).write_text("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("playbook.answers.companion_files.shutil.copyfile", full)
    monkeypatch.setattr("playbook.app.interview._require_sense", lambda *_: None)
    with pytest.raises(WorkspaceError, match="no space left"):
        start(Workspace(tmp_path / "new" / "client"), workspace.answers)
    assert not (tmp_path / "new").exists()


def test_a_rehearsal_knows_the_packs_that_are_in_the_folder_already(tmp_path, workspace):
    shop = Workspace(tmp_path / "shop")
    shop.packs.mkdir(parents=True)
    publish(shop, **FIRST)
    rehearse(shop, ["pack=bakery", "journey.touchpoints.door.standard=At once."], TODAY)
    (shop.packs / "other.yml").write_text("id: other\n")
    rehearse(shop, ["pack=bakery"], TODAY)
    with pytest.raises(ContentError, match=r"other\.yml"):
        rehearse(shop, [], TODAY)
    assert [one.name for one in shop.folder.iterdir()] == ["packs"]


def test_the_packs_of_a_coach_come_along(tmp_path, workspace):
    shop = Workspace(tmp_path / "shop")
    start(shop, packs=workspace.packs)
    assert (shop.packs / "bakery.yml").is_file()
    (tmp_path / "empty").mkdir()
    with pytest.raises(WorkspaceError, match="There is no starter pack in"):
        start(Workspace(tmp_path / "other"), packs=tmp_path / "empty")


def test_looking_at_the_answers_writes_nothing(workspace):
    workspace.schema.unlink()
    open_interview(workspace, TODAY)
    assert not workspace.schema.exists()
    set_answers(workspace, ["business.goal=Warm bread."], TODAY)
    assert workspace.schema.is_file()


def test_a_pack_in_its_own_words_is_no_news(workspace):
    pack = workspace.packs / "bakery.yml"
    pack.write_text(
        pack.read_text() + "wording:\n  questions:\n    business-name:\n      ask: Wie?\n"
    )
    session, _ = open_interview(workspace, TODAY)
    assert session.method.question("business-name").ask == "Wie?"
    assert session.news() == ()


def test_what_was_changed_by_hand_meanwhile_follows_a_rename_too(workspace):
    publish(workspace, **{**FIRST, "version": "2", "role": "till"})
    pack = workspace.packs / "bakery.yml"
    pack.write_text(pack.read_text() + "renamed:\n  people.roles: {counter: till}\n")
    _, store = open_interview(workspace, TODAY)
    workspace.answers.write_text(ANSWERS + "people:\n  responsible: counter\n")
    assert store.reload().get("people.responsible") == "till"


def test_r10_a_slip_made_by_hand_during_the_interview_is_told_with_its_line(workspace):
    _, store = open_interview(workspace, TODAY)
    text = workspace.answers.read_text()
    workspace.answers.write_text(text + "scorecard:\n  revenue:\n    repeat_share: lots\n")
    with pytest.raises(
        AnswersError, match=r"line \d+: scorecard.revenue.repeat_share must be a number"
    ):
        store.reload()
    workspace.answers.write_text(text)
    assert store.reload().get("business.name") == "Rosewater"
