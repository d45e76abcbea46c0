"""The files for paper, and how they come into their folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import filelock
import pytest

from playbook.app import export as exporting
from playbook.app.folder import open_folder
from playbook.errors import WorkspaceError
from playbook.pages.catalogue import build_pages
from playbook.workspace import Workspace
from tests.paper.conftest import (
    ADDRESS,
    ANSWERS,
    LETTER,
    Printed,
    print_out,
    size,
)

pytestmark = pytest.mark.slow


def test_all_three_files_are_made_and_named(printed: Printed):
    names = [file.name for file in printed.exported.files]
    assert names == ["handbook.pdf", "poster.pdf", "cards.pdf"]
    assert sorted(file.name for file in printed.workspace.print.iterdir()) == sorted(names)
    assert printed.exported.notes == ()


def test_without_an_address_cards_have_no_code_and_one_sentence_says_how(tmp_path: Path):
    answers = ANSWERS.replace(f"  address: {ADDRESS}\n", "")
    made = print_out(tmp_path / "fig", answers, only=["cards"], paper="letter")
    assert [file.name for file in made.exported.files] == ["cards.pdf"]
    (note,) = made.exported.notes
    assert "playbook interview --ask reviews-address" in note
    assert {size(page) for page in made.reader("cards").pages} == {LETTER[::-1]}


def test_letter_paper_is_letter_throughout(tmp_path: Path):
    kinds = "welcome journey map stage touchpoint"
    made = print_out(tmp_path / "fig", kinds=kinds, paper="letter", only=["handbook", "poster"])
    assert {size(page) for page in made.reader("handbook").pages} == {LETTER, LETTER[::-1]}
    assert [size(page) for page in made.reader("poster").pages] == [(1224, 792)]


def test_the_same_answers_give_the_same_bytes(printed: Printed, tmp_path: Path):
    again = tmp_path / "again"
    again.mkdir()
    (again / "answers.yml").write_text(ANSWERS, encoding="utf-8")
    command = [sys.executable, "-m", "playbook", "export", "pdf", "--folder", str(again)]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == "Making the files for paper. This may take a minute.\n"
    for file in printed.exported.files:
        assert (again / "print" / file.name).read_bytes() == file.read_bytes(), file.name


def test_on_a_failure_old_files_stay_as_they_were(tmp_path: Path):
    folder = tmp_path / "fig"
    (folder / "print").mkdir(parents=True)
    (folder / "print" / "handbook.pdf").write_bytes(b"old")
    (folder / "templates").mkdir()
    (folder / "templates" / "touchpoint.md.j2").write_text("# {{ no_such_field }}\n")
    (folder / "answers.yml").write_text(ANSWERS, encoding="utf-8")
    command = [sys.executable, "-m", "playbook", "export", "pdf", "--folder", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "no_such_field" in done.stderr
    assert "Traceback" not in done.stderr
    assert [file.name for file in (folder / "print").iterdir()] == ["handbook.pdf"]
    assert (folder / "print" / "handbook.pdf").read_bytes() == b"old"


@pytest.mark.parametrize("name", ["print", "print/cards.pdf"])
def test_a_link_in_the_place_of_a_file_or_folder_is_refused(tmp_path: Path, name: str):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder = tmp_path / "fig"
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).symlink_to(elsewhere)
    with pytest.raises(WorkspaceError, match="is a link"):
        print_out(folder, only=["cards"])
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("name", ["editions", "editions/staff", "editions/staff/print"])
def test_no_part_of_the_way_to_the_files_for_staff_may_be_a_link(tmp_path: Path, name: str):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder = tmp_path / "fig"
    (folder / name).parent.mkdir(parents=True)
    (folder / name).symlink_to(elsewhere)
    with pytest.raises(WorkspaceError, match="is a link"):
        print_out(folder, only=["cards"], edition="staff")
    assert list(elsewhere.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_told_before_anything_is_made(tmp_path: Path):
    (tmp_path / "print").write_text("mine")
    with pytest.raises(WorkspaceError, match="is a file, and what is printed needs that name"):
        print_out(tmp_path, only=["cards"])
    assert (tmp_path / "print").read_text() == "mine"


def test_what_an_export_that_was_killed_left_behind_is_cleared_away(tmp_path: Path):
    (tmp_path / "print").mkdir()
    (tmp_path / "print" / ".poster.pdf.0123456789ab.tmp").write_bytes(b"half")
    (tmp_path / "print" / "mine.tmp").write_bytes(b"mine")
    print_out(tmp_path, kinds="map", only=["poster"])
    found = sorted(file.name for file in (tmp_path / "print").iterdir())
    assert found == ["mine.tmp", "poster.pdf"]


def test_two_exports_do_not_write_at_the_same_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(exporting, "_PATIENCE", 0.1)
    print_out(tmp_path, kinds="map", only=["poster"])
    with (
        filelock.FileLock(tmp_path / ".playbook" / "print.lock"),
        pytest.raises(WorkspaceError, match="Another export is writing"),
    ):
        print_out(tmp_path, kinds="map", only=["poster"])


def test_a_playbook_without_stages_and_roles_says_what_it_cannot_make(tmp_path: Path):
    (tmp_path / "answers.yml").write_text(
        "format: 1\npack: generic\nbusiness:\n  name: The Fig\n"
        "journey:\n  stages: []\n  touchpoints: []\npeople:\n  roles: []\n"
    )
    workspace = Workspace(tmp_path)
    reading = open_folder(workspace)
    pages = build_pages(reading.playbook, reading.method)
    made = exporting.export(workspace, reading, pages, only=["poster", "cards"])
    assert made.files == ()
    assert [note.split(",")[0] for note in made.notes] == [
        "There is no poster",
        "There are no cards",
    ]
