"""The lock fits what the project asks for, on every Python and every system."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.markers import Environment, default_environment
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = [
    line
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
FLOOR = PROJECT["requires-python"].removeprefix(">=")
NAMED = re.findall(r":: (3\.\d+)", " ".join(PROJECT["classifiers"]))
PYTHONS = [FLOOR, *(f"{version}.99" for version in NAMED)]
SYSTEMS = [
    ("posix", "linux", "Linux"),
    ("posix", "darwin", "Darwin"),
    ("nt", "win32", "Windows"),
]
ASKED = [
    *PROJECT["dependencies"],
    *(one for extra in PROJECT["optional-dependencies"].values() for one in extra),
]
MEND = "run: make lock"


def machine(python: str, system: tuple[str, str, str]) -> Environment:
    environment = default_environment()
    environment["python_full_version"] = python
    environment["python_version"] = ".".join(python.split(".")[:2])
    environment["os_name"], environment["sys_platform"], environment["platform_system"] = system
    return environment


def applying(lines: list[str], environment: Environment) -> list[Requirement]:
    """Return those of *lines* that count there, without what belongs to extras."""
    read = [Requirement(line) for line in lines]
    return [
        one
        for one in read
        if one.marker is None or one.marker.evaluate({**environment, "extra": ""})
    ]


def locked(environment: Environment) -> dict[str, str]:
    """Return the version of each package there; two versions of one are a mistake."""
    pins = applying(LOCK, environment)
    versions = {pin.name: str(pin.specifier).removeprefix("==") for pin in pins}
    assert len(versions) == len(pins), MEND
    return versions


def missing(asked: list[str], environment: Environment) -> list[str]:
    """Return what of *asked* the lock lacks, or holds in a version that does not fit."""
    versions = locked(environment)
    return [
        str(one)
        for one in applying(asked, environment)
        if (version := versions.get(canonicalize_name(one.name))) is None
        or not one.specifier.contains(version)
    ]


def test_the_lock_names_versions_and_nothing_else():
    pattern = re.compile(r"[a-z0-9-]+==[\w.]+( ; [\w .'<>=!()]+)?")
    assert [line for line in LOCK if not pattern.fullmatch(line)] == []


def test_the_pythons_named_start_at_the_floor():
    assert FLOOR.startswith(f"{NAMED[0]}.")
    assert SpecifierSet(PROJECT["requires-python"]).contains(FLOOR)


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system[1])
@pytest.mark.parametrize("python", PYTHONS)
def test_the_lock_holds_what_the_project_asks_for(python: str, system: tuple[str, str, str]):
    assert missing(ASKED, machine(python, system)) == [], MEND


def test_the_lock_holds_what_the_packages_ask_for_in_turn():
    environment = default_environment()
    todo = {one.name for one in applying(ASKED, environment)}
    seen: set[str] = set()
    while todo:
        name = todo.pop()
        seen.add(canonicalize_name(name))
        asked = requires(name) or []
        assert missing(asked, environment) == [], f"{name} asks for it; {MEND}"
        todo |= {canonicalize_name(one.name) for one in applying(asked, environment)} - seen


def test_a_lock_that_no_longer_fits_is_noticed():
    environment = machine(FLOOR, SYSTEMS[0])
    for asked in ("click>=999", "click<1", "a-package-nobody-locked"):
        assert missing([asked], environment) == [asked]
    assert missing(["a-package-nobody-locked; sys_platform == 'win32'"], environment) == []
