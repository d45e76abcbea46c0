"""Count what is decided in a chapter, and estimate the minutes that are left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from playbook.draft.decisive import FRESH, Decisive, decisive_things
from playbook.draft.draft import Draft, State
from playbook.draft.held import WRITTEN_WHEN_TICKED, Thing, is_unseen
from playbook.method.models import Chapter, Question
from playbook.model.paths import path_to, things_in

_SECONDS = {"line": 20, "text": 60, "lines": 60, "choice": 15, "several": 25, "things": 60}
_SECONDS_ELSE = 25
_SECONDS_FOR_A_THING = 90
_SECONDS_TO_ACCEPT = 15
"""What is suggested is read and taken with Enter."""


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

    fresh: tuple[Question, ...]
    """The questions nobody has looked at yet, or of whose decisive things something is fresh."""

    @property
    def is_done(self) -> bool:
        """Whether everything in the chapter is decided."""
        return self.decided == self.total


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to decide in a chapter: a question, or something about one thing of its list."""

    question: Question
    """The question of the chapter."""
    state: State
    seconds: int
    about_thing: bool = False
    is_led_to: bool = True
    """Whether the interview leads there by itself."""

    @property
    def is_fresh(self) -> bool:
        """Whether nobody has looked at it yet."""
        return self.state in FRESH


def progress_of(draft: Draft, chapter: Chapter) -> Progress:
    """Return how far a chapter is."""
    steps = list(_steps(draft, chapter))
    left = [step for step in steps if step.state is not State.DECIDED]
    fresh = [step for step in left if step.is_fresh]
    return Progress(
        chapter=chapter,
        decided=len(steps) - len(left),
        total=len(steps),
        minutes=_minutes(step.seconds for step in left),
        essential=_questions(step for step in left if step.question.essential),
        next=next(iter(_questions([*sorted(fresh, key=_rank), *left])), None),
        fresh=_questions(step for step in fresh if step.is_led_to),
    )


def _rank(step: Step) -> tuple[bool, bool]:
    """Return what puts a question before what is open about things, and that before the rest."""
    return step.about_thing, not step.is_led_to


def _questions(steps: Iterable[Step]) -> tuple[Question, ...]:
    return tuple({step.question.id: step.question for step in steps}.values())


def _steps(draft: Draft, chapter: Chapter) -> Iterator[Step]:
    """Yield all there is to decide, each with the seconds it will still take."""
    for question in chapter.questions:
        if not draft.is_asked(question):
            continue
        state = draft.state(question)
        yield Step(question, state, seconds_for(question, state))
        if len(question.each) > 1:
            yield from _things(draft, question)


def _things(draft: Draft, question: Question) -> Iterator[Step]:
    """Yield what is to be decided about each thing of a list.

    Of a decisive thing that is every decisive question. Another one is decided when the owner
    answered what is essential about it, or anything where nothing is: ticking it from the pack
    is not enough.
    """
    decisive = {one.key: one for one in decisive_things(draft, question)}
    for one in decisive.values():
        within = one.within(draft)
        for each in one.asked(draft):
            state = draft.state(each, within)
            yield Step(question, state, seconds_for(each, state), about_thing=True)
    held = draft.held(path_to(question.fills))
    for thing in things_in(held.value):
        if str(thing.get("id")) not in decisive:
            state = State.SUGGESTED if held.origin == "pack" else _described(question, thing)
            yield Step(question, state, _SECONDS_FOR_A_THING, about_thing=True, is_led_to=False)


def _described(question: Question, thing: Thing) -> State:
    """Return how far a thing of the owner's list is, about which nothing is decisive."""
    if is_unseen(thing):
        return State.SUGGESTED
    essential = {each.fills for each in question.each if each.essential}
    detail = {each.fills for each in question.each[1:]} - set(WRITTEN_WHEN_TICKED)
    known = {name for name, said in thing.items() if said}
    is_decided = essential <= known if essential else detail & known
    return State.DECIDED if is_decided else State.OPEN


def seconds_for(question: Question, state: State) -> int:
    """Return how many seconds it takes to answer a question, or to take what is suggested."""
    writing = _SECONDS.get(question.kind, _SECONDS_ELSE)
    return min(writing, _SECONDS_TO_ACCEPT) if state is State.SUGGESTED else writing


def minutes_for(draft: Draft, things: Iterable[Decisive]) -> int:
    """Return about how many minutes it takes to decide what is fresh about some things."""
    seconds = [
        seconds_for(each, draft.state(each, one.within(draft)))
        for one in things
        for each in one.fresh(draft)
    ]
    return _minutes(seconds)


def _minutes(seconds: Iterable[int]) -> int:
    return -(-sum(seconds) // 60)


def progress_in(draft: Draft) -> tuple[Progress, ...]:
    """Return how far each chapter is. Whatever counts what is decided asks here."""
    return tuple(progress_of(draft, chapter) for chapter in draft.method.chapters)


def counted_in(progress: Iterable[Progress]) -> tuple[int, int]:
    """Return how many answers are decided in some chapters, and of how many."""
    chapters = list(progress)
    return sum(one.decided for one in chapters), sum(one.total for one in chapters)
