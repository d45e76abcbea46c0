"""Keep the interview's memory in a file of its own, beside the answers."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ValidationError

from playbook.answers.own_files import read_own, write_own
from playbook.draft.memory import Asked, Memory


class _Asked(BaseModel):
    question: str
    suggested: Any = None


class _File(BaseModel):
    """What the file holds."""

    format: Literal[1]
    pack: str = ""
    asked: dict[str, _Asked] = {}


def load_memory(file: Path) -> Memory:
    """Return the memory in *file*; one that is missing or spoilt is an empty one.

    The file is the program's own: without it nothing of the owner's is lost, only what changed
    since they answered is no longer known.
    """
    try:
        kept = _File.model_validate_json(read_own(file) or b"")
    except ValidationError:
        return Memory()
    asked = {name: Asked(one.question, one.suggested) for name, one in kept.asked.items()}
    return Memory(kept.pack, asked)


def save_memory(file: Path, memory: Memory) -> None:
    """Write the memory to *file*; where that is not possible, it is simply not remembered."""
    asked = {
        name: {"question": one.question, "suggested": one.suggested}
        for name, one in sorted(memory.asked.items())
    }
    raw = {"format": 1, "pack": memory.pack, "asked": asked}
    text = json.dumps(raw, ensure_ascii=False, indent=1) + "\n"
    with contextlib.suppress(ValueError):  # half a character, from a memory made elsewhere
        write_own(file, text.encode("utf-8"))
