"""A file is replaced in one step, or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from playbook.answers import atomic, file
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


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "read-only"),
        (errno.EDQUOT, "share of the disk"),
        (errno.EBUSY, "busy"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_save_that_fails_says_why_in_one_sentence_and_leaves_nothing_behind(
    answers_file: Path, monkeypatch: pytest.MonkeyPatch, number: int, says: str, step: str
) -> None:
    before, digest = answers_file.read_bytes(), file.load(answers_file).digest

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with pytest.raises(WorkspaceError, match=says) as caught:
        file.save(answers_file, ANSWERS.with_value("business.name", "B"), digest)
    assert "\n" not in str(caught.value)
    assert answers_file.read_bytes() == before
    assert visible_and_hidden(answers_file.parent) == ["answers.yml"]


def test_a_save_that_is_interrupted_leaves_nothing_behind(
    answers_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, digest = answers_file.read_bytes(), file.load(answers_file).digest

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        file.save(answers_file, ANSWERS.with_value("business.name", "B"), digest)
    assert answers_file.read_bytes() == before
    assert visible_and_hidden(answers_file.parent) == ["answers.yml"]


def test_a_file_held_by_a_virus_scanner_is_tried_again(
    answers_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = file.load(answers_file).digest
    replace, refusals = Path.replace, [1, 2, 3]

    def held(hidden: Path, target: Path) -> Path:
        if refusals:
            refusals.pop()
            raise PermissionError(errno.EACCES, "held")
        return replace(hidden, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(atomic, "_PATIENCE", 2.0)
    monkeypatch.setattr(atomic, "_PAUSE", 0.001)
    file.save(answers_file, ANSWERS.with_value("business.name", "B"), digest)
    assert file.load(answers_file).answers.get("business.name") == "B"
