"""Keep what stood on the line when an interview broke off, to offer it when it goes on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ValidationError

from playbook.answers.program_files import read_own, write_own
from playbook.words import MAX_TEXT, clean


class _File(BaseModel):
    """What the file holds: each text by the path that it was typed for."""

    format: Literal[1] = 1
    begun: Mapping[str, str] = {}


class BegunAnswers:
    """Texts that somebody began to type and did not enter.

    None of them is an answer, so a file that is missing, spoilt or cannot be written is no trouble.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._texts = dict(_loaded(file).begun)

    def at(self, path: str) -> str:
        """Return what was begun for a path, often nothing."""
        return self._texts.get(path, "")

    def keep(self, path: str, text: str) -> None:
        """Keep what was begun for a path; no text at all takes it away."""
        before = dict(self._texts)
        self._texts.pop(path, None)
        if text:
            self._texts[path] = clean(text[:MAX_TEXT])
        if self._texts != before:
            write_own(self._file, _File(begun=self._texts).model_dump_json(indent=1).encode())


def _loaded(file: Path) -> _File:
    try:
        return _File.model_validate_json(read_own(file) or b"")
    except ValidationError:
        return _File()
