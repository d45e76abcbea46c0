"""The words of the content: our own, not the sources', and plain."""

from __future__ import annotations

import runpy
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from playbook.yamlfile import read

ROOT = Path(__file__).parent.parent
shingles: Callable[[str], dict[str, str]] = runpy.run_path(
    str(ROOT / "tests" / "make_source_shingles.py")
)["shingles"]
SOURCE = frozenset((ROOT / "tests" / "data" / "source_shingles.txt").read_text().split())


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for item in value.values() for text in texts(item))
    elif isinstance(value, list):
        yield from (text for item in value for text in texts(item))


def copied(text: str) -> list[str]:
    """Return the runs of words that *text* shares with a source document."""
    return [run for digest, run in shingles(text).items() if digest in SOURCE]


def content_files() -> list[Path]:
    return sorted((ROOT / "content").rglob("*.yml"))


def template_files() -> list[Path]:
    return sorted(file for file in (ROOT / "templates").rglob("*") if file.is_file())


@pytest.mark.parametrize("file", content_files(), ids=lambda file: file.name)
def test_no_text_of_the_content_is_copied_from_a_source(file: Path) -> None:
    data = read(file).data
    assert isinstance(data, dict)
    # The documents are named by their own titles, and by nothing else of theirs.
    data = {key: value for key, value in data.items() if key != "documents"}
    assert [run for text in texts(data) for run in copied(text)] == []


@pytest.mark.parametrize("file", template_files(), ids=lambda file: file.name)
def test_no_template_is_copied_from_a_source(file: Path) -> None:
    assert copied(file.read_text(encoding="utf-8")) == []


def test_a_copied_sentence_would_be_noticed() -> None:
    titles = read(ROOT / "content" / "sources.yml").data
    assert isinstance(titles, dict)
    assert [run for text in texts(titles["documents"]) for run in copied(text)] != []


def test_a_sentence_of_our_own_is_no_copy() -> None:
    assert copied("Ask for the last real case before you ask for the general rule.") == []


JARGON = (
    "CX",
    "KPI",
    "NPS",
    "CSAT",
    "stakeholder",
    "leverage",
    "onboarding",
    "customer-centric",
    "buyer's remorse",
    "value chain",
    "best practice",
    "!",
)


def jargon_in(text: str) -> list[str]:
    return [word for word in JARGON if word.lower() in text.lower()]


@pytest.mark.parametrize("file", content_files(), ids=lambda file: file.name)
def test_the_content_speaks_plainly(file: Path) -> None:
    data = read(file).data
    assert isinstance(data, dict)
    assert [(text, jargon_in(text)) for text in texts(data) if jargon_in(text)] == []


def test_a_word_of_jargon_would_be_noticed() -> None:
    assert jargon_in("Let us leverage our KPIs!") == ["KPI", "leverage", "!"]
