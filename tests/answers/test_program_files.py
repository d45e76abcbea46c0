"""The program's own files are written and read as such, and never through a link."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from playbook.answers.program_files import LARGEST, read_own, write_own


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "shop" / ".playbook" / "asked.json"


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    diary = tmp_path / "diary.txt"
    diary.write_text("Dear diary")
    return diary


def test_what_was_written_is_read_again(file: Path) -> None:
    file.parent.parent.mkdir()
    write_own(file, b"one")
    write_own(file, b"two")
    assert read_own(file) == b"two"


def test_a_link_in_the_place_of_the_file_is_neither_read_nor_written(
    file: Path, diary: Path
) -> None:
    file.parent.mkdir(parents=True)
    file.symlink_to(diary)
    write_own(file, b"mine")
    assert read_own(file) is None
    assert diary.read_text() == "Dear diary"
    assert file.is_symlink()


def test_a_link_in_the_place_of_the_folder_is_neither_read_nor_written(
    file: Path, diary: Path
) -> None:
    file.parent.parent.mkdir()
    diary.rename(diary.with_name("asked.json"))
    file.parent.symlink_to(diary.parent)
    write_own(file, b"mine")
    assert read_own(file) is None
    assert diary.with_name("asked.json").read_text() == "Dear diary"


def test_a_link_that_leads_nowhere_makes_no_file(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir(parents=True)
    file.symlink_to(tmp_path / "new")
    write_own(file, b"mine")
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_does_not_keep_anybody_waiting(file: Path) -> None:
    file.parent.mkdir(parents=True)
    os.mkfifo(file)
    write_own(file, b"mine")
    assert read_own(file) is None


def test_a_file_of_unlikely_size_is_not_read(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(b"x" * (LARGEST + 1))
    assert read_own(file) is None
