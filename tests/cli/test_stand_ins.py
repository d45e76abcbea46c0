from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from playbook.cli.stand_ins import stand_in

ROOT = Path(__file__).parent.parent.parent
NAME = "Łukasz, 株式 “Zoë” 🙂 5 €…"
SET = f"people.people.lukasz.name={NAME}"
ANSWERS = f"""\
format: 1
pack: cafe
business:
  name: {NAME}
  goal: Wäre schön…
people:
  people:
    - id: lukasz
      name: {NAME}
"""
WRONG = ANSWERS + f"brand:\n  colour: “{NAME}”\n"
UTF_8 = {"PYTHONIOENCODING": "utf-8"}
C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
ENCODINGS = {
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "cp437": {"PYTHONIOENCODING": "cp437"},
    "gbk": {"PYTHONIOENCODING": "gbk"},
    "iso8859-2": {"PYTHONIOENCODING": "iso8859-2:strict"},
}
if os.name != "nt":  # where a language of the system says nothing about the console
    ENCODINGS["C"] = C_LOCALE
COMMANDS = {
    "help": ["--help"],
    "help of a command": ["interview", "--help"],
    "new": ["new", "shop", "--no-input", "--set", f"business.name={NAME}"],
    "new with answers": ["new", "shop", "--answers", "fig/answers.yml"],
    "interview": ["interview", "--folder", "fig", "--no-input", "--set", SET],
    "interview in lines": ["interview", "business", "--only", "--plain", "--folder", "fig"],
    "check": ["check", "--folder", "fig"],
    "brand": ["brand", "--folder", "fig"],
    "packs": ["packs", "--folder", "fig"],
    "wrong answers": ["check", "--folder", "wrong"],
    "wrong setting": ["interview", "--folder", "fig", "--no-input", "--set", f"bus.name={NAME}"],
    "wrong example": ["demo", "nowhere"],
    "wrong option": ["check", "--every"],
    "build": ["build", "--folder", "fig"],
    "customers": ["build", "--folder", "fig", "--edition", "customer"],
    "export": ["export", "pdf", "--folder", "fig", "--only", "cards"],
    "demo": ["demo", "bookkeeping"],
}
FAST = {("ascii", "interview"), ("cp1252", "interview"), ("C", "interview"), ("cp437", "check")}
FAST |= {("ascii", "interview in lines"), ("C", "help"), ("ascii", "wrong answers")}
LONG = {"build", "customers", "export", "demo"}
CASES = [
    pytest.param(encoding, command, marks=() if (encoding, command) in FAST else pytest.mark.slow)
    for command in COMMANDS
    for encoding in ENCODINGS
    if command not in LONG or encoding in ("cp1252", "C")
]


@dataclass(frozen=True)
class Said:
    """What a command said, and what it left in the answers."""

    code: int
    told: bytes
    complained: bytes
    answers: dict[str, bytes]


def said(folder: Path, arguments: list[str], environ: dict[str, str]) -> Said:
    """Run a command where a playbook lies in fig/, and one with a mistake in wrong/."""
    for name, answers in (("fig", ANSWERS), ("wrong", WRONG)):
        (folder / name).mkdir(parents=True)
        (folder / name / "answers.yml").write_text(answers, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "playbook", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environ},
        input=f"{NAME}\n\n\n".encode(),
        capture_output=True,
        check=False,
    )
    files = {file.parent.name: file.read_bytes() for file in folder.glob("*/answers.yml")}
    shutil.rmtree(folder)
    return Said(ran.returncode, ran.stdout, ran.stderr, files)


@pytest.fixture(scope="module", name="in_utf_8")
def _in_utf_8(tmp_path_factory) -> Callable[[str, Path], Said]:
    """Return a function that runs a command, once, on a console that lacks no letter."""
    return functools.cache(lambda command, folder: said(folder, COMMANDS[command], UTF_8))


@pytest.mark.parametrize(("encoding", "command"), CASES)
def test_a_console_that_lacks_letters_shows_the_same_with_stand_ins(
    tmp_path_factory, in_utf_8, encoding, command
):
    folder = tmp_path_factory.getbasetemp() / "console"
    wanted = in_utf_8(command, folder)
    found = said(folder, COMMANDS[command], ENCODINGS[encoding])
    code_page = "ascii" if encoding == "C" else encoding
    assert found.told.decode(code_page) == shown_in(code_page, wanted.told)
    assert found.complained.decode(code_page) == shown_in(code_page, wanted.complained)
    assert b"Traceback" not in found.complained
    assert (found.code, found.answers) == (wanted.code, wanted.answers)


def shown_in(code_page: str, told: bytes) -> str:
    return "".join(map(functools.partial(letter_in, code_page), told.decode()))


def letter_in(code_page: str, letter: str) -> str:
    try:
        return letter.encode(code_page).decode(code_page)
    except UnicodeEncodeError:
        return stand_in(letter)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“Zoë’s” – half…", '"Zoe\'s" - half...'),
        ("Łukasz, Dvořák, Straße, Đặng", "Lukasz, Dvorak, Strasse, Dang"),
        ("e\u0301 \u202eleft\u202c a\u200db", "e left ab"),
        ("½ × 3 → 1\N{NO-BREAK SPACE}€", "1/2 x 3 -> 1 EUR "),
        ("株式 🙂 한", "?? ? ?"),
        ("\udcc5", "?"),
        ("plain", "plain"),
    ],
)
def test_a_stand_in_reads_like_what_it_stands_for(text, plain):
    assert stand_in(text) == plain
