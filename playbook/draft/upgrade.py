"""Read an owner's answers by the starter pack of today, and let nothing they took be lost.

A pack goes on changing after an owner has answered. What it renamed is followed, what it
dropped is carried on for those who took it, and what it added joins a list of which the owner
has not seen everything. The same is done for a website and for an interview.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from playbook.answers.answers import Answers
from playbook.answers.paths import look_up, place, value_at
from playbook.answers.references import pointers
from playbook.draft.compose import propose
from playbook.draft.memory import Memory, by_id, suggested_lists
from playbook.draft.renames import Names, renamed
from playbook.draft.unseen import is_unseen, refreshed
from playbook.method.models import Method, Pack
from playbook.yamlfile import Document

Thing = dict[str, Any]
Lists = Mapping[str, list[Thing]]


@dataclass(frozen=True, slots=True)
class UpToDate:
    """An owner's answers and what surrounds them, as the starter pack of today has them."""

    answers: Answers
    pack: Pack
    """The pack, with what it no longer has but the owner took from it."""
    memory: Memory


def up_to_date(answers: Answers, pack: Pack, memory: Memory, method: Method) -> UpToDate:
    """Return what an owner said by the ids and lists of *pack* as it is now."""
    answers = renamed(answers, pack.renamed)
    if memory.pack != pack.id:
        return UpToDate(answers, pack, memory)
    memory = _renamed_memory(memory, method, pack.renamed)
    pack = carried(pack, memory, method, answers)
    before = {path: [*by_id(things)] for path, things in suggested_lists(memory, method).items()}
    return UpToDate(refreshed(answers, before, pack), pack, memory)


def relined(document: Document, before: Answers, now: UpToDate) -> Document:
    """Return *document* with its lines at the places that things have now."""
    if now.answers == before:
        return document
    moved = {
        where: _moved(value_at(before, where), value_at(now.answers, where), now.pack.renamed, path)
        for path, where in ((path, place(path)) for path in _changed_lists(before, now.answers))
    }
    lines = {}
    for path, line in document.lines.items():
        positions = moved.get(path[:2], {})
        if len(path) > 2 and isinstance(path[2], int) and positions:
            if path[2] in positions:
                lines[*path[:2], positions[path[2]], *path[3:]] = line
        else:
            lines[path] = line
    return replace(document, lines=lines)


def _changed_lists(before: Answers, after: Answers) -> list[str]:
    paths = [
        f"{section}.{name}"
        for section, said in after.data.items()
        for name in (said if isinstance(said, dict) else ())
    ]
    lists = [path for path in paths if isinstance(after.get(path), list)]
    return [path for path in lists if after.get(path) != before.get(path)]


def _moved(before: Any, after: Any, names: Names, path: str) -> dict[int, int]:
    """Return the position that each thing of a list has now, by the one it had."""
    ids = names.get(path, {})
    now = {str(look_up(one, ("id",))): at for at, one in enumerate(after)}
    then = [str(look_up(one, ("id",))) for one in before or ()]
    positions = {at: now.get(ids.get(one, one)) for at, one in enumerate(then)}
    return {at: position for at, position in positions.items() if position is not None}


def carried(pack: Pack, memory: Memory, method: Method, answers: Answers) -> Pack:
    """Return *pack* with what it no longer has, but the owner took from it, kept.

    A thing counts as taken where the owner's list says more of it than its id, where another
    answer names it, or where a thing that is kept names it.
    """
    if memory.pack != pack.id:
        return pack
    gone = {
        path: {name: one for name, one in by_id(things).items() if name not in known}
        for path, things in suggested_lists(memory, method).items()
        for known in [by_id(look_up(pack.suggests, place(path)))]
    }
    kept = _taken(gone, answers)
    if not any(kept.values()):
        return pack
    suggests: dict[str, Any] = pack.suggests
    for path, things in kept.items():
        section, _, name = path.partition(".")
        whole = [*(look_up(suggests, (section, name)) or []), *things]
        suggests = {**suggests, section: {**(suggests.get(section) or {}), name: whole}}
    return pack.model_copy(update={"suggests": suggests}) if _makes_sense(suggests) else pack


def _taken(gone: Mapping[str, Mapping[str, Thing]], answers: Answers) -> Lists:
    """Return what is taken of the things that are gone, also what only those name."""
    kept: dict[str, list[Thing]] = {path: [] for path in gone}
    while True:
        effective = _effective(kept, answers)
        more = [
            (path, one)
            for path, things in gone.items()
            for name, one in things.items()
            if one not in kept[path] and _is_taken(path, name, answers, effective)
        ]
        if not more:
            return kept
        for path, one in more:
            kept[path].append(one)


def _is_taken(path: str, name: str, answers: Answers, kept: Answers) -> bool:
    listed: Any = value_at(answers, place(path))
    mine = by_id(listed).get(name)
    if (mine is not None and not is_unseen(mine)) or pointers(answers, path, name):
        return True
    # What the owner left out of a list is no longer suggested either.
    is_possible = listed is None or mine is not None
    return is_possible and bool(pointers(kept, path, name))


def _effective(kept: Lists, answers: Answers) -> Answers:
    """Return the things that are kept as the owner has them: with their own words before ours."""
    data: dict[str, dict[str, Any]] = {}
    for path, things in kept.items():
        section, _, name = path.partition(".")
        mine = by_id(value_at(answers, place(path)))
        data.setdefault(section, {})[name] = [
            {**one, **mine.get(str(one["id"]), {})} for one in things
        ]
    return Answers({**data})


def _makes_sense(suggests: dict[str, Any]) -> bool:
    """Tell whether suggestions can be read: a memory kept in a file may be spoilt."""
    try:
        propose(suggests)
    except ValidationError:
        return False
    return True


def _renamed_memory(memory: Memory, method: Method, names: Names) -> Memory:
    """Return the memory with what was suggested called as it is called now."""
    if not names:
        return memory
    asked = dict(memory.asked)
    for question in method.questions:
        before = asked.get(question.id)
        if before is not None and before.suggested is not None:
            where = place(question.fills)
            data: Any = before.suggested
            for step in reversed(where):
                data = {step: data}
            suggested = value_at(renamed(Answers(data), names), where)
            asked[question.id] = replace(before, suggested=suggested)
    return replace(memory, asked=asked)
