"""The house rules: small rooms, one name for one thing, plain statements, tests that can be found."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import pytest

from playbook.cli import COMMANDS
from tests.test_layers import dotted, imports

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "playbook"
TESTS = ROOT / "tests"
MODULES = sorted(PACKAGE.rglob("*.py"))
every_module = pytest.mark.parametrize(
    "file", MODULES, ids=lambda file: str(file.relative_to(PACKAGE))
)

MOST_IN_A_ROOM = 15
LARGE_ROOMS = {
    "pages": "a module for each page of the playbook",
    "model": "a module for each chapter of the interview, and what they have in common",
}
"""Rooms that may hold more modules than fit a glance, each with its reason."""

FLOORS = {"model", "checks", "pages"}
"""A noun of the business has its module on each of these floors: what it is, lacks, and shows."""

MOST_FUNCTION_LINES = 45
MOST_DECISIONS_IN_100_LINES = 20
MOST_DECISIONS = 10
MANY_DECISIONS: dict[str, str] = {}
"""Functions with more decisions than fit a head, each with the reason why nothing plainer does."""


def crowded(modules: Iterable[str]) -> set[str]:
    """Return the folders, below the package, that hold more modules than a room should."""
    counts: dict[str, int] = defaultdict(int)
    for module in modules:
        folder, _, name = module.rpartition("/")
        counts[folder] += name != "__init__"
    return {folder for folder, count in counts.items() if count > MOST_IN_A_ROOM}


def twins(modules: Iterable[str]) -> dict[str, str]:
    """Return the names that stand for more than one thing, with their rooms.

    A room counts by its own name, so that only its main module may be called as the room is. A
    noun of the business may stand on each floor, and a command beside its use case.
    """
    homes: dict[str, set[str]] = defaultdict(set)
    for module in modules:
        room, _, name = module.rpartition("/")
        homes[name].add(room)
        homes[room.rpartition("/")[2]].add(room)
    for command in COMMANDS:
        homes[command] -= {"cli", "app"}
    return {
        name: ", ".join(sorted(rooms))
        for name, rooms in homes.items()
        if len(rooms) > 1 and not rooms <= FLOORS and name != "__init__"
    }


def decisions(tree: ast.AST) -> int:
    """Count where the way parts: branches, loops, conditions, comprehensions, cases."""
    count = 0
    for node in ast.walk(tree):
        if isinstance(node, ast.comprehension):
            count += 1 + len(node.ifs)
        elif isinstance(node, ast.BoolOp):
            count += len(node.values) - 1
        elif isinstance(
            node, (ast.If, ast.For, ast.While, ast.ExceptHandler, ast.IfExp, ast.match_case)
        ):
            count += 1
    return count


def code_lines(source: str) -> int:
    """Count the lines that are neither blank, nor a comment, nor part of a docstring."""
    told: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            told |= set(range(node.lineno, (node.end_lineno or 0) + 1))
    lines = enumerate(source.splitlines(), 1)
    return sum(bool(re.match(r"\s*[^\s#]", line)) for number, line in lines if number not in told)


def functions(source: str) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef))


def sentences(text: str | None) -> int:
    return len(re.findall(r"[.:?](?=\s|\Z)", text or ""))


def own_tests(module: str) -> tuple[str, str]:
    """Return where the test of a module stands, and that of its room's door.

    ``playbook.site.links`` has ``site/test_links.py`` and ``site/test_site.py``.
    """
    *rooms, name = module.split(".")[1:]
    folder = "/".join([*rooms, ""])
    return f"{folder}test_{name}.py", f"{folder}test_{rooms[-1] if rooms else 'playbook'}.py"


def is_named(module: str, tests: Collection[str], named: Collection[str]) -> bool:
    """Tell whether a module has a test of its own, or is imported by the test of its door."""
    own, _ = own_tests(module)
    return own in tests or module in named


def below_package(file: Path) -> str:
    return file.relative_to(PACKAGE).with_suffix("").as_posix()


def test_a_room_holds_no_more_modules_than_one_can_take_in():
    assert crowded(map(below_package, MODULES)) == set(LARGE_ROOMS)


def test_a_word_names_one_module():
    assert twins(map(below_package, MODULES)) == {}


def test_statements_are_plain():
    sources = [file.read_text() for file in MODULES]
    decided = sum(decisions(ast.parse(source)) for source in sources)
    lines = sum(code_lines(source) for source in sources)
    assert 100 * decided / lines <= MOST_DECISIONS_IN_100_LINES


def test_functions_with_many_decisions_have_a_reason():
    found = {
        f"{dotted(file)}:{function.name}"
        for file in MODULES
        for function in functions(file.read_text())
        if decisions(function) > MOST_DECISIONS
    }
    assert found == set(MANY_DECISIONS)
    assert all(MANY_DECISIONS.values())


@every_module
def test_functions_fit_a_screen(file: Path):
    for function in functions(file.read_text()):
        assert (function.end_lineno or 0) - function.lineno < MOST_FUNCTION_LINES, function.name


def test_every_door_says_what_comes_in_what_goes_out_and_what_is_not_known():
    doors = {
        dotted(file).removesuffix(".__init__"): ast.get_docstring(ast.parse(file.read_text()))
        for file in MODULES
        if file.stem == "__init__"
    }
    assert {name for name, told in doors.items() if sentences(told) < 3} == set()


def test_every_module_is_named_by_its_test_or_by_that_of_its_room():
    tests = {file.relative_to(TESTS).as_posix(): file for file in TESTS.rglob("test_*.py")}
    missing = set()
    for module in (dotted(file) for file in MODULES if file.stem != "__init__"):
        door = tests.get(own_tests(module)[1])
        if not is_named(module, tests, imports(door.read_text()) if door else ()):
            missing.add(module)
    assert missing == set()


def test_the_rules_see_a_crowded_room():
    assert crowded(f"attic/box{number}" for number in range(MOST_IN_A_ROOM + 1)) == {"attic"}
    assert crowded(f"attic/box{number}" for number in range(MOST_IN_A_ROOM)) == set()


def test_the_rules_see_one_word_for_two_things():
    assert twins(["site/tree", "yamlfile/tree"]) == {"tree": "site, yamlfile"}
    assert twins(["answers/answers", "draft/answers"]) == {"answers": "answers, draft"}
    allowed = ["model/people", "pages/people", "cli/build", "app/build", "answers/answers"]
    assert twins([*allowed, "a/__init__", "b/__init__"]) == {}


def test_the_rules_count_decisions_and_lines():
    source = '"""Told."""\n\n# Why.\nif a and b or c:\n    x = [y for y in z if y]\n'
    assert decisions(ast.parse(source)) == 5
    assert code_lines(source) == 2


def test_the_rules_see_a_door_that_says_too_little():
    assert sentences("Keep things. In comes one; out goes another. It knows no page.") == 3
    assert sentences("Keep things.") < 3
    assert sentences(None) == 0


def test_the_rules_see_a_module_without_a_test():
    assert own_tests("playbook.site.links") == ("site/test_links.py", "site/test_site.py")
    assert own_tests("playbook.words") == ("test_words.py", "test_playbook.py")
    assert is_named("playbook.site.links", {"site/test_links.py"}, ())
    assert is_named("playbook.site.links", (), {"playbook.site.links"})
    assert not is_named("playbook.site.links", {"test_links.py"}, {"playbook.site"})
