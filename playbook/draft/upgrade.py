"""Read an owner's answers by the starter pack of today, and let nothing they took be lost.

A pack goes on changing after an owner has answered. What it renamed is followed, what it
dropped is carried on for those who took it, and what it added joins a list of which the owner
has not seen everything. The same is done for a website and for an interview.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from playbook.answers.answers import Answers
from playbook.answers.references import pointers
from playbook.draft.draft import Draft
from playbook.draft.held import is_unseen
from playbook.draft.lines import Names
from playbook.draft.memory import Memory, suggested_lists
from playbook.draft.pack_change import refreshed
from playbook.draft.renames import renamed
from playbook.method.models import Method, Pack
from playbook.model.paths import by_id, get, path_to, put, things_in
from playbook.model.playbook import Playbook

Thing = dict[str, Any]
Lists = Mapping[str, list[Thing]]


def upgraded(draft: Draft, memory: Memory) -> tuple[Draft, Memory]:
    """Return what an owner said by the ids and lists of the pack as it is now.

    The pack of the draft keeps what it no longer has but the owner took from it.
    """
    draft = draft.with_answers(renamed(draft.answers, draft.pack.renamed))
    if memory.pack != draft.pack.id:
        return draft, memory
    memory = _renamed_memory(memory, draft.method, draft.pack.renamed)
    before = suggested_lists(memory, draft.method)
    draft = replace(draft, pack=carried(draft, memory))
    known = {path: [*by_id(things)] for path, things in before.items()}
    return refreshed(draft, known), memory


def carried(draft: Draft, memory: Memory) -> Pack:
    """Return the pack of a draft with what it no longer has, but the owner took from it, kept.

    A thing counts as taken where the owner's list says more of it than its id, where another
    answer names it, or where a thing that is kept names it.
    """
    pack = draft.pack
    suggests: dict[str, Any] = pack.suggests
    for path, things in _taken(_gone(draft, memory), draft.answers).items():
        if things:
            now = get(suggests, path_to(path))
            suggests = put(suggests, path_to(path), [*things_in(now), *things])
    makes_sense = suggests is not pack.suggests and _makes_sense(suggests)
    return pack.model_copy(update={"suggests": suggests}) if makes_sense else pack


def _gone(draft: Draft, memory: Memory) -> Lists:
    """Return the things that the pack had when the owner last looked, and has no longer."""
    gone = {}
    for path, before in suggested_lists(memory, draft.method).items():
        now = by_id(get(draft.pack.suggests, path_to(path)))
        gone[path] = [one for name, one in by_id(before).items() if name not in now]
    return gone


def _taken(gone: Lists, answers: Answers) -> Lists:
    """Return what is taken of the things that are gone, also what only those name."""
    kept: Lists = {}
    while True:
        before, held = kept, _held(kept, answers)
        kept = {
            path: [one for one in things if _is_taken(path, str(one["id"]), answers, held)]
            for path, things in gone.items()
        }
        if kept == before:
            return kept


def _is_taken(path: str, name: str, answers: Answers, kept: Answers) -> bool:
    listed = answers.get(path)
    mine = by_id(listed).get(name)
    if (mine is not None and not is_unseen(mine)) or pointers(answers, path, name):
        return True
    # What the owner left out of a list is no longer suggested either.
    is_possible = listed is None or mine is not None
    return is_possible and bool(pointers(kept, path, name))


def _held(kept: Lists, answers: Answers) -> Answers:
    """Return the things that are kept as the owner has them: with their own words before ours."""
    held = Answers()
    for path, things in kept.items():
        mine = by_id(answers.get(path))
        own = [{**one, **mine.get(str(one["id"]), {})} for one in things]
        held = held.with_value(path, [*own])
    return held


def _makes_sense(suggests: Mapping[str, Any]) -> bool:
    """Tell whether suggestions can be read: a memory kept in a file may be spoilt."""
    try:
        Playbook.model_validate(put(suggests, ("business", "name"), "?"))
    except ValidationError:
        return False
    return True


def _renamed_memory(memory: Memory, method: Method, names: Names) -> Memory:
    """Return the memory with what was suggested called as it is called now."""
    asked = dict(memory.asked)
    for question in method.questions:
        before = asked.get(question.id)
        if before is not None and before.suggested is not None:
            data = Answers().with_value(question.fills, before.suggested)
            suggested = renamed(data, names).get(question.fills)
            asked[question.id] = replace(before, suggested=suggested)
    return replace(memory, asked=asked)
