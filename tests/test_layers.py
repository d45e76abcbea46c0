"""Imports go one way, and some libraries have one room only."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "playbook"
# A room may import from its own row and from rows above it.
ROWS = (
    ("errors", "resources", "workspace", "words", "text_width"),
    ("yamlfile",),
    ("parse",),
    ("model",),
    ("method",),
    ("answers",),
    ("draft",),
    ("checks",),
    ("interview",),
    ("terminal",),
    ("brand",),
    ("charts",),
    ("pages",),
    ("render",),
    ("poster",),
    ("site",),
    ("paper",),
    ("app",),
    ("cli",),
    ("__main__",),
)
HOMES = {
    "click": {"cli"},
    "yaml": {"yamlfile"},
    "prompt_toolkit": {"terminal"},
    "jinja2": {"render"},
    "markdown": {"render"},
    "coloraide": {"brand", "parse"},
    "weasyprint": {"paper"},
    "tinyhtml5": {"paper"},
    "segno": {"paper"},
    "subprocess": {"site", "terminal"},
    "mkdocs": set(),
    "material": set(),
}
MOST_FUNCTION_LINES = 45


def room(file: Path, package: Path = PACKAGE) -> str:
    parts = file.relative_to(package).with_suffix("").parts
    return parts[0]


def imports(source: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def upward(own: str, source: str) -> set[str]:
    """Return the rooms that a module in the room *own* must not know, and does."""
    row = {name: index for index, names in enumerate(ROWS) for name in names}
    rooms = {name.split(".")[1] for name in imports(source) if name.startswith("playbook.")}
    return {other for other in rooms if other in row and row[other] > row[own]}


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_go_one_way(file: Path):
    if file != PACKAGE / "__init__.py":
        assert upward(room(file), file.read_text()) == set()


def test_every_room_has_a_row():
    known = {name for names in ROWS for name in names} | {"__init__"}
    assert {room(file) for file in MODULES} <= known


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_some_libraries_have_one_home(file: Path):
    for name in imports(file.read_text()):
        homes = HOMES.get(name.split(".")[0])
        assert homes is None or room(file) in homes, name


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_functions_fit_a_screen(file: Path):
    source = file.read_text()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < MOST_FUNCTION_LINES, node.name


def test_the_check_sees_an_import_against_the_flow():
    assert upward("model", "from playbook.site import menu") == {"site"}
    assert upward("site", "import playbook.model.base") == set()


def test_the_words_of_the_workshop_stay_out():
    for file in MODULES:
        source = file.read_text()
        assert "TODO" not in source
        assert "except Exception" not in source
