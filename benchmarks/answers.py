"""Time an answer on a large playbook: the next question, and the save, beside a whole rewrite."""

from __future__ import annotations

import datetime
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playbook.answers import file
from playbook.answers.answers import Answers
from playbook.interview.session import Session
from playbook.method.load import known_method, known_packs
from playbook.workspace import Workspace
from playbook.yamlfile import Plain, dump_text, read_text

RUNS = 9


def milliseconds(work: Callable[[], object]) -> float:
    """Return the median wall time of *work*."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def large_answers(count: int) -> Answers:
    """Return answers with *count* touchpoints, each about 270 bytes of YAML."""
    say: list[Plain] = ["Good morning, nice to see you again. What can I get you today?"] * 3
    points: list[Plain] = [{"id": f"t-{n}", "name": "Till", "say": say} for n in range(count)]
    start = Answers({"format": "1", "pack": "generic", "business": {"name": "Large"}})
    return start.with_value("journey.touchpoints", points)


def save(count: int) -> tuple[float, float, int]:
    """Return the time of a save, that of reading and writing the whole file, and its size."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.yml"
        file.create(path, large_answers(count))
        loaded = file.load(path)
        state = {"answers": loaded.answers, "digest": loaded.digest, "number": 0}

        def save_one() -> None:
            state["number"] += 1
            name = f"Changed {state['number']}"
            state["answers"] = state["answers"].with_value("journey.touchpoints.t-9.name", name)
            state["digest"] = file.save(path, state["answers"], state["digest"])

        text = path.read_text(encoding="utf-8")
        whole = milliseconds(lambda: dump_text(read_text(text).data))
        return milliseconds(save_one), whole, len(text)


def main() -> None:
    """Print the figures."""
    taken, whole, size = save(4_000)
    print(f"save one answer, {size / 1e6:.1f} MB     {taken:7.1f} ms")
    print(f"read and write the whole file  {whole:7.1f} ms")
    print(f"ratio {taken / whole:.4f}")
    method = known_method()
    session = Session.over(
        method,
        known_packs(Workspace(Path()), method),
        large_answers(500),
        datetime.date(2027, 1, 1),
    )
    print(f"progress, 500 touchpoints      {milliseconds(session.progress):7.1f} ms")


if __name__ == "__main__":
    main()
