"""Compare the CPU time of ``playbook --help`` with that of ``python -c "import click"``."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys

RUNS = 31
LIMIT = 1.5
COMMANDS = {
    "playbook --help": [sys.executable, "-m", "playbook", "--help"],
    "import click": [sys.executable, "-c", "import click"],
}


def cpu_seconds(command: list[str]) -> float:
    """Return the user and system seconds that *command* takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Run both in turn and print the medians and their ratio."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, command in COMMANDS.items():
            times[name].append(cpu_seconds(command))
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    for name, median in medians.items():
        print(f"{name:20} {median * 1000:6.1f} ms")
    ratio = medians["playbook --help"] / medians["import click"]
    print(f"ratio {ratio:.2f} (at most {LIMIT})")


if __name__ == "__main__":
    main()
