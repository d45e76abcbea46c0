"""The examples: sound, complete, and printed exactly as reviewed."""

from __future__ import annotations

import difflib
import re
import shutil
from collections.abc import Set
from pathlib import Path

import pytest

from playbook.app.build import build, markdown_of
from playbook.app.demo import copy_example
from playbook.app.folder import open_folder
from playbook.checks import find
from playbook.model.editions import Edition
from playbook.pages.catalogue import build_pages
from playbook.workspace import Workspace

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted(file.parent for file in (ROOT / "examples").glob("*/answers.yml"))
GOLDEN = Path(__file__).parent / "golden"
REVIEWED = [example for example in EXAMPLES if (GOLDEN / example.name).is_dir()]
every_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda folder: folder.name)
FILLER = re.compile(r"lorem|ipsum|\bTODO\b|\bTBD\b|\bxxx\b|foo\b|placeholder", re.IGNORECASE)


def pages_of(example: Path, edition: Edition = "manager") -> dict[str, str]:
    workspace = Workspace(example)
    reading = open_folder(workspace)
    return markdown_of(
        workspace, build_pages(reading.playbook, reading.method, edition), reading.language
    )


def reviewed_names(example: Path, printed: Set[str]) -> Set[str]:
    """Return the pages of an example that are reviewed.

    The café is reviewed as a whole. Of another example are only the pages that show what the café
    is past, such as what is undecided or merely suggested: those whose file is there already.
    """
    if example.name == "cafe":
        return printed
    return {file.name for file in (GOLDEN / example.name).glob("*.md")}


@pytest.mark.parametrize("example", REVIEWED, ids=lambda folder: folder.name)
def test_an_example_prints_the_pages_that_were_reviewed(example: Path, request):
    golden = GOLDEN / example.name
    printed = {name.removeprefix("docs/"): text for name, text in pages_of(example).items()}
    (printed["for-customers.md"],) = pages_of(example, "customer").values()
    names = reviewed_names(example, printed.keys())
    if request.config.getoption("--update-examples"):
        shutil.rmtree(golden, ignore_errors=True)
        golden.mkdir(parents=True)
        for name in names & printed.keys():
            (golden / name).write_text(printed[name], encoding="utf-8")
    expected = {file.name: file.read_text(encoding="utf-8") for file in golden.glob("*.md")}
    assert sorted(expected) == sorted(names & printed.keys())
    for name in names:
        difference = difflib.unified_diff(
            expected[name].splitlines(),
            printed[name].splitlines(),
            "reviewed",
            "printed",
            lineterm="",
        )
        assert printed[name] == expected[name], "\n".join(difference)


@every_example
def test_an_example_has_nothing_that_must_be_mended(example: Path):
    findings = find(open_folder(Workspace(example)).playbook)
    assert [finding for finding in findings if finding.severity == "error"] == []


@every_example
def test_an_example_has_no_filler(example: Path):
    assert FILLER.findall((example / "answers.yml").read_text(encoding="utf-8")) == []


def test_there_is_a_thorough_a_half_way_and_a_quick_example():
    undecided = {}
    for example in EXAMPLES:
        reading = open_folder(Workspace(example))
        about = build_pages(reading.playbook, reading.method)[-1]
        undecided[example.name] = sum(
            len(chapter.undecided) + len(chapter.unconfirmed) for chapter in about.open_chapters
        )
    assert undecided["cafe"] < 8 < undecided["plumbing"] < undecided["bookkeeping"]


@pytest.mark.slow
@every_example
@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_an_example_builds_strictly_on_both_engines(example: Path, engine: str, tmp_path: Path):
    workspace = copy_example(example.name, tmp_path)
    build(workspace, open_folder(workspace), engine)
    built = {file.stem for file in workspace.site.glob("*.html")} - {"404"}
    assert built == {Path(name).stem for name in pages_of(example)}
