"""What the documents say is what the program does."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from playbook.cli import COMMANDS

ROOT = Path(__file__).parent.parent
DOCUMENTS = [
    ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
]


def script(name: str):
    specification = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "name", ["commands.md", "answers.md", "checks.md", "templates.md", "questions.md"]
)
def test_the_reference_is_fresh(name: str):
    fresh = script("generate").PAGES[name]()
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == fresh, "run: make reference"


def test_the_preview_of_the_example_is_fresh():
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert text == script("generate_preview").preview(), "run: make reference"


@pytest.mark.parametrize("document", [*DOCUMENTS, *sorted((ROOT / "docs").glob("*.md"))], ids=str)
def test_links_between_documents_lead_somewhere(document: Path):
    text = document.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", text):
        assert (document.parent / target).exists(), target


def test_the_readme_starts_with_the_two_commands_that_do_everything():
    commands = re.findall(r"^make [a-z-]+", (ROOT / "README.md").read_text(), re.MULTILINE)
    assert commands[:2] == ["make demo", "make test"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str):
    assert f"playbook {command}" in (ROOT / "README.md").read_text()


def test_contributing_opens_with_three_commands_and_the_table():
    text = (ROOT / "CONTRIBUTING.md").read_text()
    assert len(re.findall(r"^make ", text, re.MULTILINE)) >= 3
    assert text.index("make ") < text.index("| To ")


def test_every_make_target_has_a_word_of_help():
    targets = re.findall(r"^([a-z-]+):(.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert targets
    assert [name for name, rest in targets if "##" not in rest] == []


def test_every_macro_a_page_uses_is_documented():
    parts = (ROOT / "templates" / "_parts.md.j2").read_text(encoding="utf-8")
    macros = set(re.findall(r"macro (\w+)\(", parts))
    described = " ".join(use for _, use, _ in script("generate").MACROS)
    assert macros - {"suggestion"} <= set(re.findall(r"\w+(?=\()", described))
