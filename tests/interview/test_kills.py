"""Killed at any moment, an interview loses no answer that it confirmed."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from playbook.answers.answers import Answers
from playbook.answers.file import create, load

ROOT = Path(__file__).parent.parent.parent
NAMES = [f"Shop {number}" for number in range(12)]
MOMENTS = int(os.environ.get("KILLS", "25"))
"""How often to kill; a nightly run may ask for many more."""

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    renew(tmp_path)
    return tmp_path


def renew(folder: Path) -> None:
    file = folder / "answers.yml"
    file.unlink(missing_ok=True)
    create(file, Answers({"format": "1", "pack": "generic"}))
    file.write_text(file.read_text() + "# a coach's note\n")


def command(folder: Path) -> list[str]:
    asked = ["--ask", "business-name"] * len(NAMES)
    return [sys.executable, "-m", "playbook", "interview", "--plain", "-f", str(folder), *asked]


def check(folder: Path, confirmed: int) -> None:
    """Check that the file reads, keeps its note, and has what was confirmed or what came next."""
    file = folder / "answers.yml"
    found = load(file).answers.get("business.name")
    assert "# a coach's note" in file.read_text()
    expected: list[Any] = [NAMES[confirmed - 1] if confirmed else None]
    expected += NAMES[confirmed : confirmed + 1]
    assert found in expected


def confirmed_in(output: bytes) -> int:
    """Return how many answers were confirmed: a question was asked after them."""
    return max(0, output.count(b"What is your business called?") - 1)


def test_r3_killed_at_random_moments_nothing_confirmed_is_lost(folder):
    dice = random.Random(2027)
    for _ in range(MOMENTS):
        renew(folder)
        running = subprocess.Popen(
            command(folder), bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
        )
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write("".join(f"{name}\n" for name in NAMES).encode())
        running.stdin.flush()
        running.stdout.readline()
        time.sleep(dice.random() * 0.12)
        running.kill()
        output, _ = running.communicate()
        check(folder, confirmed_in(output))


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
@pytest.mark.parametrize("name", ["write", "fsync", "rename", "openat"])
def test_r3_killed_at_every_writing_call_nothing_confirmed_is_lost(folder, name):
    typed = "".join(f"{answer}\n" for answer in NAMES[:2]).encode()
    first = 1
    if name == "openat":  # most of them only load Python
        first = calls_of(folder, name, typed) - 25
    for call in range(first, first + 200):
        renew(folder)
        inject = f"inject={name}:signal=SIGKILL:when={call}"
        ended = traced(folder, name, typed, "-e", inject)
        check(folder, min(2, confirmed_in(ended.stdout)))
        if ended.returncode == 1:  # the input ended: it came through
            return
    pytest.fail("the interview never came to its end")


def calls_of(folder: Path, name: str, typed: bytes) -> int:
    renew(folder)
    traced(folder, name, typed, log=folder / "calls")
    return len((folder / "calls").read_text().splitlines())


def traced(
    folder: Path, name: str, typed: bytes, *more: str, log: Path = Path("/dev/null")
) -> subprocess.CompletedProcess[bytes]:
    strace = ["strace", "-qq", "-o", str(log), "-e", f"trace={name}", *more]
    return subprocess.run(
        [*strace, *command(folder)], input=typed, capture_output=True, cwd=ROOT, check=False
    )
