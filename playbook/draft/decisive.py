"""Find the decisive things of a list, and what is to be decided about each of them.

Of the touchpoints those decide that are moments of truth; of promises, numbers and improvements
each one does. An owner who accepts a list is led through them, and a chapter is not done before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from playbook.draft.draft import Draft, State
from playbook.method.models import Question
from playbook.model.paths import ids_in, path_to, position_of
from playbook.yamlfile import Path

FRESH = (State.OPEN, State.SUGGESTED)
"""How far a question is that nobody has looked at yet."""


@dataclass(frozen=True, slots=True)
class Decisive:
    """A thing of a list about which something has to be decided."""

    question: Question
    """The question about the list."""
    key: str
    """The id of the thing."""
    name: str
    fields: tuple[str, ...]
    """What has to be decided about it."""
    again: bool = False
    """Whether it is asked once more, whatever was said before."""

    @property
    def row(self) -> tuple[Question, ...]:
        """The questions that may have to be decided about the thing, in their order."""
        return tuple(one for one in self.question.each if one.fills in self.fields)

    @property
    def is_in_doubt(self) -> bool:
        """Whether it is asked first if the thing is decisive at all, since no pack knows it."""
        return self.question.decisive_by in self.fields

    def within(self, draft: Draft) -> Path:
        """Return where the thing stands: by its position, or by its id where it is gone."""
        path = path_to(self.question.fills)
        at = position_of(draft.holds(path), self.key)
        return (*path, self.key if at is None else at)

    def asked(self, draft: Draft) -> tuple[Question, ...]:
        """Return the questions that have to be decided about the thing as it is now."""
        within, row = self.within(draft), self.row
        mark = self.question.decisive_by
        if self.is_in_doubt and not _is_yes(draft.holds((*within, mark))):
            row = tuple(one for one in row if one.fills == mark)
        return tuple(one for one in row if draft.is_asked(one, within))

    def fresh(self, draft: Draft) -> tuple[Question, ...]:
        """Return those of the questions that nobody has looked at yet, or that come once more."""
        within, asked = self.within(draft), self.asked(draft)
        if self.again:
            return asked
        return tuple(one for one in asked if draft.state(one, within) in FRESH)


def decisive_things(draft: Draft, question: Question) -> tuple[Decisive, ...]:
    """Return the decisive things of the list that a question is about, the owner's own first."""
    fields = tuple(one.fills for one in question.each if one.decisive)
    if not fields:
        return ()
    offered = ids_in(draft.proposed(path_to(question.fills)))
    own, known = [], []
    for key, name in draft.things(question.fills):
        if key not in offered:
            marks = filter(None, [question.decisive_by])
            own.append(Decisive(question, key, name, (*marks, *fields)))
        elif _decides(draft, question, key):
            known.append(Decisive(question, key, name, fields))
    return (*own, *known)


def undecided_things(draft: Draft, question: Question) -> tuple[Decisive, ...]:
    """Return the decisive things of a list about which there is something nobody looked at."""
    return tuple(one for one in decisive_things(draft, question) if one.fresh(draft))


def brought_up_by(draft: Draft, question: Question) -> tuple[Decisive, ...]:
    """Return the things of other lists about which the list of a question raises one more.

    Once it is known that several people hold a role, it is asked which of them answers for it.
    """
    return tuple(
        Decisive(other, key, name, (each.fills,))
        for other, each in _counting(draft.method.questions, question.fills)
        for key, name in draft.things(other.fills)
    )


def chosen_in(draft: Draft, row: Iterable[Question], within: Path) -> tuple[Decisive, ...]:
    """Return the things that were chosen in a row of questions about the thing at *within*.

    Of the number that shows how a touchpoint goes, it is asked where it is read off.
    """
    found = []
    for each in row:
        if each.then_of_it:
            question = draft.method.question_filling(each.choices_from)
            chosen = draft.holds(path_to(each.fills, within))
            things = [thing for thing in draft.things(question.fills) if thing[0] == chosen]
            found += [Decisive(question, *thing, (each.then_of_it,)) for thing in things]
    return tuple(found)


def _counting(among: Iterable[Question], field: str) -> Iterator[tuple[Question, Question]]:
    """Yield each list with the question about its things that counts who names them at *field*."""
    for question in among:
        for each in question.each:
            if each.when and each.when.several and each.when.field == field:
                yield question, each


def _decides(draft: Draft, question: Question, key: str) -> bool:
    mark = question.decisive_by
    return not mark or _is_yes(draft.holds((*path_to(question.fills), key, mark)))


def _is_yes(value: object) -> bool:
    return str(value).casefold() in ("yes", "true")
