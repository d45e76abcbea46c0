"""Answer questions without a person: each from a text such as ``business.name=Corner Bakery``.

The value is read as if it had been typed at the question, so that “2h” and “next Friday” mean the
same here.
"""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from playbook.draft.compose import compose_unnamed
from playbook.draft.draft import Draft
from playbook.draft.held import PLACED_BY
from playbook.draft.item_list import ItemList
from playbook.draft.pack_change import over_another
from playbook.errors import AnswersError, PlaybookError, Problem, SettingsError
from playbook.interview.address import Address, address_of, way_to
from playbook.interview.answer import Bringing, hear
from playbook.interview.asking import Asking
from playbook.interview.thing_list import said_of_new_name
from playbook.method.models import Method, Pack, Question
from playbook.model.paths import with_ids
from playbook.model.playbook import is_beside
from playbook.parse.meaning import Unclear
from playbook.parse.reading import typed
from playbook.text_width import shortened
from playbook.yamlfile import Document, Plain

_Text: TypeAlias = tuple[str, str]
"""A field, and what is typed for it."""
_Addressed: TypeAlias = tuple[Address, str]
PACK = "pack"
_ROOM = 80
"""How much of what cannot be used is repeated."""


@dataclass(frozen=True, slots=True)
class Set:
    """One answer that was set."""

    field: str
    words: str
    """How it was understood."""
    way: tuple[Asking, ...] = ()
    """The questions that led to it, where it was answered: each about a thing of the one before."""

    @property
    def question_ids(self) -> list[str]:
        """The question of a chapter that was answered with it, where one was."""
        return [one.question.id for one in self.way[:1]]


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

    def told(self, path: str) -> str:  # noqa: ARG002 - nothing lies there yet
        return ""


@dataclass(frozen=True, slots=True)
class _Report:
    """What stands in the way of the settings."""

    problems: list[Problem] = field(default_factory=list)

    @contextlib.contextmanager
    def on(self, name: str) -> Iterator[None]:
        """Note what stands in the way of one setting, and go on with the others."""
        try:
            yield
        except (Unclear, PlaybookError) as error:
            self.problems.append(Problem(f"--set {shortened(name, _ROOM)}", 0, str(error)))

    def require_nothing(self) -> None:
        """Raise SettingsError where anything stands in the way."""
        if self.problems:
            raise SettingsError(self.problems)


def with_settings(
    draft: Draft,
    settings: Sequence[str],
    files: Files,
    *,
    packs: Mapping[str, Pack],
    today: datetime.date,
) -> tuple[Draft, tuple[Set, ...]]:
    """Return the draft with every setting answered, and what each was understood as.

    A starter pack is chosen first: what else is set is read by it. Raise SettingsError with
    everything that cannot be set; then nothing has been.
    """
    report = _Report()
    texts = _split(settings, report)
    chosen = _chosen(texts, packs, report)
    for pack in chosen:
        draft = over_another(draft, pack)
    addressed = _addressed(texts, draft.method, report)
    # No file is copied before all of them are known to hold.
    rehearsed, answered = _answered(draft, addressed, _Rehearsing(files), today, report)
    _require_asked(rehearsed, answered, report)
    report.require_nothing()
    _require_sense(rehearsed)
    draft, answered = _answered(draft, addressed, files, today, report)
    report.require_nothing()
    return draft, (*(Set(PACK, pack.name) for pack in chosen), *answered)


def _split(settings: Iterable[str], report: _Report) -> list[_Text]:
    """Return the field and the text of each setting."""
    texts = []
    for setting in settings:
        name, equals, text = setting.partition("=")
        with report.on(name.strip()):
            if not equals:
                raise Unclear("Write it as field=value.")
            texts.append((name.strip(), typed(text)))
    return texts


def _chosen(texts: Iterable[_Text], packs: Mapping[str, Pack], report: _Report) -> list[Pack]:
    """Return each starter pack that is chosen."""
    chosen = []
    for name, text in texts:
        with report.on(name):
            if name == PACK:
                chosen.append(_pack_called(text, packs))
    return chosen


def _pack_called(name: str, packs: Mapping[str, Pack]) -> Pack:
    if name not in packs:
        what = f"There is no starter pack “{shortened(name, _ROOM)}”."
        raise Unclear(f"{what} Choose from: {', '.join(packs)}.")
    return packs[name]


