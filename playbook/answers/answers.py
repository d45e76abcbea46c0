"""Hold what the owner said, as the answers file says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from playbook.model.paths import entries_in, get, path_to, put, texts_in, with_ids
from playbook.resources import GENERIC
from playbook.yamlfile import Path, Plain

NOT_FOR_US = "not_for_us"
PAGE = ".html"
"""How the name of a page ends, where a path could stand as well."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything in an answers file; a change gives new answers and leaves the old as they are.

    A path names a value from the top, such as ``business.name``. In a list of things a step
    of the path is the id of a thing, ``people.roles.front-desk.name``, or its position.
    """

    data: Mapping[str, Plain] = field(default_factory=dict)

    def get(self, path: str | Path) -> Plain:
        """Return what the owner said at *path*, None when nothing."""
        value: Plain = get(self.data, _steps(path))
        return value

    def with_value(self, path: str | Path, value: Plain) -> Answers:
        """Return the answers with *value* at *path*; None takes it away, with parents left empty.

        A text that stands where a group of answers belongs is parked, not lost.
        """
        steps = _steps(path)
        answers = self
        for end in range(1, len(steps)):
            if isinstance(answers.get(steps[:end]), str):
                answers = answers.settled(steps[:end], asked=False)
        return Answers(put(answers.data, steps, value) or {})

    @property
    def pack(self) -> str:
        """The id of the starter pack."""
        pack = self.data.get("pack")
        return pack if isinstance(pack, str) and pack else GENERIC

    @property
    def skipped(self) -> tuple[str, ...]:
        """The ids of the questions the owner left for later, in the order of skipping."""
        return tuple(texts_in(self.get("interview.skipped")))

    @property
    def not_for_us(self) -> tuple[str, ...]:
        """What the owner said is not for them: paths with ids, and pages as their address ends."""
        return tuple(one.strip() for one in texts_in(self.data.get(NOT_FOR_US)))

    @property
    def declined_paths(self) -> tuple[str, ...]:
        """The answers that are not for the owner, by their path with ids."""
        return self._declined(pages=False)

    @property
    def declined_pages(self) -> tuple[str, ...]:
        """The names of the pages that are not for the owner, each with its ending."""
        return self._declined(pages=True)

    def _declined(self, *, pages: bool) -> tuple[str, ...]:
        return tuple(one for one in self.not_for_us if one.endswith(PAGE) == pages)

    @property
    def parked(self) -> dict[str, Plain]:
        """Answers to questions that are not asked now, by path."""
        return dict(entries_in(self.get("interview.parked")))

    def with_skipped(self, question_id: str, yes: bool) -> Answers:  # noqa: FBT001 - a state, not a mode
        """Return the answers with a question marked as skipped, or no longer so."""
        if yes == (question_id in self.skipped):
            return self
        skipped: list[Plain] = [one for one in self.skipped if one != question_id]
        if yes:
            skipped.append(question_id)
        return self.with_value("interview.skipped", skipped or None)

    def with_parked(self, path: str, value: Plain) -> Answers:
        """Return the answers with *value* kept aside for *path*; None takes it away."""
        return self.with_value(("interview", "parked", path), value)

    def settled(self, path: Path, *, asked: bool) -> Answers:
        """Return the answers with what is said at *path* kept aside, or back where it is asked."""
        aside: Path = ("interview", "parked", self.parked_key(path))
        at, to = (aside, path) if asked else (path, aside)
        value = self.get(at)
        if value is None or (asked and self.get(path) is not None):
            return self
        return self.with_value(at, None).with_value(to, value)

    def parked_key(self, path: Path) -> str:
        """Return the name under which an answer is parked: its path, with ids for positions."""
        return ".".join(map(str, with_ids(self.data, path)))


def _steps(path: str | Path) -> Path:
    return path_to(path) if isinstance(path, str) else path
