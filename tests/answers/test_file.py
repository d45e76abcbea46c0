"""Keeping the answers file, so that nothing is ever lost."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from playbook.answers import atomic, file
from playbook.answers.answers import Answers
from playbook.answers.migrate import Data, migrate
from playbook.errors import AnswersError, WorkspaceError
from playbook.yamlfile import Document, Plain

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


def _rename_tagline(data: Data) -> Data:
    business = data.get("business")
    if isinstance(business, dict) and "tagline" in business:
        data["business"] = {
            "slogan" if key == "tagline" else key: value for key, value in business.items()
        }
    return data


def _add_note(data: Data) -> Data:
    return {**data, "note": "was here"}


def test_answers_of_today_stay_as_they_are() -> None:
    assert migrate({"format": "1", "a": "b"}) == {"format": "1", "a": "b"}
    assert migrate({"a": "b"}) == {"a": "b"}


def test_older_answers_are_brought_up_step_by_step() -> None:
    steps = (_rename_tagline, _add_note)
    old: Data = {"business": {"tagline": "Fresh"}}
    new = {"business": {"slogan": "Fresh"}, "note": "was here", "format": "3"}
    assert migrate(old, migrations=steps) == new
    assert migrate({**old, "format": "1"}, migrations=steps) == new
    assert migrate({**old, "format": "2"}, migrations=steps) == {
        "business": {"tagline": "Fresh"}, "note": "was here", "format": "3",
    }  # fmt: skip
    assert old == {"business": {"tagline": "Fresh"}}


def test_a_file_of_a_newer_version_is_refused_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "answers.yml"
    path.write_text("# note\nformat: 2\nbusiness:\n  new_thing: x\n", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(AnswersError, match="newer version") as caught:
        file.load(path)
    assert [problem.line for problem in caught.value.problems] == [2]
    assert path.read_bytes() == before


@pytest.mark.parametrize("named", ["", "one", "-1", "0", "1.5", "²", ["1"], {"a": "b"}])
def test_a_format_that_is_no_number_is_refused(named: object) -> None:
    with pytest.raises(AnswersError, match="format"):
        migrate({"format": named}, Document("answers.yml"))  # type: ignore[dict-item]
