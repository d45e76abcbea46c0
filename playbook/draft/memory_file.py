"""Keep the interview's memory in a file of its own, beside the answers."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

from playbook.answers.own_files import read_own, write_own
from playbook.draft.memory import Asked, Memory

_FORMAT = 1


def load_memory(file: Path) -> Memory:
    """Return the memory in *file*; one that is missing or spoilt is an empty one.

    The file is the program's own: without it nothing of the owner's is lost, only what changed
    since they answered is no longer known.
    """
    try:
        raw = json.loads((read_own(file) or b"").decode("utf-8"))
        # JSON can hold half a character, which no file or page can.
        json.dumps(raw, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        return Memory()
    if not isinstance(raw, dict) or raw.get("format") != _FORMAT:
        return Memory()
    asked = raw.get("asked")
    found = asked.items() if isinstance(asked, dict) else ()
    return Memory(
        str(raw.get("pack") or ""), {name: _asked(one) for name, one in found if _is_asked(one)}
    )


def save_memory(file: Path, memory: Memory) -> None:
    """Write the memory to *file*; where that is not possible, it is simply not remembered."""
    asked = {
        name: {"question": one.question, "suggested": one.suggested}
        for name, one in sorted(memory.asked.items())
    }
    raw = {"format": _FORMAT, "pack": memory.pack, "asked": asked}
    text = json.dumps(raw, ensure_ascii=False, indent=1) + "\n"
    with contextlib.suppress(ValueError):  # half a character, from a memory made elsewhere
        write_own(file, text.encode("utf-8"))


def _is_asked(one: Any) -> bool:
    return isinstance(one, dict) and isinstance(one.get("question"), str)


def _asked(one: dict[str, Any]) -> Asked:
    return Asked(one["question"], one.get("suggested"))
