"""Killed at any moment, an interview loses no answer that it confirmed.

A script of answers is first given without a kill, and the file noted at every prompt. A
killed run must then have left the file as it was at the last prompt it showed, or as it would
have been at the next one, byte for byte; and whoever comes back must be able to go on.

Each kill starts a program, so the usual run has few of them. The full one, with 200 random
moments and every writing call, takes some minutes: ``KILLS=200 pytest tests/terminal/test_kills.py``.
"""

from __future__ import annotations

import datetime
import io
import os
import random
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pexpect
import pytest

from playbook.answers.answers import Answers
from playbook.answers.file import create, load, locked
from playbook.app import interview as interviewing
from playbook.interview.start import Start
from playbook.terminal.conversation import interview
from playbook.terminal.screen.line_reader import LineReader
from playbook.terminal.screen.plain import PlainScreen
from playbook.terminal.screen.screen import Reason
from playbook.workspace import Workspace
from playbook.yamlfile import Plain

ROOT = Path(__file__).parent.parent.parent
KILLS = int(os.environ.get("KILLS", "9"))
"""How many random moments in all, and at most how many calls of each script."""
NOTE = "# a coach's note\n"
WRITING = (
    r"/^(p?write(v|64|v2)?|f(data)?sync|f?truncate|fallocate|copy_file_range|sendfile|splice"
    r"|(open|rename|unlink|link|symlink|mknod|mkdir|fchmod)(at2?)?|renameat2|creat|rmdir|chmod)$"
)
"""Every system call by which a program on Linux can write or change a name."""

pytestmark = pytest.mark.slow
needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")


@dataclass(frozen=True)
class Script:
    """An interview, as it is typed."""

    asked: tuple[str, ...]
    typed: tuple[str, ...]
    touchpoints: int = 0

    def renew(self, folder: Path) -> None:
        """Make the folder as it is before the interview."""
        shutil.rmtree(folder)
        folder.mkdir()
        start = Answers({"format": "1", "pack": "generic"})
        points: list[Plain] = [
            {
                "id": f"t-{number}",
                "name": f"Touchpoint {number}",
                "stage": "purchase",
                "standard": "Every guest is greeted within 30 seconds.",
                "say": ["Good morning, nice to see you again. What can I get you today?"] * 3,
            }
            for number in range(self.touchpoints)
        ]
        create(folder / "answers.yml", start.with_value("journey.touchpoints", points or None))
        with (folder / "answers.yml").open("a") as file:
            file.write(NOTE)

    def command(self, folder: Path, *more: str) -> list[str]:
        asked = [f"--ask={question}" for question in self.asked]
        return [sys.executable, "-m", "playbook", "interview", f"--folder={folder}", *asked, *more]

    @property
    def lines(self) -> bytes:
        return "".join(f"{line}\n" for line in self.typed).encode()


NAMES = tuple(f"Shop {number}" for number in range(12))
SCRIPTS = {
    "answers": Script(("business-name",) * len(NAMES), NAMES),
    "list": Script(
        ("journey-touchpoints",),
        (
            "rename 3 The lamp above the door", "A tap on the window", "1", "remove 5", "undo",
            "7 8", "edit 4", "1", "The first hello", "done", "copy 2", "move 9 1", "",
        ),
        touchpoints=300,
    ),
}  # fmt: skip
FEW = {
    "answers": Script(("business-name",) * 3, NAMES[:2]),
    "list": Script(("journey-touchpoints",), SCRIPTS["list"].typed[:2], touchpoints=300),
}
"""Scripts that are short enough to be killed at each of their calls."""
RENAMES = Script(
    ("journey-touchpoints",), tuple(f"rename 3 {name}" for name in NAMES), touchpoints=300
)


class Noting(LineReader):
    """Reads lines from a pipe, and notes what the file says whenever one is awaited."""

    def __init__(self, typed: bytes, file: Path) -> None:
        read, write = os.pipe()
        with os.fdopen(write, "wb") as pipe:
            pipe.write(typed)
        super().__init__(read)
        self._file = file
        self.states: list[bytes] = []

    def read(self) -> tuple[str, list[str]]:
        self.states.append(self._file.read_bytes())
        return super().read()


def held(folder: Path, script: Script, typed: bytes) -> list[bytes]:
    """Hold an interview here until its input ends; return what the file said at each prompt."""
    workspace = Workspace(folder)
    reader = Noting(typed, workspace.answers)
    with locked(workspace.answers):
        session, store = interviewing.open_interview(workspace, datetime.date(2027, 3, 3))
        screen = PlainScreen(output=io.StringIO(), reader=reader)
        start = Start("questions", questions=script.asked)
        outcome = interview(session, screen=screen, store=store, start=start)
    assert outcome.is_saved
    assert outcome.reason in (Reason.INPUT_ENDED, Reason.LEFT)
    return reader.states


def states_of(folder: Path, script: Script) -> list[bytes]:
    """Return what the file says at each prompt of a script that nobody kills, and at its end."""
    script.renew(folder)
    states = [*held(folder, script, script.lines), (folder / "answers.yml").read_bytes()]
    assert len({*states}) > len(script.typed) / 2 + 1, "a script has to change the file"
    for typed, after in zip(script.typed, states[1:], strict=False):
        words = re.sub(r"^rename \d+ ", "", typed)
        assert not words[:1].isupper() or words.encode() in after, "not saved before the prompt"
    return states


