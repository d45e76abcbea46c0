"""Count what is decided in a chapter, and estimate the minutes that are left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from playbook.answers.answers import Answers
from playbook.answers.paths import Place, place, value_at
from playbook.draft.conditions import is_asked
from playbook.draft.item_list import WRITTEN_WHEN_TICKED
from playbook.draft.proposals import proposed_at
from playbook.draft.unseen import has_unseen, is_unseen
from playbook.method.models import Chapter, Pack, Question
from playbook.yamlfile import Plain

_SECONDS = {"line": 20, "text": 60, "lines": 60, "choice": 15, "several": 25, "things": 60}
_SECONDS_ELSE = 25
_SECONDS_FOR_A_THING = 90
_NOTHING: tuple[Plain, ...] = (None, "", [], {})


class State(Enum):
    """How far a question is."""

    DECIDED = "decided"
    SUGGESTED = "suggested"
    SKIPPED = "not decided yet"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a chapter is."""

    chapter: Chapter
    decided: int
    total: int
    minutes: int
    essential: tuple[Question, ...]
    """The essential questions that are still open."""
    next: Question | None
    """The first question nobody has looked at yet, or else the first that is not decided.

    A list that was looked at comes behind the others, even if its things are not described.
    """

    fresh: bool
    """Whether there is a question nobody has looked at yet."""

    @property
    def is_done(self) -> bool:
        """Whether everything in the chapter is decided."""
        return self.decided == self.total


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to decide in a chapter: a question, or all about one thing of its list."""

    question: Question
    state: State
    seconds: int
    about_thing: bool = False

    @property
    def is_fresh(self) -> bool:
        """Whether nobody has looked at it yet."""
        return self.state in (State.OPEN, State.SUGGESTED)


def state_of(answers: Answers, pack: Pack, question: Question, within: Place = ()) -> State:
    """Return how far a question is."""
    where = place(question.fills, within)
    said = value_at(answers, where)
    is_said = said is not None and (said not in _NOTHING or question.kind == "things")
    if is_said and not has_unseen(said):
        return State.DECIDED
    if not within and question.id in answers.skipped:
        return State.SKIPPED
    if proposed_at(answers, pack, where) is not None:
        return State.SUGGESTED
    return State.OPEN


def progress_of(answers: Answers, pack: Pack, chapter: Chapter) -> Progress:
    """Return how far a chapter is."""
    steps = list(_steps(answers, pack, chapter))
    left = [step for step in steps if step.state is not State.DECIDED]
    fresh = sorted((step for step in left if step.is_fresh), key=lambda step: step.about_thing)
    seconds = sum(step.seconds for step in left)
    undecided = [step.question for step in left]
    return Progress(
        chapter=chapter,
        decided=len(steps) - len(left),
        total=len(steps),
        minutes=-(-seconds // 60),
        essential=tuple({one.id: one for one in undecided if one.essential}.values()),
        next=next((step.question for step in fresh or left), None),
        fresh=bool(fresh),
    )


def _steps(answers: Answers, pack: Pack, chapter: Chapter) -> Iterator[Step]:
    """Yield all there is to decide, each with the seconds it will still take."""
    for question in chapter.questions:
        if not is_asked(answers, pack, question):
            continue
        state = state_of(answers, pack, question)
        yield Step(question, state, _SECONDS.get(question.kind, _SECONDS_ELSE))
        if question.kind == "things":
            yield from _things(answers, pack, question)


def _things(answers: Answers, pack: Pack, question: Question) -> Iterator[Step]:
    """Yield each thing of a list.

    It is decided when the owner answered what is essential about it, or anything where
    nothing is: ticking it from the pack is not enough.
    """
    essential = [each.fills for each in question.each if each.essential]
    detail = [each.fills for each in question.each[1:]]
    where = place(question.fills)
    said = value_at(answers, where)
    things = proposed_at(answers, pack, where) if said is None else said
    for thing in things if detail and isinstance(things, list) else ():
        known = thing if isinstance(thing, dict) and said is not None else {}
        done = all(known.get(name) for name in essential) and (
            bool(essential) or any(known.keys() & set(detail) - set(WRITTEN_WHEN_TICKED))
        )
        suggested = said is None or is_unseen(thing)
        state = State.DECIDED if done else State.SUGGESTED if suggested else State.OPEN
        yield Step(question, state, _SECONDS_FOR_A_THING, about_thing=True)
