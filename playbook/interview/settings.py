"""Answer questions without a person: each from a text such as ``business.name=Corner Bakery``.

The value is read as if it had been typed at the question, so that “2h” and “next Friday” mean the
same here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from playbook.draft.compose import compose_unnamed
from playbook.draft.item_list import ItemList
from playbook.errors import (
    AnswersError,
    PlaybookError,
    Problem,
    SettingsError,
)
from playbook.interview.address import address_of
from playbook.interview.answer import Bringing, hear
from playbook.interview.session import Session
from playbook.method.models import Question
from playbook.model.playbook import Playbook
from playbook.parse.meaning import Unclear
from playbook.parse.reading import typed
from playbook.text_width import shortened
from playbook.yamlfile import Document

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
    at_question = session.led_to(address_of(field, session.method))
    if not text:
        return _without(session, at_question)
    heard = hear(at_question, text, files, in_full=True)
    answered = at_question.written(heard.value)
    words = heard.echo or answered.draft.in_words(at_question.path, heard.value)
    return answered.home(), words + _along(session, at_question)


def _without(session: Session, at_question: Session) -> tuple[Session, str]:
    """Return the session with an answer taken away, as it was where there is none."""
    if at_question.value is not None and not at_question.may_skip:
        raise Unclear("This one is needed. Give it a value.")
    cleared = at_question.cleared()
    if cleared.answers == at_question.answers:
        return session, "was open already"
    return cleared.home(), "open again"


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
    frames = session.led_to(address_of(field, session.method)).frames
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
