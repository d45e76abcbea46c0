"""The interview's memory, kept in a file of its own."""

from __future__ import annotations

import json

import pytest

from playbook.draft.draft import Draft
from playbook.draft.memory import Asked, Memory
from playbook.draft.memory_file import load_memory, save_memory
from playbook.draft.upgrade import carried

SAID = {"journey": {"touchpoints": [{"id": "greeting", "name": "The greeting"}]}}


def test_a_memory_survives_its_file(tmp_path, then):
    file = tmp_path / "own" / "asked.json"
    save_memory(file, then)
    assert load_memory(file) == then


@pytest.mark.parametrize(
    "spoilt",
    ["", "{", "[]", '{"format": 2}', '{"format": 1, "asked": {"name": 7}}', "[" * 100_000, "\xff"],
)
def test_a_spoilt_memory_is_an_empty_one(tmp_path, spoilt):
    file = tmp_path / "asked.json"
    file.write_bytes(spoilt.encode("latin-1"))
    assert not load_memory(file).asked


def test_a_spoilt_suggestion_in_a_memory_is_not_carried(
    tmp_path, small_method, then, said_of, version_two
):
    file = tmp_path / "asked.json"
    save_memory(file, then)
    raw = json.loads(file.read_text())
    raw["asked"]["touchpoints"]["suggested"] = [{"id": "greeting", "name": ["no", "name"]}]
    file.write_text(json.dumps(raw))
    smaller = version_two(touchpoints=lambda _: [])
    assert carried(Draft.over(said_of(**SAID), smaller, small_method), load_memory(file)) is smaller


def test_a_folder_that_cannot_be_written_costs_only_the_memory(tmp_path, then):
    (tmp_path / "own").write_text("a file where the folder belongs")
    save_memory(tmp_path / "own" / "asked.json", then)
    assert not load_memory(tmp_path / "own" / "asked.json").asked


def test_half_a_character_in_a_memory_is_spoilt_and_costs_no_save(tmp_path, then):
    file = tmp_path / "asked.json"
    half = Memory("bakery", {"what": Asked("x", "\ud800")})
    save_memory(file, half)
    assert not file.exists()
    file.write_text(json.dumps({"format": 1, "asked": {"w": {"question": "\ud800"}}}))
    assert not load_memory(file).asked
    save_memory(file, then)
    assert load_memory(file) == then
