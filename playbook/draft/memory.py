"""Remember what each question asked and suggested, to tell later what is new and what changed.

The questions and the starter packs go on growing after an owner has answered. What they said
when the owner last looked is kept beside the answers: so only what is new or changed is asked
again, and what a pack no longer has stays with those who took it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ValidationError

from playbook.answers.program_files import read_own, write_own
from playbook.draft.draft import Draft, State
from playbook.method.models import Method, Pack, Question
from playbook.model.paths import by_id, get, path_to
from playbook.yamlfile import Plain


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question was when the owner last looked at it."""

    question: str
    """Tells this wording and these choices from any other."""
    suggested: Any = None
    """What the starter pack suggested."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What every question was when the owner last looked at it, by the id of the question."""

    pack: str = ""
    """The starter pack that the suggestions came from."""
    asked: Mapping[str, Asked] = field(default_factory=dict)

    def with_question(self, question: Question, draft: Draft) -> Memory:
        """Return the memory with a question as it is now, where the owner has done with it.

        An empty memory stays empty.
        """
        now = _as_now(question, draft.pack)
        is_done = draft.state(question) in (State.DECIDED, State.SKIPPED)
        if not is_done or not self.asked or self.asked.get(question.id) == now:
            return self
        return replace(self, asked={**self.asked, question.id: now})

    def with_pack(self, method: Method, pack: Pack) -> Memory:
        """Return the memory with the suggestions of another starter pack."""
        now = remember(method, pack).asked
        kept = {
            name: Asked(self.asked[name].question, now[name].suggested)
            for name in self.asked
            if name in now
        }
        return Memory(pack.id, kept)


NOTHING_REMEMBERED = Memory()


@dataclass(frozen=True, slots=True)
class News:
    """A question that is worth another look, and why."""

    question: Question
    what: str


def remember(method: Method, pack: Pack) -> Memory:
    """Return the memory of somebody who has seen every question as it is now."""
    return Memory(pack.id, {one.id: _as_now(one, pack) for one in method.questions})


def news(memory: Memory, draft: Draft) -> tuple[News, ...]:
    """Return the questions that are new, or that changed since the owner answered them."""
    if not memory.asked:
        return ()
    found = []
    for question in draft.method.questions:
        what = _what_is_new(memory, question, draft)
        if what and draft.is_asked(question):
            found.append(News(question, what))
    return tuple(found)


def _what_is_new(memory: Memory, question: Question, draft: Draft) -> str:
    state = draft.state(question)
    before = memory.asked.get(question.id)
    # A list of which the owner said something matters to them, though they saw only part of it.
    has_part = question.kind == "things" and draft.said(path_to(question.fills)) is not None
    looked_at = has_part or state in (State.DECIDED, State.SKIPPED)
    if before is None:
        return "" if looked_at else "a new question"
    if not looked_at:
        return ""
    now = _as_now(question, draft.pack)
    if now.question != before.question:
        return "asked in other words, or with other choices"
    if memory.pack != draft.pack.id or state is State.SKIPPED:
        return ""
    return _what_is_suggested_anew(question, before.suggested, now.suggested)


def _what_is_suggested_anew(question: Question, before: Plain, now: Plain) -> str:
    if now is None or now == before:
        return ""
    if question.kind != "things":
        return "the starter pack suggests something else"
    known = by_id(before)
    told: dict[str, list[str]] = {"new": [], "changed": []}
    for item_id, one in by_id(now).items():
        if item_id not in known:
            told["new"].append(_named(one))
        elif one != known[item_id]:
            told["changed"].append(_named(one) + _changed_fields(question, known[item_id], one))
    return "; ".join(f"{what}: {', '.join(names)}" for what, names in told.items() if names)


def _named(thing: dict[str, Any]) -> str:
    return str(thing.get("name") or thing.get("question") or thing["id"])


def _changed_fields(question: Question, before: dict[str, Any], now: dict[str, Any]) -> str:
    labels = []
    for each in question.each:
        path = path_to(each.fills)
        if get(before, path) != get(now, path):
            labels.append(_in_a_sentence(each))
    return f" ({', '.join(labels)})" if labels else ""


def _in_a_sentence(question: Question) -> str:
    # Only in our own words do we know that a capital letter is that of a beginning.
    label = question.label
    return label[:1].lower() + label[1:] if question.plain is question else label


def suggested_lists(memory: Memory, method: Method) -> dict[str, Plain]:
    """Return what was suggested for each list of things, by the list's path."""
    return {
        one.fills: memory.asked[one.id].suggested
        for one in method.questions
        if one.kind == "things" and one.id in memory.asked
    }


def _as_now(question: Question, pack: Pack) -> Asked:
    return Asked(fingerprint(question), get(pack.suggests, path_to(question.fills)))


def fingerprint(question: Question) -> str:
    """Return a short text that changes when a question asks something else."""
    raw = json.dumps(_gist(question.plain), ensure_ascii=False)
    return hashlib.sha256(raw.encode()).hexdigest()[:12]


def _gist(question: Question) -> list[Any]:
    choices = [[one.value, one.label] for one in question.choices]
    inner = [_gist(one) for one in question.each if not one.added]
    return [question.id, question.ask, question.kind, choices, question.choices_from, inner]


class _File(BaseModel):
    """What the file holds."""

    format: Literal[1]
    pack: str = ""
    asked: dict[str, Asked] = {}


def load_memory(file: Path) -> Memory:
    """Return the memory in *file*; one that is missing or spoilt is an empty one.

    The file is the program's own: without it nothing of the owner's is lost, only what changed
    since they answered is no longer known.
    """
    try:
        kept = _File.model_validate_json(read_own(file) or b"")
    except ValidationError:
        return Memory()
    return Memory(kept.pack, kept.asked)


def save_memory(file: Path, memory: Memory) -> None:
    """Write the memory to *file*; where that is not possible, it is simply not remembered."""
    asked = {name: asdict(one) for name, one in sorted(memory.asked.items())}
    raw = {"format": 1, "pack": memory.pack, "asked": asked}
    text = json.dumps(raw, ensure_ascii=False, indent=1) + "\n"
    with contextlib.suppress(ValueError):  # half a character, from a memory made elsewhere
        write_own(file, text.encode("utf-8"))
