"""What was begun is kept beside the answers, and never among them."""

from __future__ import annotations

import pytest

from playbook.answers.begun import BegunAnswers

PLACE = "business.what_we_do"


def test_what_was_begun_is_there_the_next_time_until_it_is_taken_away(tmp_path):
    file = tmp_path / ".playbook" / "begun.json"
    begun = BegunAnswers(file)
    begun.keep(PLACE, "We  bake\n– “Brot”")
    begun.keep("people.roles.chef.does", "Cooks")
    assert BegunAnswers(file).at(PLACE) == "We  bake\n– “Brot”"
    BegunAnswers(file).keep(PLACE, "")
    assert BegunAnswers(file).at(PLACE) == ""
    assert BegunAnswers(file).at("people.roles.chef.does") == "Cooks"


def test_what_no_file_can_hold_is_made_showable(tmp_path):
    file = tmp_path / "begun.json"
    BegunAnswers(file).keep(PLACE, "a\ud800\x00b")
    assert BegunAnswers(file).at(PLACE) == "a\ufffd\ufffdb"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"begun": {"a": 1}}', '{"format": 2}'])
def test_a_spoilt_file_is_none(tmp_path, content):
    file = tmp_path / "begun.json"
    file.write_text(content)
    assert BegunAnswers(file).at("a") == ""


def test_where_nothing_can_be_written_nothing_is(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / ".playbook").symlink_to(tmp_path / "real")
    BegunAnswers(tmp_path / ".playbook" / "begun.json").keep(PLACE, "We bake")
    assert list((tmp_path / "real").iterdir()) == []
