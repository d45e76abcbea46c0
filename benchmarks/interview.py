"""Time the way from an answer to the next question, with 500 touchpoints among the answers.

The real conversation asks, a real file is saved, and only the screen is silent: what a terminal
needs to show a question is not counted. Every time is split into the save and all the rest.
"""

from __future__ import annotations

import datetime
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playbook.answers import file
from playbook.answers.answers import Answers
from playbook.app.interview import open_interview
from playbook.interview.file_store import FileStore
from playbook.interview.start import Start
from playbook.terminal.conversation import interview
from playbook.terminal.screen.screen import Leaving, Line, Prompt, Reason
from playbook.workspace import Workspace
from playbook.yamlfile import Plain

TOUCHPOINTS = 500
TIMES = 60
LIMIT = 20.0
"""Milliseconds that the next question may take, the save not counted."""
SAVE_LIMIT = 50.0
PATIENCE = 20.0
"""Seconds after which an interview is left before it is through, where it is very slow."""
WORDS = "The door is open by seven and the lamp above it is lit."
LIST = "journey-touchpoints"


@dataclass
class Stopwatch:
    """Times what happens between an answer and the next prompt, the saves apart."""

    begun: float = 0.0
    saving: float = 0.0
    taken: dict[str, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))
    """By what came next: the milliseconds of all but the saves, and of the saves."""

    def begin(self) -> None:
        self.begun, self.saving = time.perf_counter(), 0.0

    def end(self, what: str) -> None:
        whole = time.perf_counter() - self.begun
        self.taken[what].append(((whole - self.saving) * 1000, self.saving * 1000))


class TimedStore(FileStore):
    """The answers file, with a stopwatch on every save."""

    watch: Stopwatch

    def save(self, answers: Answers) -> None:
        start = time.perf_counter()
        super().save(answers)
        self.watch.saving += time.perf_counter() - start


Typed = tuple[str, str]
"""A name for what comes next, and what is typed to get there; an empty name is not timed."""


class SilentScreen:
    """Shows nothing, and types one answer after the other."""

    fills_in = False

    def __init__(self, typed: Iterable[Typed], watch: Stopwatch) -> None:
        self._typed = iter(typed)
        self._watch = watch
        self._next = ""
        self._give_up = time.perf_counter() + PATIENCE

    def show(self, *_lines: Line) -> None:
        return

    def ask(self, _prompt: Prompt) -> str:
        if self._next:
            self._watch.end(self._next)
        self._next, text = next(self._typed, ("", None))
        if text is None or time.perf_counter() > self._give_up:
            raise Leaving(Reason.INPUT_ENDED)
        self._watch.begin()
        return text

    def edit(self, _text: str) -> str | None:
        return None


def large_answers() -> Answers:
    """Return answers with many touchpoints, each with a good deal said about it."""
    points: list[Plain] = [
        {
            "id": f"t-{number}",
            "name": f"Touchpoint {number}",
            "stage": "purchase",
            "owner": "owner",
            "customer_does": "They come in from the street and look for somebody to ask.",
            "steps": ["Look up.", "Say good morning.", "Ask what brings them here."],
            "say": ["Good morning, nice to see you again. What can I get you today?"] * 2,
            "standard": "Everybody is greeted within 30 seconds.",
            "recovery": [{"wrong": "Nobody is at the door", "put_right": "Ring the bell."}],
        }
        for number in range(TOUCHPOINTS)
    ]
    roles: list[Plain] = [{"id": "owner", "name": "Owner"}]
    start = Answers({"format": "1", "pack": "generic", "business": {"name": "Large"}})
    start = start.with_value("people.roles", roles)
    return start.with_value("journey.touchpoints", points)


def in_chapter() -> Iterator[Typed]:
    yield from (("a question of a chapter", f"{WORDS} {number}") for number in range(TIMES))


def in_list() -> Iterator[Typed]:
    for number in range(TIMES // 3):
        yield "the list", f"rename {number * 20 + 1} The lamp {number}"
        yield "the list", f"move {number * 20 + 2} {number * 20 + 5}"
        yield "the list", f"remove {number * 20 + 3}"


def in_thing() -> Iterator[Typed]:
    for number in range(TIMES):
        yield "a touchpoint, from the list", f"edit {number * 15 + 1}"
        yield "inside a touchpoint", f"The lamp {number}"
        yield "the list, from inside", "done"


def at_home() -> Iterator[Typed]:
    for _ in range(TIMES):
        yield "a chapter, from home", "journey"
        yield "home", "home"


def at_review() -> Iterator[Typed]:
    yield "", "review"
    for number in range(TIMES):
        yield "a question, from the review", "2"
        yield "the review", f"{WORDS} {number}"


def timed(watch: Stopwatch, start: Start, typed: Iterable[Typed]) -> int:
    """Hold one interview on a large file of its own; return the size of that file."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder))
        file.create(workspace.answers, large_answers())
        session, _ = open_interview(workspace, datetime.date(2027, 1, 1))
        store = TimedStore(workspace.answers, file.load(workspace.answers), workspace.memory)
        store.watch = watch
        outcome = interview(session, screen=SilentScreen(typed, watch), store=store, start=start)
        assert outcome.reason in (Reason.INPUT_ENDED, Reason.LEFT)
        return workspace.answers.stat().st_size


def main() -> None:
    """Print the figures."""
    watch = Stopwatch()
    texts = ("journey-last-customer",) * TIMES
    size = timed(watch, Start("questions", questions=texts), in_chapter())
    timed(watch, Start("questions", questions=(LIST,)), in_list())
    timed(watch, Start("questions", questions=(LIST,)), in_thing())
    timed(watch, Start(), at_home())
    timed(watch, Start(), at_review())
    print(f"{TOUCHPOINTS} touchpoints, a file of {size / 1e6:.2f} MB; milliseconds")
    print(f"{'until there is shown':28} times  median   worst   saving: median, worst")
    for what, taken in watch.taken.items():
        rest, saves = [one for one, _ in taken], [one for _, one in taken if one]
        shown = f"{what:28} {len(taken):5} {statistics.median(rest):7.1f} {max(rest):7.1f}"
        if saves:
            shown += f"   {statistics.median(saves):7.1f} {max(saves):7.1f}"
        print(shown)
    medians = [statistics.median(one for one, _ in taken) for taken in watch.taken.values()]
    saves = [one for taken in watch.taken.values() for _, one in taken if one]
    print(f"ratio of the slowest median to {LIMIT:.0f} ms: {max(medians) / LIMIT:.2f} (at most 1)")
    saved = statistics.median(saves) / SAVE_LIMIT
    print(f"ratio of saving to {SAVE_LIMIT:.0f} ms: {saved:.2f} (at most 1)")


if __name__ == "__main__":
    main()
