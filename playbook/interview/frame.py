"""A row of questions that an interview leads through, and where in it one is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from playbook.draft.decisive import Decisive
from playbook.method.models import Question
from playbook.yamlfile import Path

Inside: TypeAlias = Literal["never", "offered", "at once"]
"""Whether a row of questions leads inside the decisive things of its lists.

It is offered once a list is accepted; where only that is still open, it is done at once.
"""


@dataclass(frozen=True, slots=True)
class Frame:
    """A row of questions, and the one among them that is asked now."""

    title: str
    questions: tuple[Question, ...]
    at: int = 0
    chapter: str = ""
    within: Path = ()
    """The thing the questions are about, where they are about one."""
    inside: Inside = "never"
    through: tuple[Decisive, ...] = ()
    """The decisive things that are gone through one by one: the one it is about, and the rest."""

    @property
    def question(self) -> Question:
        """The question that is asked now."""
        return self.questions[self.at]
