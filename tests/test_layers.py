"""Imports go one way, and some libraries have one room only."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "playbook"
LONGEST_CHAIN = 14
"""How many modules may stand on each other's shoulders, for a change at the bottom to be followed."""
# A room may import from its own row and from rows above it.
ROWS = (
    ("errors", "resources", "workspace", "words", "text_width"),
    ("yamlfile",),
    ("parse",),
    ("model",),
    ("language",),
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
    "curses": {"terminal"},
    "readline": {"terminal"},
    "termios": {"terminal"},
    "tty": {"terminal"},
    "babel": {"language", "parse", "interview", "site"},
    "jinja2": {"render"},
    "markdown": {"render"},
    "coloraide": {"brand", "parse"},
    "phonenumbers": {"parse"},
    "PIL": {"brand"},
    "py_svg_hush": {"brand"},
    "weasyprint": {"paper"},
    "tinyhtml5": {"paper"},
    "segno": {"paper"},
    "subprocess": {"site", "terminal"},
    "mkdocs": set(),
    "material": set(),
}
# Rooms that do not know each other although their rows would let them.
APART = {
    room: {"interview", "terminal"}
    for room in ("brand", "charts", "pages", "render", "poster", "site", "paper")
}
FACES = {"terminal": {"app", "cli"}}
"""The rooms that may open a face of the interview; all others would be tied to it."""


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


def strangers(own: str, source: str) -> set[str]:
    """Return the rooms that a module in the room *own* knows, though they are to stay apart."""
    rooms = {name.split(".")[1] for name in imports(source) if name.startswith("playbook.")}
    faces = {face for face, doors in FACES.items() if own not in doors | {face}}
    return rooms & (APART.get(own, set()) | faces)


def touches_terminal(source: str) -> Iterator[str]:
    """Yield each use of what only a terminal has: its size, its keys, and what is printed on it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            of_sys = isinstance(node.value, ast.Name) and node.value.id == "sys"
            if node.attr in ("isatty", "get_terminal_size") or (of_sys and "std" in node.attr):
                yield node.attr
        elif isinstance(node, ast.Name) and node.id in ("input", "print"):
            yield node.id


def dotted(file: Path) -> str:
    """Return the name by which others import a module; a package's door ends with __init__."""
    return ".".join((PACKAGE.name, *file.relative_to(PACKAGE).with_suffix("").parts))


def graph(sources: Mapping[str, str]) -> dict[str, set[str]]:
    """Return which of the modules each of them imports; doors pass others on and do not count."""
    modules = {name for name in sources if not name.endswith("__init__")}
    return {name: (imports(source) & modules) - {name} for name, source in sources.items()}


def longest_chain(edges: Mapping[str, set[str]]) -> list[str]:
    """Return the longest way from module to imported module; raise CycleError for a circle."""
    chains: dict[str, list[str]] = {}
    for module in TopologicalSorter(edges).static_order():
        below = max((chains[one] for one in edges[module]), key=len, default=[])
        chains[module] = [module, *below]
    return max(chains.values(), key=len)


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
def test_some_rooms_do_not_know_each_other(file: Path):
    assert strangers(room(file), file.read_text()) == set()


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_only_a_face_and_the_commands_know_a_terminal(file: Path):
    if room(file) not in ("terminal", "cli"):
        assert list(touches_terminal(file.read_text())) == []


def test_no_chain_of_imports_is_too_long():
    chain = longest_chain(graph({dotted(file): file.read_text() for file in MODULES}))
    assert len(chain) <= LONGEST_CHAIN, " > ".join(chain)


def test_the_check_sees_an_import_against_the_flow():
    assert upward("model", "from playbook.site import menu") == {"site"}
    assert upward("site", "import playbook.model.base") == set()


def test_the_check_sees_rooms_that_should_stay_apart():
    assert strangers("pages", "from playbook.interview.session import Session") == {"interview"}
    assert strangers("draft", "from playbook.terminal.screen import Line") == {"terminal"}
    assert strangers("app", "from playbook.terminal.screen import Line") == set()


@pytest.mark.parametrize(
    "source",
    ["sys.stdin.read()", "os.isatty(0)", "shutil.get_terminal_size()", "input()", "print('Hello')"],
)
def test_the_check_sees_a_terminal(source: str):
    assert list(touches_terminal(source))
    assert not list(touches_terminal("result.stdout + workspace.print"))


def test_the_check_follows_a_chain_of_imports_but_not_through_doors():
    sources = {"a": "import b", "b": "from c import x", "c": "import d.__init__", "d.__init__": ""}
    assert longest_chain(graph(sources)) == ["a", "b", "c"]
    with pytest.raises(CycleError):
        longest_chain(graph({"a": "import b", "b": "import a"}))


def test_the_words_of_the_workshop_stay_out():
    for file in MODULES:
        source = file.read_text()
        assert "TODO" not in source
        assert "except Exception" not in source
