"""Where no usable Python is, the first command says in one sentence what to type."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOOR = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "requires-python"
].removeprefix(">=")

# A real Python that says it is another version, and lacks some modules.
PRETENDER = """
import sys
sys.version_info = {version}
lacks = {lacks}
option, what = sys.argv[1:3]
if option == "-m":
    sys.exit(what in lacks)
sys.modules.update(dict.fromkeys(lacks))
exec(what)
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="make and its scripts are for Unix")


@pytest.fixture(name="machine")
def _machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


class Machine:
    """A checkout, and a PATH that leads to nothing but what a shell script needs."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "checkout"
        self.bin = folder / "bin"
        (self.checkout / ".ci").mkdir(parents=True)
        self.bin.mkdir()
        shutil.copy(ROOT / ".ci" / "venv", self.checkout / ".ci")
        shutil.copy(ROOT / "pyproject.toml", self.checkout)
        for tool in ("sh", "sed", "cut", "dirname"):
            (self.bin / tool).symlink_to(str(shutil.which(tool)))

    def add(self, name: str, version: tuple[int, int, int], *lacks: str) -> None:
        """Add a Python that lacks uv too, as it nearly always does."""
        script = PRETENDER.format(version=version, lacks=[*lacks, "uv"])
        (self.bin / f"{name}.py").write_text(script)
        self.add_script(name, f'exec "{sys.executable}" "{self.bin}/{name}.py" "$@"')

    def add_script(self, name: str, script: str) -> None:
        (self.bin / name).write_text(f"#!/bin/sh\n{script}\n")
        (self.bin / name).chmod(0o755)

    def says(self, **environ: str) -> str:
        """Return the one sentence with which it stops, having made nothing."""
        done = subprocess.run(
            [self.checkout / ".ci" / "venv", "--editable", "."],
            env={"PATH": str(self.bin), **environ},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 1
        assert done.stdout == ""
        assert not (self.checkout / ".venv").exists()
        [sentence] = done.stderr.splitlines()
        return sentence


def test_without_a_python_it_says_how_to_get_one(machine: Machine):
    assert machine.says() == (
        f"Playbook needs Python {FLOOR} or newer: type 'sudo apt install python3-venv' on Debian "
        "and Ubuntu, or install uv."
    )


def test_an_old_python_is_named_with_what_brings_a_newer_one(machine: Machine):
    machine.add("python3", (3, 9, 2))
    assert machine.says() == (
        f"Playbook needs Python {FLOOR} or newer, and python3 is 3.9.2: type 'python3 -m pip "
        "install --user uv', which brings a newer one, and try again."
    )


def test_an_old_python_without_pip_is_told_to_get_pip_first(machine: Machine):
    machine.add("python3", (3, 10, 12), "pip")
    assert (
        "type 'sudo apt install python3-pip && python3 -m pip install --user uv'" in machine.says()
    )


def test_the_python_just_below_the_floor_is_too_old(machine: Machine):
    machine.add("python3", (3, 11, 1))
    assert f"needs Python {FLOOR} or newer, and python3 is 3.11.1" in machine.says()


@pytest.mark.parametrize("version", [(3, 11, 2), (3, 12, 3), (3, 13, 5)])
def test_a_python_without_venv_is_told_the_name_of_its_package(machine: Machine, version):
    machine.add("python3", version, "ensurepip")
    package = f"python{version[0]}.{version[1]}-venv"
    assert machine.says() == (
        "python3 lacks venv, which Debian and Ubuntu ship apart: "
        f"type 'sudo apt install {package}' and try again."
    )


def test_a_newer_python_is_found_beside_an_old_one(machine: Machine):
    machine.add("python3", (3, 9, 2))
    machine.add("python3.12", (3, 12, 1), "ensurepip")
    assert machine.says().startswith("python3.12 lacks venv")


@pytest.mark.parametrize(("name", "told"), [("python3.9", "3.9.2"), ("python3.15", "not here")])
def test_a_python_that_was_named_is_not_replaced_unasked(machine: Machine, name: str, told: str):
    machine.add("python3", (3, 12, 1), "ensurepip")
    machine.add("python3.9", (3, 9, 2))
    assert machine.says(PYTHON=name) == (
        f"Playbook needs Python {FLOOR} or newer, and {name} is {told}: name another."
    )


def test_a_python_that_only_complains_counts_as_none(machine: Machine):
    machine.add_script("python3", "echo no such version >&2; exit 127")
    assert machine.says().startswith(f"Playbook needs Python {FLOOR} or newer: type 'sudo apt")
