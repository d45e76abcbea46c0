"""A row of questions that an interview leads through."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.method.models import Question
from playbook.yamlfile import Path


@dataclass(frozen=True, slots=True)
class Frame:
    """A row of questions, and the one among them that is asked now."""

    title: str
    questions: tuple[Question, ...]
    at: int = 0
    chapter: str = ""
    within: Path = ()
    """The thing the questions are about, where they are about one."""
