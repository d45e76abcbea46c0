"""Faults in the files of content/ are told at once, with their lines, in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from playbook.errors import ContentError
from playbook.method.load import load_method
from tests.small_content import complaint, line_of


def test_all_faults_are_named_at_once_with_file_and_line(
    content: Path, change: Callable[[str, str, str], None]
) -> None:
    change("questions/business.yml", "kind: line", "kind: lyne")
    change("questions/fairness.yml", "    why: A bill", "    wy: A bill")
    change("method.yml", "    title: Your business\n", "")
    with pytest.raises(ContentError) as caught:
        load_method(content)
    problems = caught.value.problems
    business, fairness = (
        content / "questions" / f"{name}.yml" for name in ("business", "fairness")
    )
    places = {(problem.file, problem.line) for problem in problems}
    assert ("business.yml", line_of(business, "kind: lyne")) in places
    assert ("fairness.yml", line_of(fairness, "wy: A bill")) in places
    assert ("method.yml", line_of(content / "method.yml", "id: business")) in places
    assert "“wy” is not known here.\n    Did you mean “why”?" in str(caught.value)
    assert "“title” is missing." in str(caught.value)
    assert "“kind” must be 'line', 'text'" in str(caught.value)


def test_faults_are_told_without_the_words_of_a_programmer(
    content: Path, change: Callable[[str, str, str], None]
) -> None:
    change("questions/business.yml", "kind: line", "kind:\n      - line")
    change("questions/people.yml", "quick: yes", "quick: perhaps")
    change("questions/brand.yml", "questions:\n", "questions: none\nold:\n")
    change("questions/reviews.yml", "sources: [H.S8, T.process]", "sources: H.S8")
    told = complaint(load_method, content)
    assert "“quick” must be yes or no." in told
    assert "“sources” must be a list" in told
    assert not re.search(r"tuple|dict|str\b|bool|Input|valid|instance|value_error|None", told)


def test_a_line_that_is_not_yaml_is_named(content: Path) -> None:
    with (content / "questions" / "brand.yml").open("a") as file:
        file.write("\nno colon here\n")
    assert "brand.yml, line" in complaint(load_method, content)


def test_a_missing_file_of_the_method_is_named(content: Path) -> None:
    (content / "sources.yml").unlink()
    assert "sources.yml: The file cannot be read" in complaint(load_method, content)


def test_a_file_with_nothing_in_it_is_named(content: Path) -> None:
    (content / "prompts.yml").write_text("")
    assert "prompts.yml, line 1: The file must be keys with values" in complaint(
        load_method, content
    )
