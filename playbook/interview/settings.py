"""Answer questions without a person: each from a text such as ``business.name=Corner Bakery``.

A field is named by its path in the answers file, with the id of a thing in its list:
``journey.touchpoints.greeting.standard``. The value is read as if it had been typed at the
question, so that “2h” and “next Friday” mean the same here. A thing without an id is named by its
number. Until the owner speaks, its list is the pack's: the first setting of one in it makes the
whole list the owner's, for without ids nothing says which of theirs stands for which of the pack's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from playbook.draft.compose import compose_unnamed
from playbook.draft.item_list import ItemList
from playbook.errors import (
    AnswersError,
    PlaybookError,
    Problem,
    SettingsError,
    did_you_mean,
)
from playbook.interview.answer import Bringing, hear
from playbook.interview.frame import Frame, spread
from playbook.interview.session import Session
from playbook.method.models import Method, Question, walk
from playbook.model.base import is_id
from playbook.model.paths import ids_in, path_to
from playbook.model.playbook import Playbook
from playbook.parse.meaning import Unclear
from playbook.parse.reading import typed
from playbook.text_width import shortened
from playbook.yamlfile import Document, Path

PACK = "pack"
_ROOM = 80
"""How much of what cannot be used is repeated."""


@dataclass(frozen=True, slots=True)
class Set:
    """One answer that was set."""

    field: str
    words: str
    """How it was understood."""


class Files(Bringing, Protocol):
    """Where files of the owner's are kept."""

    def path_for(self, typed: str) -> str:
        """Return the path that ``bring`` would give a file, and copy nothing."""


@dataclass(frozen=True, slots=True)
class _Rehearsing:
    """Says where a file would go."""

    files: Files

    def bring(self, typed: str) -> str:
        return self.files.path_for(typed)


def with_settings(
    session: Session, settings: Sequence[str], files: Files
) -> tuple[Session, tuple[Set, ...]]:
    """Return the session with every setting answered, and what each was understood as.

    Raise SettingsError with everything that cannot be set; then nothing has been.
    """
    # No file is copied before all of them are known to hold.
    _all_set(session, settings, _Rehearsing(files))
    return _all_set(session, settings, files)


def _all_set(
    session: Session, settings: Sequence[str], files: Bringing
) -> tuple[Session, tuple[Set, ...]]:
    done: list[Set] = []
    answered: list[str] = []
    problems: list[Problem] = []
    for setting in settings:
        field, equals, text = setting.partition("=")
        field, text = field.strip(), typed(text)
        if not equals:
            problems.append(_problem(field, "Write it as field=value."))
            continue
        try:
            session, words = _with(session, field, text, files)
        except (Unclear, PlaybookError) as error:
            problems.append(_problem(field, error))
            continue
        done.append(Set(field, words))
        answered += [field] if text and field != PACK else []
    # One setting may be what another needs, in whatever order they come.
    for field in dict.fromkeys(answered):
        try:
            session = _seen(session, field)
        except Unclear as error:
            problems.append(_problem(field, error))
    problems = problems or _that_do_not_fit(session)
    if problems:
        raise SettingsError(problems)
    return session, tuple(done)


def _problem(field: str, what: object) -> Problem:
    return Problem(f"--set {shortened(field, _ROOM)}", 0, str(what))


def _that_do_not_fit(session: Session) -> list[Problem]:
    """Return what the answers would be told in their file: together they have to make sense."""
    try:
        compose_unnamed(session.draft, Document("answers.yml"))
    except AnswersError as error:
        return [Problem("--set", 0, one.what, one.mend) for one in error.problems]
    return []


def _with(session: Session, field: str, text: str, files: Bringing) -> tuple[Session, str]:
    if field == PACK:
        return _with_pack(session, text)
    led, frames = _way_to(session, field, session.method.questions)
    at_question = replace(led, frames=frames[-1:])
    if not text:
        return _without(session, at_question)
    heard = hear(at_question, text, files, in_full=True)
    answered = at_question.answered(heard.value)
    words = heard.echo or answered.draft.in_words(at_question.path, heard.value)
    return answered.home(), words + _along(session, at_question)


def _without(session: Session, at_question: Session) -> tuple[Session, str]:
    """Return the session with an answer taken away, as it was where there is none."""
    if at_question.value is not None:
        if not at_question.may_skip:
            raise Unclear("This one is needed. Give it a value.")
        return at_question.cleared().home(), "open again"
    key = at_question.answers.parked_key(at_question.path)
    if key in session.answers.parked:
        return session.with_answers(session.answers.with_parked(key, None)), "open again"
    return session, "was open already"


