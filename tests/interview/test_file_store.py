"""The answers file keeps what is saved, and what others wrote in it."""

from __future__ import annotations

import datetime

import pytest

from playbook.answers.answers import Answers
from playbook.answers.file import ChangedMeanwhile, create, load
from playbook.interview.file_store import FileStore


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


def test_a_copy_takes_a_name_that_is_free(store, tmp_path):
    day = datetime.date(2027, 3, 3)
    names = [store.set_aside(day) for _ in range(3)]
    assert names == [f"answers-2027-03-03{again}.yml" for again in ("", "-2", "-3")]
    assert load(tmp_path / "my shop" / names[2]).answers.pack == "generic"
