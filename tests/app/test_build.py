"""Killed at any moment, a build leaves nothing that the next one would not clear.

The program alone is killed, as a system does that needs memory: the engine it started goes on
for a while. ``KILLS=200 pytest tests/app/test_build.py`` tries many moments.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
KILLS = int(os.environ.get("KILLS", "9"))
FIG = "format: 1\npack: cafe\nbusiness:\n  name: The Fig\n"
JUGGLER = f"{FIG}people:\n  roles:\n    - id: juggler\n      name: Juggler\n      does: Juggles\n"
MINE = ("build/notes.txt", "build/docs/.holidays.tmp", "site/CNAME")


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def begun(folder: Path, answers: str) -> subprocess.Popen[bytes]:
    """Begin to build a folder with some answers."""
    (folder / "answers.yml").write_text(answers)
    return subprocess.Popen(
        [sys.executable, "-m", "playbook", "build", "--folder", str(folder)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.mark.slow
def test_what_a_killed_build_left_is_cleared_by_the_next(tmp_path):
    chance = random.Random(20261127)
    assert begun(tmp_path, FIG).wait() == 0
    for name in MINE:
        (tmp_path / name).write_text("mine")
    start = time.monotonic()
    assert begun(tmp_path, FIG).wait() == 0
    takes = time.monotonic() - start
    whole = contents(tmp_path)
    assert whole.keys() > set(MINE)
    for _ in range(-(-KILLS // 3)):
        killed = begun(tmp_path, JUGGLER)
        moment = chance.uniform(0.2, 1) * takes
        time.sleep(moment)
        killed.kill()
        killed.wait()
        assert begun(tmp_path, FIG).wait() == 0
        assert contents(tmp_path) == whole, moment
