"""One person at a time works on an answers file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from playbook.answers import file
from playbook.answers.answers import Answers
from playbook.errors import WorkspaceError

ANSWERS = Answers({"format": "1", "pack": "cafe", "business": {"name": "Morgenrot"}})


@pytest.fixture
def answers_file(tmp_path: Path) -> Path:
    path = tmp_path / "answers.yml"
    file.create(path, ANSWERS)
    return path


def visible_and_hidden(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_second_worker_is_told_who_works_on_the_file_since_when(answers_file: Path) -> None:
    with file.locked(answers_file):
        with pytest.raises(WorkspaceError) as caught, file.locked(answers_file):
            pytest.fail("two at once")
        assert f"process {os.getpid()}" in str(caught.value)
        assert " since 20" in str(caught.value)
        with pytest.raises(WorkspaceError), file.locked(answers_file):
            pytest.fail("the refused one took the lock away")
    with file.locked(answers_file):
        pass


def test_another_process_is_refused_too_and_a_killed_one_frees_the_file(answers_file: Path) -> None:
    script = (
        "import sys, pathlib; from playbook.answers.file import locked\n"
        "with locked(pathlib.Path(sys.argv[1])):\n    print('held', flush=True); sys.stdin.read()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(answers_file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        said = pytest.raises(WorkspaceError, match=f"process {process.pid}")
        with said, file.locked(answers_file):
            pytest.fail("two at once")
        process.kill()
        process.wait()
        with file.locked(answers_file):
            pass


def test_a_link_and_its_target_share_one_lock(answers_file: Path) -> None:
    link = answers_file.with_name("link.yml")
    link.symlink_to(answers_file)
    with file.locked(link), pytest.raises(WorkspaceError), file.locked(answers_file):
        pytest.fail("two at once")


def test_what_stays_beside_the_file_is_hidden(answers_file: Path) -> None:
    (answers_file.parent / ".answers.yml.abc123.tmp").write_text("left by a kill")
    (answers_file.parent / "answers.yml.bak").write_text("the owner's own")
    with file.locked(answers_file):
        names = visible_and_hidden(answers_file.parent)
        assert names == [
            ".answers.yml.lock",
            ".answers.yml.owner",
            "answers.yml",
            "answers.yml.bak",
        ]
    names = visible_and_hidden(answers_file.parent)
    assert names == [".answers.yml.lock", "answers.yml", "answers.yml.bak"]


def test_a_note_about_the_lock_that_makes_no_sense_is_left_out(answers_file: Path) -> None:
    with file.locked(answers_file):
        (answers_file.parent / ".answers.yml.owner").write_bytes(b"\x1b[2J\xff\x00")
        with pytest.raises(WorkspaceError) as caught, file.locked(answers_file):
            pytest.fail("two at once")
        assert "\x1b" not in str(caught.value)


def test_an_error_inside_the_lock_frees_it(answers_file: Path) -> None:
    with pytest.raises(KeyError), file.locked(answers_file):
        raise KeyError
    with file.locked(answers_file):
        pass