def check(folder: Path, script: Script, states: list[bytes], prompts: int) -> None:
    """Check that nothing confirmed is lost, that the file loads, and that one can go on.

    What was typed at a prompt is confirmed when the next prompt is shown.
    """
    file = folder / "answers.yml"
    found = file.read_bytes()
    last = max(0, prompts - 1)
    assert found in states[last : prompts + 1], f"lost something after {prompts} prompts"
    assert NOTE.encode() in found
    before = load(file).answers
    held(folder, script, b"")
    assert load(file).answers == before
    assert not [*folder.glob(".*.tmp")]


def prompts_in(output: bytes) -> int:
    return len(re.findall(rb"^> ", output, re.MULTILINE))


@pytest.mark.parametrize("name", SCRIPTS)
def test_r3_killed_at_random_moments_nothing_confirmed_is_lost(tmp_path, name):
    script, dice = SCRIPTS[name], random.Random(f"2027 {name}")
    states = states_of(tmp_path, script)
    for _ in range(-(-KILLS // 3)):
        script.renew(tmp_path)
        running = subprocess.Popen(
            script.command(tmp_path, "--plain"),
            bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT,
        )  # fmt: skip
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(script.lines)
        running.stdout.readline()
        time.sleep(dice.random() * (0.03 if name == "answers" else 1.0))
        running.kill()
        output, _ = running.communicate()
        check(tmp_path, script, states, prompts_in(output))


def test_r3_killed_in_a_real_terminal_nothing_confirmed_is_lost(tmp_path):
    dice = random.Random("2027 terminal")
    states = states_of(tmp_path, RENAMES)
    for _ in range(-(-KILLS // 3)):
        RENAMES.renew(tmp_path)
        confirmed = renamed_in_a_terminal(tmp_path, dice)
        check(tmp_path, RENAMES, states, confirmed + 1)


def renamed_in_a_terminal(folder: Path, dice: random.Random) -> int:
    """Rename a thing again and again, killed at some moment; return how often that was shown."""
    command, *arguments = RENAMES.command(folder)
    child: Any = pexpect.spawn(
        command, arguments, env={**os.environ, "TERM": "xterm"}, dimensions=(40, 100),
        timeout=30, cwd=str(ROOT),
    )  # fmt: skip
    child.delaybeforesend = None
    child.logfile_read = output = io.BytesIO()
    child.expect(rb"\[x\] Touchpoint 2")
    finished = dice.randrange(4)
    for name, line in zip(NAMES[:finished], RENAMES.typed, strict=False):
        child.sendline(line)
        child.expect(rb"\[x\] %b" % name.encode())
    child.sendline(RENAMES.typed[finished])
    time.sleep(dice.random() * 0.25)
    child.kill(9)
    child.expect(pexpect.EOF)
    child.close()
    assert child.signalstatus == 9
    shown = re.findall(rb"\[x\] Shop (\d+)", output.getvalue())
    return max(map(int, shown)) + 1 if shown else 0


@needs_strace
@pytest.mark.parametrize("name", FEW)
def test_r3_killed_at_every_writing_call_nothing_confirmed_is_lost(tmp_path, name):
    script = FEW[name]
    folder, log = tmp_path / "folder", tmp_path / "calls"
    folder.mkdir()
    states = states_of(folder, script)
    # Python keeps what it compiled in a place of its own, filled once: otherwise the tests that
    # run beside this one would change how many files it opens.
    script.renew(folder)
    traced(folder, script, log, keeps_compiled=True)
    script.renew(folder)
    ended = traced(folder, script, log)
    assert ended.returncode == 1, "the input ends, and with it the interview"
    assert prompts_in(ended.stdout) == len(states) - 1
    calls = writing_calls(log.read_text(), folder)
    assert {call for call, _ in calls} >= {"openat", "write"}
    for call, number in calls[:KILLS]:
        script.renew(folder)
        inject = f"inject={call}:signal=SIGKILL:when={number}"
        ended = traced(folder, script, log, "-e", inject)
        assert ended.returncode == -9, f"not killed at {call} {number}"
        check(folder, script, states, prompts_in(ended.stdout))


def writing_calls(log: str, folder: Path) -> list[tuple[str, int]]:
    """Return the calls that touch the folder, the last save first, then those that show something.

    Each is a name and a number, counted from the start of the program. The others, many
    hundred, only load Python.
    """
    counts: dict[str, int] = {}
    touching, showing = [], []
    for line in log.splitlines():
        call, _, rest = line.partition(" ")[2].lstrip().partition("(")
        counts[call] = counts.get(call, 0) + 1
        if str(folder) in rest and not rest.startswith("1<"):
            touching.append((call, counts[call]))
        elif call == "write":
            showing.append((call, counts[call]))
    return [*reversed(touching), *showing]


def traced(
    folder: Path, script: Script, log: Path, *more: str, keeps_compiled: bool = False
) -> subprocess.CompletedProcess[bytes]:
    """Hold an interview under strace; *log* then has all its writing calls."""
    strace = ["strace", "-qq", "-f", "-y", "-o", str(log)]
    return subprocess.run(
        [*strace, "-e", f"trace={WRITING}", *more, *script.command(folder, "--plain")],
        input=script.lines,
        capture_output=True,
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPYCACHEPREFIX": str(log.with_name("compiled")),
            "PYTHONDONTWRITEBYTECODE": "" if keeps_compiled else "1",
        },
        check=False,
    )
