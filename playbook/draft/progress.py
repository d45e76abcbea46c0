"""Count what is decided in a chapter, and estimate the minutes that are left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.draft.draft import Draft, State
from playbook.draft.held import WRITTEN_WHEN_TICKED, is_unseen
from playbook.method.models import Chapter, Question
from playbook.model.paths import path_to, things_in

_SECONDS = {"line": 20, "text": 60, "lines": 60, "choice": 15, "several": 25, "things": 60}
_SECONDS_ELSE = 25
_SECONDS_FOR_A_THING = 90


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


def progress_of(draft: Draft, chapter: Chapter) -> Progress:
    """Return how far a chapter is."""
    steps = list(_steps(draft, chapter))
    left = [step for step in steps if step.state is not State.DECIDED]
    fresh = sorted((step for step in left if step.is_fresh), key=lambda step: step.about_thing)
    seconds = sum(step.seconds for step in left)
    essential = {step.question.id: step.question for step in left if step.question.essential}
    return Progress(
        chapter=chapter,
        decided=len(steps) - len(left),
        total=len(steps),
        minutes=-(-seconds // 60),
        essential=tuple(essential.values()),
        next=next((step.question for step in fresh or left), None),
        fresh=bool(fresh),
    )


def _steps(draft: Draft, chapter: Chapter) -> Iterator[Step]:
    """Yield all there is to decide, each with the seconds it will still take."""
    for question in chapter.questions:
        if not draft.is_asked(question):
            continue
        seconds = _SECONDS.get(question.kind, _SECONDS_ELSE)
        yield Step(question, draft.state(question), seconds)
        if len(question.each) > 1:
            yield from _things(draft, question)


def _things(draft: Draft, question: Question) -> Iterator[Step]:
    """Yield each thing of a list.

    It is decided when the owner answered what is essential about it, or anything where
    nothing is: ticking it from the pack is not enough.
    """
    held = draft.held(path_to(question.fills))
    essential = {each.fills for each in question.each if each.essential}
    detail = {each.fills for each in question.each[1:]} - set(WRITTEN_WHEN_TICKED)
    for thing in things_in(held.value):
        known = {name for name, said in thing.items() if said}
        state = State.OPEN
        if held.origin == "pack" or is_unseen(thing):
            state = State.SUGGESTED
        elif essential <= known if essential else detail & known:
            state = State.DECIDED
        yield Step(question, state, _SECONDS_FOR_A_THING, about_thing=True)
