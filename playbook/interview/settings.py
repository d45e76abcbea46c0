"""Answer questions without a person: each from a text such as ``business.name=Corner Bakery``.

A field is named by its path in the answers file, with the id of a thing in its list:
``journey.touchpoints.greeting.standard``. The value is read as if it had been typed at the
question, so that “2h” and “next Friday” mean the same here.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from playbook.answers.build import build
from playbook.errors import AnswersError, PlaybookError, Problem, SettingsError
from playbook.interview.amounts import Unclear
from playbook.interview.choices import options_for
from playbook.interview.keeping import Store
from playbook.interview.parts import spread
from playbook.interview.places import Place, field_at, general, with_value_at
from playbook.interview.proposals import in_words
from playbook.interview.reading import Option, Reading, pick
from playbook.interview.reading_answers import read_answer
from playbook.interview.session import Frame, Session
from playbook.interview.things import ThingList
from playbook.method.models import Chapter, Question
from playbook.yamlfile import Document, Plain

PACK = "pack"


@dataclass(frozen=True, slots=True)
class Set:
    """One answer that was set."""

    field: str
    words: str
    """How it was understood."""


def with_settings(
    session: Session, settings: Sequence[str], store: Store
) -> tuple[Session, tuple[Set, ...]]:
    """Return the session with every setting answered, and what each was understood as.

    Raise SettingsError with everything that cannot be set; then nothing has been.
    """
    done: list[Set] = []
    problems: list[Problem] = []
    for setting in settings:
        field, equals, text = (part.strip() for part in setting.partition("="))
        if not equals:
            problems.append(Problem(f"--set {field}", 0, "Write it as field=value."))
            continue
        try:
            session, words = _with(session, field, text, store)
            done.append(Set(field, words))
        except (Unclear, PlaybookError) as error:
            problems.append(Problem(f"--set {field}", 0, str(error)))
    problems = problems or _that_do_not_fit(session)
    if problems:
        raise SettingsError(problems)
    return session, tuple(done)


def _that_do_not_fit(session: Session) -> list[Problem]:
    """Return what the answers would be told in their file: together they have to make sense."""
    answers = session.answers
    if answers.get("business.name") is None:
        answers = answers.with_value("business.name", "?")
    try:
        build(answers.data, Document("answers.yml"), session.pack.suggests)
    except AnswersError as error:
        return [Problem("--set", 0, one.what, one.mend) for one in error.problems]
    return []


def _with(session: Session, field: str, text: str, store: Store) -> tuple[Session, str]:
    if field == PACK:
        return _with_pack(session, text)
    at_question = _at_question(session, field)
    if not text:
        return at_question.cleared().home(), "open again"
    reading = _read(at_question, text, store)
    answered = at_question.answered(reading.value).home()
    words = in_words(answered.answers, answered.pack, at_question.where, reading.value)
    return answered, reading.echo or words


def _with_pack(session: Session, name: str) -> tuple[Session, str]:
    if name not in session.packs:
        known = ", ".join(session.packs)
        raise Unclear(f"There is no starter pack “{name}”. Choose from: {known}.")
    return session.with_pack(name), session.packs[name].name


def _at_question(session: Session, field: str) -> Session:
    """Return the session at the question that fills a field, in the thing the field names."""
    known = dict(_questions(session.method.chapters))
    session, where = _place(session, field)
    question = known.get(general(where))
    if question is None or question.kind == "things":
        raise Unclear(_unknown(field, question, known))
    within = where[: len(where) - len(question.fills.split("."))]
    frame = Frame(title="", questions=(question,), within=within)
    return replace(session, frames=(frame,))


def _questions(chapters: Iterable[Chapter]) -> Iterator[tuple[str, Question]]:
    def nested(questions: Iterable[Question], before: str) -> Iterator[tuple[str, Question]]:
        for question in spread(questions):
            yield before + question.fills, question
            yield from nested(question.each, f"{before}{question.fills}[].")

    for chapter in chapters:
        yield from nested(chapter.questions, "")


def _unknown(field: str, question: Question | None, known: Iterable[str]) -> str:
    if question is not None:
        example = f"{field}.<id>.{question.each[0].fills}"
        return f"This is a whole list. Set a field of one in it: {example}=…"
    named = {path.replace("[]", ".<id>"): path for path in known}
    close = difflib.get_close_matches(field, named, n=1)
    mend = f"Did you mean {close[0]}?" if close else "docs/answers.md lists every field."
    return f"No question fills such a field. {mend}"


def _place(session: Session, field: str) -> tuple[Session, Place]:
    """Return the place of a field, with each thing it names put into its list."""
    where: Place = ()
    for step in field.split("."):
        found = field_at(where)
        if found is None or found.record is None or not found.is_list:
            where = (*where, step)
            continue
        session, index = _thing(session, where, step)
        where = (*where, index)
    return session, where


def _thing(session: Session, where: Place, name: str) -> tuple[Session, int]:
    """Return the position of the thing that *name* means: by its id, or by number without one.

    A list that is still the pack's becomes the owner's, its other things unseen.
    """
    things = ThingList(session.answers, session.pack, where)
    if not things.has_ids:
        return _numbered(session, things, where, name)
    so_far: list[Plain] = [{"id": one["id"]} for one in things.offered]
    owned: list[Plain] = so_far if things.owned is None else [*things.owned]
    ids = [one.get("id") for one in owned if isinstance(one, dict)]
    if name not in ids:
        if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) is None:
            raise Unclear(
                f"“{name}” cannot be an id: write lower-case letters, digits and hyphens."
            )
        owned, ids = [*owned, {"id": name}], [*ids, name]
    answers = with_value_at(session.answers, where, owned)
    return session.with_answers(answers), ids.index(name)


def _numbered(session: Session, things: ThingList, where: Place, name: str) -> tuple[Session, int]:
    owned: list[Plain] = [*(things.offered if things.owned is None else things.owned)]
    if not name.isdecimal() or not 1 <= int(name) <= len(owned) + 1:
        raise Unclear(f"“{name}” is not a number from 1 to {len(owned) + 1}.")
    if int(name) > len(owned):
        owned = [*owned, {}]
    return session.with_answers(with_value_at(session.answers, where, owned)), int(name) - 1


def _read(session: Session, text: str, store: Store) -> Reading:
    question = session.question
    if question.kind in ("choice", "several"):
        options = options_for(session.answers, session.pack, question, session.where)
        parts = [text] if question.kind == "choice" else re.split(r"[,;\n]", text)
        chosen = [_picked(part.strip(), options) for part in parts if part.strip()]
        values: list[Plain] = [one.value for one in chosen]
        value = values[0] if question.kind == "choice" else values
        return Reading(value, ", ".join(one.label for one in chosen))
    return read_answer(session, store, text)


def _picked(text: str, options: Sequence[Option]) -> Option:
    """Return the option that *text* names; a number names none, for nobody sees the numbers."""
    try:
        if not text.isdecimal():
            return pick(text, options)
    except Unclear:
        pass
    known = ", ".join(f"{one.value} ({one.label})" for one in options)
    raise Unclear(f"“{text}” is not a choice here. Choose from: {known or 'nothing yet'}.")