def _along(before: Session, at_question: Session) -> str:
    """Say how many things of the pack's list have become the owner's with the one that is set."""
    path = at_question.frame.within[:-1]
    things = ItemList(at_question.draft, path)
    others = len(things.chosen) - 1
    if others < 1 or things.has_ids or ItemList(before.draft, path).owned is not None:
        return ""
    return f" (the other {f'{others} are' if others > 1 else 'one is'} now yours as well)"


def _seen(session: Session, field: str) -> Session:
    """Return the session with the question that leads to a field remembered as seen.

    Raise Unclear where the field is not asked for, and say what would have to be answered.
    """
    _, frames = _way_to(session, field, session.method.questions)
    for frame in frames:
        if not session.draft.is_asked(frame.question, frame.within):
            needs = _needs(frame.question, field.split(".")[: len(frame.within)])
            raise Unclear(f"This is asked only once {needs}. Set that as well.")
    return session.remembering(frames[0].question.id)


def _needs(question: Question, thing: Sequence[str]) -> str:
    """Say what has to be answered so that a question, about a thing perhaps, is asked."""
    condition = question.when
    assert condition is not None
    is_beside = condition.field.partition(".")[0] not in Playbook.model_fields
    needs = ".".join([*thing, condition.field]) if is_beside else condition.field
    return f"{needs} is “{condition.value}”" if condition.value else f"{needs} is answered"


def _with_pack(session: Session, name: str) -> tuple[Session, str]:
    if name not in session.packs:
        known = ", ".join(session.packs)
        raise Unclear(f"There is no starter pack “{shortened(name, _ROOM)}”. Choose from: {known}.")
    return session.with_pack(name), session.packs[name].name


def _way_to(
    session: Session, field: str, questions: Iterable[Question], within: Path = ()
) -> tuple[Session, tuple[Frame, ...]]:
    """Return the questions that lead from list to list to a field, and the one that fills it.

    They are looked for among *questions*, those about the thing at *within*. Each thing that the
    field names is put into its list.
    """
    steps = path_to(field)[len(within) :]
    found = (one for one in spread(questions) if _leads(one, steps))
    question = next(found, None)
    if question is None:
        raise Unclear(_unknown(field, session.method))
    frame = Frame("", (question,), within=within)
    if question.kind != "things":
        return session, (frame,)
    path = path_to(question.fills, within)
    if len(path) == len(path_to(field)):
        example = f"{field}.<id>.{question.each[0].fills}"
        raise Unclear(f"This is a whole list. Set a field of one in it: {example}=…")
    session, position = _thing(session, path, field.split(".")[len(path)])
    session, frames = _way_to(session, field, question.each, (*path, position))
    return session, (frame, *frames)


def _leads(question: Question, steps: Path) -> bool:
    """Return whether a question fills the field at some steps, or a list on the way there."""
    path = path_to(question.fills)
    return steps == path or (question.kind == "things" and steps[: len(path)] == path)


def _unknown(field: str, method: Method) -> str:
    known = [
        path.removesuffix(question.fills).replace("[]", ".<id>") + part.fills
        for path, question in walk(method.chapters)
        for part in spread([question])
    ]
    mend = did_you_mean(field, known) or "docs/answers.md lists every field."
    return f"No question fills such a field. {mend}"


def _thing(session: Session, where: Path, name: str) -> tuple[Session, int]:
    """Return the position of the thing that *name* means: by its id, or by number without one.

    A list that is still the pack's becomes the owner's, its other things unseen.
    """
    things = ItemList(session.draft, where)
    if not things.has_ids:
        return _numbered(session, things, name)
    things = things.with_ids()
    if things.position(name) is None and not is_id(name):
        what = f"“{shortened(name, _ROOM)}” cannot be an id"
        raise Unclear(f"{what}: write lower-case letters, digits and hyphens.")
    session = session.with_draft(things.draft.put((*where, name, "id"), name))
    ids = ids_in(session.draft.said(where))
    return session, ids.index(name)


def _numbered(session: Session, things: ItemList, name: str) -> tuple[Session, int]:
    owned = things.selected().chosen
    # Python refuses to read a number of thousands of digits.
    if not re.fullmatch(r"\d{1,4}", name) or not 1 <= int(name) <= len(owned) + 1:
        raise Unclear(f"“{shortened(name, _ROOM)}” is not a number from 1 to {len(owned) + 1}.")
    if int(name) > len(owned):
        owned = [*owned, {}]
    return session.with_draft(session.draft.put(things.path, [*owned])), int(name) - 1
