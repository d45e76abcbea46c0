"""What the documents say is what the program does."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable
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
    "name", ["commands.md", "answers.md", "checks.md", "templates.md", "questions.md", "phrases.md"]
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
    assert len(re.findall(r"^make ", text[: text.index("| To ")], re.MULTILINE)) == 3


def paths_in(text: str) -> set[str]:
    """Return what a text names with a slash in code: ``pages/<kind>.py`` is any file there."""
    code = re.findall(r"`([^`\s]+)`", text)
    return {re.sub(r"<\w+>", "*", name) for name in code if "/" in name and "://" not in name}


def missing(names: Iterable[str], *folders: Path) -> list[str]:
    return [name for name in sorted(names) if not any([*at.glob(name)] for at in folders)]


def test_every_path_in_contributing_exists():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    made = {"build/"}
    assert missing(paths_in(text) - made, ROOT, ROOT / "playbook") == []


def test_every_file_in_the_picture_of_the_flow_exists():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    picture = text[text.index("## The flow") :].split("```")[1]
    files = set(re.findall(r"[a-z_]+/(?:[a-z_]+\.py)?", picture))
    assert len(files) > 15
    assert missing(files - {"packs/"}, ROOT, ROOT / "playbook") == []


def test_every_word_of_the_glossary_is_one_of_the_program():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text[text.index("## Words") : text.index("## House rules")]
    words = re.findall(r"^\| ([a-z, ]+) \|", table, re.MULTILINE)[1:]
    source = " ".join(file.read_text() for file in (ROOT / "playbook").rglob("*.py"))
    assert words
    for word in ", ".join(words).split(", "):
        assert re.search(rf"\b{word}", source), word


def test_the_readme_of_site_config_names_every_file_there_and_no_other():
    folder = ROOT / "site_config"
    text = (folder / "README.md").read_text(encoding="utf-8")
    table = text[: text.index("## Rules")]
    named = {name for name in re.findall(r"`([^`\s]+)`", table) if name != "brand.css"}
    files = (file for file in folder.rglob("*") if file.is_file())
    assert named == {file.relative_to(folder).as_posix() for file in files} - {"README.md"}
    assert missing(paths_in(text), folder, ROOT) == []


def test_the_readme_of_site_config_describes_classes_that_are_styled_or_used():
    folder = ROOT / "site_config"
    text = (folder / "README.md").read_text(encoding="utf-8")
    kinds = ("*.css", "*.js", "*.html")
    sources = [file for kind in kinds for file in folder.rglob(kind)]
    sources += (ROOT / "templates").glob("*.j2")
    used = " ".join(file.read_text(encoding="utf-8") for file in sources)
    classes = set(re.findall(r"\bpb-[a-z_-]*[a-z]", text))
    assert classes
    assert {name for name in classes if name not in used} == set()


def test_the_check_of_paths_sees_what_is_not_there():
    assert paths_in("`playbook/<room>/x.py`, `word`, `https://a.example/`") == {"playbook/*/x.py"}
    assert missing({"tests/", "no/where.py"}, ROOT) == ["no/where.py"]


def test_every_make_target_has_a_word_of_help():
    targets = re.findall(r"^([a-z-]+):(.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert targets
    assert [name for name, rest in targets if "##" not in rest] == []


def test_every_macro_a_page_uses_is_documented():
    parts = (ROOT / "templates" / "_parts.md.j2").read_text(encoding="utf-8")
    macros = set(re.findall(r"macro (\w+)\(", parts))
    described = " ".join(use for _, use, _ in script("generate").MACROS)
    assert macros - {"suggestion"} <= set(re.findall(r"\w+(?=\()", described))
