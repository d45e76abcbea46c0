"""Remember what each question asked and suggested, to tell later what is new and what changed.

The questions and the starter packs go on growing after an owner has answered. What they said
when the owner last looked is kept beside the answers: so only what is new or changed is asked
again, and what a pack no longer has stays with those who took it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from playbook.answers.answers import Answers
from playbook.answers.build import propose
from playbook.interview.conditions import is_asked
from playbook.interview.places import look_up, place, value_at
from playbook.interview.progress import State, state_of
from playbook.interview.references import pointers
from playbook.method.models import Method, Pack, Question
from playbook.yamlfile import Plain


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question was when the owner last looked at it."""

    question: str
    """Tells this wording and these choices from any other."""
    suggested: Plain = None
    """What the starter pack suggested."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What every question was when the owner last looked at it, by the id of the question."""

    pack: str = ""
    """The starter pack that the suggestions came from."""
    asked: Mapping[str, Asked] = field(default_factory=dict)

    def with_question(self, question: Question, pack: Pack) -> Memory:
        """Return the memory with a question as it is now; an empty memory stays empty."""
        now = _as_now(question, pack)
        if not self.asked or self.asked.get(question.id) == now:
            return self
        return replace(self, asked={**self.asked, question.id: now})

    def with_pack(self, method: Method, pack: Pack) -> Memory:
        """Return the memory with the suggestions of another starter pack."""
        now = remember(method, pack)
        kept = {
            name: replace(one, suggested=now.asked[name].suggested)
            for name, one in self.asked.items()
            if name in now.asked
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
    questions = [one for chapter in method.chapters for one in chapter.questions]
    return Memory(pack.id, {one.id: _as_now(one, pack) for one in questions})


def news(memory: Memory, method: Method, answers: Answers, pack: Pack) -> tuple[News, ...]:
    """Return the questions that are new, or that changed since the owner answered them."""
    if not memory.asked:
        return ()
    found: list[News] = []
    for chapter in method.chapters:
        for question in chapter.questions:
            state = state_of(answers, pack, question)
            if not is_asked(answers, pack, question):
                continue
            what = _what_is_new(memory, question, pack, state)
            if what:
                found.append(News(question, what))
    return tuple(found)


def _what_is_new(memory: Memory, question: Question, pack: Pack, state: State) -> str:
    before = memory.asked.get(question.id)
    looked_at = state in (State.DECIDED, State.SKIPPED)
    if before is None:
        return "" if looked_at else "a new question"
    if not looked_at:
        return ""
    now = _as_now(question, pack)
    if now.question != before.question:
        return "asked in other words, or with other choices"
    if memory.pack != pack.id or state is State.SKIPPED:
        return ""
    return _what_is_suggested_anew(before.suggested, now.suggested)


def _what_is_suggested_anew(before: Plain, now: Plain) -> str:
    if now is None or now == before:
        return ""
    if not isinstance(now, list) or not all(isinstance(one, dict) for one in now):
        return "the starter pack suggests something else"
    known = _by_id(before)
    fresh = [one for name, one in _by_id(now).items() if known.get(name) != one]
    names = ", ".join(str(one.get("name") or one.get("question") or one["id"]) for one in fresh)
    return f"new or changed in the starter pack: {names}" if fresh else ""


def carried(pack: Pack, memory: Memory, method: Method, answers: Answers) -> Pack:
    """Return *pack* with what it no longer has, but the owner took from it, kept.

    A thing counts as taken where the owner's list has it or another answer names it.
    """
    if memory.pack != pack.id:
        return pack
    suggests: dict[str, Any] = pack.suggests
    for question in (one for chapter in method.chapters for one in chapter.questions):
        before = memory.asked.get(question.id)
        if before is None or question.kind != "things":
            continue
        kept = list(_taken(question, before, pack, answers))
        if kept:
            section, _, name = question.fills.partition(".")
            things = [*(look_up(suggests, (section, name)) or []), *kept]
            suggests = {**suggests, section: {**(suggests.get(section) or {}), name: things}}
    if suggests is pack.suggests or not _makes_sense(suggests):
        return pack
    return pack.model_copy(update={"suggests": suggests})


def _makes_sense(suggests: dict[str, Any]) -> bool:
    """Tell whether suggestions can be read: a memory kept in a file may be spoilt."""
    try:
        propose(suggests)
    except ValidationError:
        return False
    return True


def _taken(
    question: Question, before: Asked, pack: Pack, answers: Answers
) -> Iterator[dict[str, Any]]:
    known = _by_id(look_up(pack.suggests, place(question.fills)))
    listed = _by_id(value_at(answers, place(question.fills)))
    for name, thing in _by_id(before.suggested).items():
        if name not in known and (name in listed or pointers(answers, question.fills, name)):
            yield thing


def _by_id(things: Any) -> dict[str, dict[str, Any]]:
    if not isinstance(things, list):
        return {}
    return {str(one["id"]): one for one in things if isinstance(one, dict) and one.get("id")}


def _as_now(question: Question, pack: Pack) -> Asked:
    return Asked(fingerprint(question), look_up(pack.suggests, place(question.fills)))


def fingerprint(question: Question) -> str:
    """Return a short text that changes when a question asks something else."""
    raw = json.dumps(_gist(question), ensure_ascii=False)
    return hashlib.sha256(raw.encode()).hexdigest()[:12]


def _gist(question: Question) -> list[Any]:
    choices = [[one.value, one.label] for one in question.choices]
    inner = [_gist(one) for one in question.each]
    return [question.id, question.ask, question.kind, choices, question.choices_from, inner]
