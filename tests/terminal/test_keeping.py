"""Every answer is kept, whatever happens to the file."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

import pytest

from playbook.answers.answers import Answers
from playbook.answers.file import ChangedMeanwhile, create, load
from playbook.draft.memory import Memory
from playbook.errors import WorkspaceError
from playbook.interview.file_store import FileStore
from playbook.terminal.interview import Start
from playbook.terminal.keeping import merged

BUSINESS = Start("chapter", chapter="business", alone=True)


@dataclass
class TroubledStore:
    """A place that refuses to save as often as a test wants."""

    troubles: list[Exception]
    elsewhere: Answers = field(default_factory=Answers)
    saved: list[Answers] = field(default_factory=list)
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


def test_merging_takes_both_sides_and_names_what_both_changed():
    base = Answers({"business": {"name": "A", "goal": "G"}, "people": {"roles": []}})
    mine = Answers({"business": {"name": "B"}, "people": {"roles": []}})
    theirs = Answers({"business": {"name": "C", "goal": "G", "story": "S"}})
    result, both = merged(base, mine, theirs)
    assert result.data == {"business": {"name": "B", "story": "S"}}
    assert both == ("business.name",)


@pytest.fixture
def store(tmp_path):
    file = tmp_path / "my shop" / "answers.yml"
    file.parent.mkdir()
    create(file, Answers({"format": "1", "pack": "generic"}))
    return FileStore(file, load(file), file.with_name("asked.json"))


def test_r3_answers_reach_the_file_and_comments_survive(store, tmp_path):
    file = tmp_path / "my shop" / "answers.yml"
    file.write_text(file.read_text() + "# a coach's note\n")
    store = FileStore(file, load(file), file.with_name("asked.json"))
    store.save(load(file).answers.with_value("business.name", "Rosewater"))
    assert load(file).answers.get("business.name") == "Rosewater"
    assert "# a coach's note" in file.read_text()


def test_r10_a_change_by_hand_is_noticed(store, tmp_path):
    file = tmp_path / "my shop" / "answers.yml"
    file.write_text(file.read_text() + "business:\n  name: By hand\n")
    with pytest.raises(ChangedMeanwhile):
        store.save(Answers({"pack": "generic"}))
    assert store.reload().get("business.name") == "By hand"
    store.save(Answers({"pack": "generic"}))


@pytest.mark.parametrize("quoted", ["{}", "'{}'", '"{}"', "file://{}"])
def test_a_logo_is_copied_however_its_path_was_given(store, tmp_path, quoted):
    logo = tmp_path / "Our Logo.PNG"
    logo.write_bytes(b"picture")
    path = quoted.format(str(logo).replace(" ", "%20") if quoted.startswith("file") else logo)
    assert store.bring(path) == "brand/our-logo.png"
    assert (tmp_path / "my shop" / "brand" / "our-logo.png").read_bytes() == b"picture"
    assert logo.exists()


def test_a_dragged_path_with_escaped_spaces_is_understood(store, tmp_path):
    (tmp_path / "a logo.svg").write_text("<svg/>")
    assert store.bring(str(tmp_path / "a\\ logo.svg")) == "brand/a-logo.svg"


def test_a_logo_inside_the_folder_stays_where_it_is(store, tmp_path):
    logo = tmp_path / "my shop" / "logo.png"
    logo.write_bytes(b"picture")
    assert store.bring("logo.png") == "logo.png"


def test_a_logo_never_takes_the_place_of_another(store, tmp_path):
    brand = tmp_path / "my shop" / "brand"
    for content in (b"old", b"new", b"old", b"new"):
        (tmp_path / "logo.png").write_bytes(content)
        path = store.bring(str(tmp_path / "logo.png"))
        assert (tmp_path / "my shop" / path).read_bytes() == content
    assert sorted(file.name for file in brand.iterdir()) == ["logo-2.png", "logo.png"]


def test_a_logo_is_copied_behind_a_link_that_leads_nowhere(store, tmp_path):
    brand = tmp_path / "my shop" / "brand"
    brand.mkdir()
    (brand / "logo.png").symlink_to(tmp_path / "gone.png")
    (tmp_path / "logo.png").write_bytes(b"picture")
    assert store.bring(str(tmp_path / "logo.png")) == "brand/logo-2.png"
    assert not (tmp_path / "gone.png").exists()


@pytest.mark.parametrize("typed", ["file://[x", "x" * 5000, "x/" * 3000, "a\0b.png"])
def test_what_can_be_no_path_is_one_sentence(store, typed):
    with pytest.raises(WorkspaceError, match="You can drag the file") as caught:
        store.bring(typed)
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize("name", ["missing.png", ".", "logo.gif", "~nobody-here/logo.png"])
def test_a_logo_that_cannot_be_used_is_one_sentence(store, tmp_path, name):
    (tmp_path / "my shop" / "logo.gif").write_bytes(b"GIF89a")
    with pytest.raises(WorkspaceError):
        store.bring(name)
