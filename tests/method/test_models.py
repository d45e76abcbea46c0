"""The method as data: its questions by path, and what a pack tells of itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playbook.method.load import load_method
from playbook.method.models import walk
from tests.small_content import load_all


def test_walking_the_questions_gives_the_whole_path_each_fills(content: Path) -> None:
    paths = {question.id: path for path, question in walk(load_method(content).chapters)}
    assert paths["business-name"] == "business.name"
    assert paths["customers-segments-questions-answer"] == "customers.segments[].questions[].answer"


def test_r23_a_pack_tells_its_version_its_author_and_a_fingerprint_of_its_file(
    content: Path, change: Callable[[str, str, str], None]
) -> None:
    before = load_all(content)["bakery"]
    change("packs/bakery.yml", "name: Bakery\n", "name: Bakery\nauthor: Ada Coach\n")
    after = load_all(content)["bakery"]
    assert after.author == "Ada Coach"
    assert after.fingerprint != before.fingerprint
    assert after.fingerprint == load_all(content)["bakery"].fingerprint