def _addressed(texts: Iterable[_Text], method: Method, report: _Report) -> list[_Addressed]:
    """Return each text with the address of its question."""
    addressed = []
    for name, text in texts:
        with report.on(name):
            if name != PACK:
                addressed.append((address_of(name, method), text))
    return addressed


def _answered(
    draft: Draft,
    addressed: Iterable[_Addressed],
    files: Bringing,
    today: datetime.date,
    report: _Report,
) -> tuple[Draft, list[Set]]:
    """Return the draft with the questions answered, each after the other."""
    done = []
    for address, text in addressed:
        with report.on(address.field):
            way = way_to(address, draft, today)
            if text:
                after, words = _with_answer(way[-1], text, files)
                words += _along(draft, way[-1]) + _still(after, way)
                done.append(Set(address.field, words, way))
            else:
                after, words = _without_answer(draft, way[-1])
                done.append(Set(address.field, words))
            draft = after
    return draft, done


def _with_answer(asking: Asking, text: str, files: Bringing) -> tuple[Draft, str]:
    heard = hear(asking, text, files, in_full=True)
    after = _in_place(asking, heard.value).settled(asking.path)
    words = heard.echo or after.in_words(asking.path, heard.value)
    return after, f"{words}. {heard.note}" if heard.note else words


def _in_place(asking: Asking, value: Plain) -> Draft:
    """Return the draft with an answer; a thing that it gives a place is moved there."""
    after, within = asking.with_answer(value), asking.within
    if asking.question.fills not in PLACED_BY or not within or asking.effective is not None:
        return after
    things, at = ItemList(after, within[:-1]), int(within[-1])
    to = things.place_of(at, asking.question.fills, [one.value for one in asking.options])
    owned = things.owned
    owned.insert(to, owned.pop(at))
    return after.put(things.path, [*owned])


def _without_answer(draft: Draft, asking: Asking) -> tuple[Draft, str]:
    """Return the draft with an answer taken away, as it was where there is none."""
    if asking.value is not None and not asking.may_skip:
        raise Unclear("This one is needed. Give it a value.")
    cleared = asking.without_answer().settled(asking.path)
    if cleared.answers == asking.draft.answers:
        return draft, "was open already"
    return cleared, "open again"


def _along(before: Draft, asking: Asking) -> str:
    """Say how many things of the pack's list have become the owner's with the one that is set."""
    path = asking.within[:-1]
    things = ItemList(asking.draft, path)
    others = len(things.owned) - 1
    if others < 1 or things.has_ids or ItemList(before, path).is_owned:
        return ""
    return f" (the other {f'{others} are' if others > 1 else 'one is'} now yours as well)"


def _still(after: Draft, way: Sequence[Asking]) -> str:
    """Say what is still the pack's about a thing that is now called something else."""
    if len(way) < 2:
        return ""
    told = said_of_new_name(after, way[-1].question, way[-1].within, way[-2].question)
    return f". {told}" if told else ""


def _require_asked(draft: Draft, done: Iterable[Set], report: _Report) -> None:
    """Report what is not asked for after all: one setting may be what another needs."""
    for one in done:
        with report.on(one.field):
            for asking in one.way:
                # A thing may have been put elsewhere since.
                within = with_ids(asking.draft.answers.data, asking.within)
                if not draft.is_asked(asking.question, within):
                    needs = _needs(asking.question, one.field.split(".")[: len(asking.within)])
                    raise Unclear(f"This is asked only once {needs}. Set that as well.")


def _needs(question: Question, thing: Sequence[str]) -> str:
    """Say what has to be answered so that a question, about a thing perhaps, is asked."""
    condition = question.when
    assert condition is not None
    if condition.several:
        return f"several of {condition.field} have it among their {condition.several}"
    needs = ".".join([*thing, condition.field] if is_beside(condition.field) else [condition.field])
    if condition.unless is not None:
        return f"{needs} is answered, and not “{condition.unless}”"
    return f"{needs} is “{condition.value}”" if condition.value else f"{needs} is answered"


def _require_sense(draft: Draft) -> None:
    """Raise what the answers would be told in their file: together they have to make sense."""
    try:
        compose_unnamed(draft, Document("answers.yml"))
    except AnswersError as error:
        problems = [Problem("--set", 0, one.what, one.mend) for one in error.problems]
        raise SettingsError(problems) from None
