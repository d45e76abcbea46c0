"""Keep the answers of an interview in the owner's folder."""

from __future__ import annotations

import datetime
from pathlib import Path

from playbook.answers.answers import Answers
from playbook.answers.atomic import replace_file
from playbook.answers.begun import BegunAnswers
from playbook.answers.file import Loaded, load, save
from playbook.draft.memory import Memory, save_memory
from playbook.errors import WorkspaceError, refusal
from playbook.interview.brand_file import BrandFile, numbered

BEGUN = "begun.json"
"""What the file beside the memory is called that holds what was begun."""


class FileStore:
    """The answers file, as this interview knows it."""

    def __init__(self, file: Path, loaded: Loaded, memory: Path) -> None:
        self._file = file
        self._memory = memory
        self._digest = loaded.digest
        self.begun = BegunAnswers(memory.with_name(BEGUN))

    @property
    def name(self) -> str:
        """What the file is called."""
        return self._file.name

    def save(self, answers: Answers) -> None:
        """Write the answers to the file."""
        self._digest = save(self._file, answers, self._digest)

    def reload(self) -> Answers:
        """Return the answers as the file has them now."""
        return self.read_again().answers

    def read_again(self) -> Loaded:
        """Return the file as it is now; what is saved next takes its place."""
        loaded = load(self._file)
        self._digest = loaded.digest
        return loaded

    def set_aside(self, today: datetime.date) -> str:
        """Copy the answers file beside itself under the date and return the name of the copy."""
        names = numbered(f"{self._file.stem}-{today.isoformat()}", ".yml")
        copy = next(name for name in names if not self._file.with_name(name).exists())
        try:
            replace_file(self._file.with_name(copy), self._file.read_bytes())
        except OSError as error:
            what = f"No copy of {self.name} could be made: {refusal(error)}."
            raise WorkspaceError(what) from error
        return copy

    def remember(self, memory: Memory) -> None:
        """Write what the questions were to a file of its own."""
        save_memory(self._memory, memory)

    def bring(self, typed: str) -> str:
        """Copy a logo or font that somebody named into their folder and return its path there."""
        return BrandFile.named(typed, self._file.parent).copied()

    def bring_bytes(self, name: str, content: bytes) -> str:
        """Put a logo or font that somebody sent into their folder and return its path there."""
        return BrandFile.sent(name, content, self._file.parent).copied()

    def told(self, path: str) -> str:  # noqa: ARG002 - for others to look at
        """Return what is to be said of the file at *path* in the owner's folder: nothing here."""
        return ""

    def path_for(self, typed: str) -> str:
        """Return the path that ``bring`` would give a file, and copy nothing."""
        return BrandFile.named(typed, self._file.parent).path
