"""Keeping the answers file, so that nothing is ever lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from playbook.answers import file
from playbook.answers.answers import Answers
from playbook.errors import AnswersError, WorkspaceError
from playbook.yamlfile import Plain

ANSWERS = Answers({"format": "1", "pack": "cafe", "business": {"name": "Morgenrot"}})


@pytest.fixture
def answers_file(tmp_path: Path) -> Path:
    path = tmp_path / "answers.yml"
    file.create(path, ANSWERS)
    return path


def visible_and_hidden(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_explains_itself_and_reads_back(answers_file: Path) -> None:
    text = answers_file.read_text(encoding="utf-8")
    assert "\n# This file describes your business" in text
    assert "\n\nformat: 1\npack: cafe\nbusiness:\n  name: Morgenrot\n" in text
    assert file.load(answers_file).answers == ANSWERS


def test_a_new_file_never_overwrites_one(answers_file: Path) -> None:
    with pytest.raises(WorkspaceError, match="already"):
        file.create(answers_file, Answers())
    assert file.load(answers_file).answers == ANSWERS


def test_a_save_is_read_back_and_gives_the_digest_of_the_next(answers_file: Path) -> None:
    loaded = file.load(answers_file)
    digest = file.save(answers_file, ANSWERS.with_value("business.name", "A"), loaded.digest)
    digest = file.save(answers_file, ANSWERS.with_value("business.name", "B"), digest)
    again = file.load(answers_file)
    assert again.answers.get("business.name") == "B"
    assert again.digest == digest != loaded.digest


def test_a_save_keeps_notes_and_untouched_lines(answers_file: Path) -> None:
    text = "# Anna: ask before you change this\nformat: 1\n\nbusiness:\n  name: A # short\n  x: y\n"
    answers_file.write_bytes(text.encode())
    loaded = file.load(answers_file)
    file.save(answers_file, loaded.answers.with_value("business.name", "B"), loaded.digest)
    assert answers_file.read_bytes() == text.replace("name: A", "name: B").encode()


def test_a_list_changed_in_place_is_saved_all_the_same(answers_file: Path) -> None:
    loaded = file.load(answers_file)
    values: list[Plain] = ["Honest"]
    answers = loaded.answers.with_value("business.values", values)
    digest = file.save(answers_file, answers, loaded.digest)
    values.append("On time")
    file.save(answers_file, answers.with_value("business.name", "B"), digest)
    saved = file.load(answers_file).answers
    assert saved.get("business") == {"name": "B", "values": ["Honest", "On time"]}


def test_an_answer_is_saved_in_a_huge_file_too(tmp_path: Path) -> None:
    path = tmp_path / "answers.yml"
    points: list[Plain] = [{"id": f"t-{n}", "name": "Till", "say": ["Hello"]} for n in range(2_000)]
    file.create(path, ANSWERS.with_value("journey.touchpoints", points))
    loaded = file.load(path)
    answers = loaded.answers.with_value("journey.touchpoints.t-7.name", "Changed")
    file.save(path, answers, loaded.digest)
    assert file.load(path).answers == answers


def test_a_save_without_a_change_does_not_touch_the_file(answers_file: Path) -> None:
    loaded = file.load(answers_file)
    before = answers_file.stat()
    assert file.save(answers_file, loaded.answers, loaded.digest) == loaded.digest
    assert answers_file.stat().st_ino == before.st_ino


def test_a_file_changed_by_hand_meanwhile_is_not_overwritten(answers_file: Path) -> None:
    loaded = file.load(answers_file)
    answers_file.write_text("business:\n  name: By hand\n", encoding="utf-8")
    with pytest.raises(file.ChangedMeanwhile, match="changed"):
        file.save(answers_file, ANSWERS.with_value("business.name", "B"), loaded.digest)
    assert answers_file.read_text(encoding="utf-8") == "business:\n  name: By hand\n"


def test_a_file_removed_meanwhile_is_said_to_be_gone(answers_file: Path) -> None:
    loaded = file.load(answers_file)
    answers_file.unlink()
    with pytest.raises(WorkspaceError, match="There is no file"):
        file.save(answers_file, ANSWERS, loaded.digest)


@pytest.mark.skipif(os.name == "nt", reason="no such rights there")
def test_the_rights_of_the_file_stay(answers_file: Path) -> None:
    answers_file.chmod(0o640)
    digest = file.load(answers_file).digest
    file.save(answers_file, ANSWERS.with_value("business.name", "B"), digest)
    assert answers_file.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    target = tmp_path / "shared" / "real.yml"
    file.create(target, ANSWERS)
    link = tmp_path / "answers.yml"
    link.symlink_to(target)
    digest = file.load(link).digest
    file.save(link, ANSWERS.with_value("business.name", "B"), digest)
    assert link.is_symlink()
    assert file.load(target).answers.get("business.name") == "B"
    assert visible_and_hidden(tmp_path) == ["answers.yml", "shared"]


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="its folder is gone"):
        file.create(tmp_path / "missing" / "answers.yml", ANSWERS)


def test_what_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="There is no file"):
        file.load(tmp_path / "answers.yml")
    with pytest.raises(WorkspaceError, match="is a folder"):
        file.load(tmp_path)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("# only notes\n", "empty"),
        ("- a\n- b\n", "no answers"),
        ("text", "no answers"),
    ],
)
def test_a_file_without_answers_is_refused(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "answers.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AnswersError, match=says):
        file.load(path)


def test_all_slips_come_at_once_and_the_file_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "answers.yml"
    raw = b"format: 1\nbusiness:\n\tname: A\n  name: B\n  tagline C\n  hours: a: b\n"
    path.write_bytes(raw)
    with pytest.raises(AnswersError) as caught:
        file.load(path)
    assert [problem.line for problem in caught.value.problems] == [3, 4, 5, 6]
    assert all(problem.file == "answers.yml" for problem in caught.value.problems)
    assert path.read_bytes() == raw
    assert visible_and_hidden(tmp_path) == ["answers.yml"]


def test_what_can_be_read_beside_a_slip_can_still_be_checked(tmp_path: Path) -> None:
    path = tmp_path / "answers.yml"
    path.write_text("pack: cafe\nbusiness:\n  name: 'A\n", encoding="utf-8")
    loaded = file.inspect(path)
    assert loaded.answers.pack == "cafe"
    assert loaded.answers.get("business.name") == "A"
    assert [problem.line for problem in loaded.document.problems] == [3]


def test_a_file_of_a_newer_version_is_refused_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "answers.yml"
    path.write_text("# note\nformat: 2\nbusiness:\n  new_thing: x\n", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(AnswersError, match="newer version") as caught:
        file.load(path)
    assert [problem.line for problem in caught.value.problems] == [2]
    assert path.read_bytes() == before
