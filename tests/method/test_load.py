"""The method: its chapters in order, each with its file of questions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playbook.method.load import load_method
from tests.small_content import complaint


def test_the_method_loads_with_its_chapters_in_order(content: Path) -> None:
    method = load_method(content)
    assert [chapter.id for chapter in method.chapters] == [
        "business",
        "customers",
        "promise",
        "journey",
        "people",
        "fairness",
        "scorecard",
        "listening",
        "improvements",
        "reviews",
        "brand",
    ]
    assert all(chapter.questions for chapter in method.chapters)


def test_a_chapter_without_a_file_of_questions_is_named(content: Path) -> None:
    (content / "questions" / "brand.yml").unlink()
    assert "There is no file questions/brand.yml" in complaint(load_method, content)


def test_a_file_of_questions_without_a_chapter_is_named(content: Path) -> None:
    (content / "questions" / "brend.yml").write_text("questions: []\n")
    assert "brend.yml: method.yml has no chapter" in complaint(load_method, content)


def test_two_questions_with_one_id_are_named(
    content: Path, change: Callable[[str, str, str], None]
) -> None:
    change("questions/brand.yml", "id: brand-logo", "id: business-values-felt")
    assert "Two things are called “business-values-felt”" in complaint(load_method, content)
