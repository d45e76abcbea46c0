"""Lead through the questions: what comes next, and what an answer does.

A session knows no terminal, no clock and no file. Every move returns a new session.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from playbook.answers.answers import Answers
from playbook.draft.decisive import Decisive, chosen_in, undecided_things
from playbook.draft.draft import Draft, State
from playbook.draft.held import has_unseen
from playbook.draft.item_list import ItemList
from playbook.draft.memory import NOTHING_REMEMBERED, Memory, News, news
from playbook.draft.pack_change import over_another
from playbook.draft.progress import Progress, progress_of
from playbook.interview.asking import Asking
from playbook.interview.frame import Frame, Inside
from playbook.method.contact import ASKED_FIRST, part_of, spread
from playbook.method.models import Chapter, Method, Pack, Question
from playbook.model.paths import path_to
from playbook.resources import GENERIC
from playbook.yamlfile import Path, Plain

Side: TypeAlias = Literal["", "end", "beginning"]
REMEMBERED = 50
"""How many changes can be undone."""
_NO_PACK = Pack(id="none", name="", about="")


@dataclass(frozen=True, slots=True)
class Step:
    """A change that can be taken back."""

    number: int
    """Tells it from every other change of the interview."""
    before: Draft
    """The draft as it was before."""
    visit: int
    """The visit in which it was made."""
    field: Path = ()
    """The one field that it changed, where it did no more than that."""


@dataclass(frozen=True, slots=True)
class Session:
    """The interview at one moment."""

    packs: Mapping[str, Pack]
    draft: Draft
    """What the owner said so far, over the starter pack they chose."""
    today: datetime.date
    frames: tuple[Frame, ...] = ()
    """Where we are: a row of questions, then the rows about single things inside it."""
    history: tuple[Step, ...] = ()
    """The last changes."""
    changes: int = 0
    """How many changes there were so far."""
    visit: int = 0
    """Which visit of a question this is. Each move begins another one.

    A face that leads to questions by their address says itself which visit it is: what is saved
    while somebody types is one change then, and taken back as one.
    """
    memory: Memory = NOTHING_REMEMBERED
    """What each question was when the owner last looked at it."""
    left_by: Side = ""
    """On which side the last row of questions was left, where it was on one."""

    @classmethod
    def over(
        cls,
        plain: Method,
        packs: Mapping[str, Pack],
        answers: Answers,
        today: datetime.date,
        memory: Memory = NOTHING_REMEMBERED,
    ) -> Session:
        """Return a session over some answers, outside all questions."""
        pack = packs.get(answers.pack) or packs.get(GENERIC) or _NO_PACK
        return cls(packs, Draft.over(answers, pack, plain), today, memory=memory)

    @property
    def plain(self) -> Method:
        """The method in its own words."""
        return self.draft.plain

    @property
    def method(self) -> Method:
        """The method in the words of the starter pack."""
        return self.draft.method

    @property
    def answers(self) -> Answers:
        """What the owner said so far."""
        return self.draft.answers

    @property
    def pack(self) -> Pack:
        """The starter pack the owner chose, or the one for any business."""
        return self.draft.pack

    @property
    def frame(self) -> Frame:
        """The row of questions we are in."""
        return self.frames[-1]

    @property
    def question(self) -> Question:
        """The question that is asked now."""
        return self.frame.question

    @property
    def asking(self) -> Asking:
        """The question that is asked now, of what the owner said so far."""
        return Asking(self.draft, self.question, self.today, self.frame.within)

    @property
    def path(self) -> Path:
        """The path that the answer to the question fills."""
        return self.asking.path

    @property
    def value(self) -> Plain:
        """What the owner said to the question so far."""
        return self.asking.value

    @property
    def suggestion(self) -> Plain:
        """What the pack proposes as the answer to the question."""
        return self.asking.suggestion

    @property
    def effective(self) -> Plain:
        """What holds for now as the answer: what the owner said, or else what the pack proposes."""
        return self.asking.effective

    @property
    def may_skip(self) -> bool:
        """Whether the question can be left open: not where the playbook cannot do without."""
        return self.asking.may_skip

    @property
    def things(self) -> ItemList:
        """The list that the question is about."""
        return self.asking.things

    def position(self) -> tuple[int, int]:
        """Return which question this is, and of how many."""
        questions = enumerate(self.frame.questions)
        # The parts of a contact have one id and count as one question.
        asked = dict.fromkeys(
            one.id for at, one in questions if at == self.frame.at or self._is_asked(one)
        )
        return [*asked].index(self.question.id) + 1, len(asked)

    def is_untouched(self, question: Question) -> bool:
        """Return whether the owner neither answered nor skipped a question of a chapter."""
        said = self.draft.said(path_to(question.fills))
        return (said is None or has_unseen(said)) and question.id not in self.answers.skipped

    def progress_in(self, chapter: Chapter) -> Progress:
        """Return how far one chapter is."""
        return progress_of(self.draft, chapter)

    def with_pack(self, pack_id: str) -> Session:
        """Return the session with another starter pack; what the owner said stays."""
        pack = self.packs.get(pack_id, self.pack)
        draft = over_another(self.draft, pack)
        return replace(self.with_draft(draft), memory=self.memory.with_pack(self.plain, draft.pack))

    def with_set(self, draft: Draft, question_ids: Iterable[str]) -> Session:
        """Return the session with a draft in which some questions were answered elsewhere."""
        session = self.with_draft(draft)
        if draft.pack is not self.pack:
            session = replace(session, memory=self.memory.with_pack(self.plain, draft.pack))
        for question_id in question_ids:
            session = session.remembering(question_id)
        return session

    def news(self) -> tuple[News, ...]:
        """Return the questions that are new, or changed since the owner answered them."""
        return news(self.memory, self.draft)

    def remembering(self, question_id: str) -> Session:
        """Return the session with a question remembered as the owner has now seen it."""
        question = self.method.question(question_id)
        return replace(self, memory=self.memory.with_question(question, self.draft))

    def emptied(self) -> Session:
        """Return the session without any answer; what it was stays in the history."""
        nothing = Answers().with_value("format", self.answers.get("format"))
        return self.with_answers(nothing).home()

    def in_quick_path(self) -> Session:
        """Return the session at the first question of the quick path that is not answered."""
        asked = ("", *ASKED_FIRST)
        each = spread(self.method.questions)
        questions = [one for one in each if one.quick and part_of(one) in asked]
        entered = self.in_questions(questions, "First draft")
        is_open = (at for at, one in enumerate(questions) if entered._is_open(one))
        return entered.at(next(is_open, entered.frame.at))

    def in_chapter(self, chapter: Chapter, *, start: str = "") -> Session:
        """Return the session in a chapter, at its first question or the one with id *start*."""
        questions = spread(chapter.questions)
        frame = Frame(chapter.title, questions, chapter=chapter.id, inside="offered")
        if not start:
            return self._enter(frame)
        ids = [question.id for question in frame.questions]
        return self._enter(replace(frame, at=ids.index(start)))._inside_if_looked_at()

    def in_questions(
        self, questions: Iterable[Question], title: str, inside: Inside = "never"
    ) -> Session:
        """Return the session at the first of some questions."""
        return self._enter(Frame(title, spread(questions), inside=inside))

    def through(self, things: Sequence[Decisive]) -> Session:
        """Return the session inside the first of some things with something fresh.

        Where there is none, it is at the question behind their list.
        """
        for at, one in enumerate(things):
            fresh = one.fresh(self.draft)
            if fresh:
                return self._inside(fresh[0], tuple(things[at:]))
        return self.forward()

    def in_thing(self, index: int, *, at: int = 0, questions: tuple[Question, ...] = ()) -> Session:
        """Return the session inside one thing of the list, at all or some questions about it."""
        within = (*self.path, index)
        questions = questions or spread(self.question.each)
        name = self.draft.name_of(self.things.field, self.things.owned[index])
        return self._moved((*self.frames, Frame(name, questions, at, within=within)))

    def answered(self, value: Plain) -> Session:
        """Return the session with the question answered, at the one that comes next."""
        return self.written(value).forward()

    def written(self, value: Plain) -> Session:
        """Return the session with the question answered, still at it."""
        return self.with_draft(self.asking.with_answer(value), self.path)

    def accepted(self) -> Session:
        """Return the session with what is offered taken, at the question that comes next."""
        if self.question.kind == "things":
            return self.with_list(self.things.selected()).forward()
        if self.value is None and self.suggestion is not None:
            return self.answered(self.suggestion)
        return self.forward()

    def skipped(self) -> Session:
        """Return the session at the next question, this one marked as not decided yet.

        What the owner said before stays: passing by must not cost an answer.
        """
        key = self.draft.skip_key(self.question, self.frame.within)
        said = self.value if self.frame.within else self.answers.get(self._whole_fills())
        if said is not None or not key:
            return self.forward()
        return self.with_answers(self.answers.with_skipped(key, yes=True)).forward()

    def cleared(self) -> Session:
        """Return the session without the answer, also one kept aside, still at the question."""
        return self.with_draft(self.asking.without_answer(), self.path)

    def with_list(self, things: ItemList) -> Session:
        """Return the session with the list of the question changed, still at the question."""
        answers = things.draft.answers.with_skipped(self.question.id, yes=False)
        return self.with_draft(things.draft.with_answers(answers))

    def with_draft(self, draft: Draft, field: Path = ()) -> Session:
        """Return the session with a draft that changed: in one *field*, or in some other way.

        What is done to one field in one visit is one change, however often it is saved.
        """
        draft = draft.settled(field)
        if draft.answers == self.answers:
            return self
        last = self.last_step
        if field and last is not None and (last.visit, last.field) == (self.visit, field):
            return replace(self, draft=draft)
        step = Step(self.changes + 1, self.draft, self.visit, field)
        history = (*self.history, step)[-REMEMBERED:]
        return replace(self, draft=draft, history=history, changes=step.number)

    def with_answers(self, answers: Answers) -> Session:
        """Return the session with answers that changed in some other way."""
        return self.with_draft(self.draft_of(answers))

    def draft_of(self, answers: Answers) -> Draft:
        """Return some answers over the starter pack that they name."""
        pack = self.packs.get(answers.pack) or self.pack
        if pack is self.pack:
            return self.draft.with_answers(answers)
        return Draft.over(answers, pack, self.plain)

    @property
    def last_step(self) -> Step | None:
        """The last change that can be taken back."""
        return self.history[-1] if self.history else None

    @property
    def list_changed(self) -> bool:
        """Whether the last change was one to the list of the question."""
        last = self.last_step
        return last is not None and last.before.said(self.path) != self.value

    def undone(self, number: int | None = None) -> Session:
        """Return the session with its last change taken back.

        It stays as it is where there is none, or where *number* is that of another change.
        """
        last = self.last_step
        if last is None or number not in (None, last.number):
            return self
        return replace(self, draft=last.before, history=self.history[:-1])

    def forward(self) -> Session:
        """Return the session at the next question; after a thing's last one, at its list."""
        after = range(self.frame.at + 1, len(self.frame.questions))
        return self._to_first_asked(after, "end")

    def back(self) -> Session:
        """Return the session at the question before; before a thing's first one, at its list."""
        return self._to_first_asked(range(self.frame.at - 1, -1, -1), "beginning")

    def at(self, at: int) -> Session:
        """Return the session at another question of its row."""
        return self._moved((*self.frames[:-1], replace(self.frame, at=at)))

    def done(self) -> Session:
        """Return the session out of the thing it is in, or behind all things gone through."""
        return self.left().forward() if self.frame.through else self.left()

    def left(self) -> Session:
        """Return the session out of the thing or the row of questions it is in."""
        return self._moved(self.frames[:-1])

    def home(self) -> Session:
        """Return the session outside all questions."""
        return self._moved(())

    def _to_first_asked(self, positions: Iterable[int], side: Side) -> Session:
        """Return the session at the first of some positions that is asked, or else left."""
        for at in positions:
            if self._is_next(self.frame.questions[at], side):
                there = self.at(at)
                at_once = self.frame.inside == "at once" and side != "beginning"
                return there._inside_if_looked_at() if at_once else there
        frame = self.frame
        if not frame.through or side != "end":
            return replace(self.left(), left_by=side)
        chosen = chosen_in(self.draft, frame.questions, frame.within)
        return self.left().through((*chosen, *frame.through[1:]))

    def _is_next(self, question: Question, side: Side) -> bool:
        """Return whether a question of the row is asked; on the way through, only what is fresh."""
        if self.frame.through and side == "end":
            return question in self.frame.through[0].fresh(self.draft)
        return self._is_asked(question)

    def _inside_if_looked_at(self) -> Session:
        """Return the session inside the list it is at, where that was accepted before."""
        if not self.frames or self.draft.state(self.question) is not State.DECIDED:
            return self
        things = undecided_things(self.draft, self.question)
        return self.through(things) if things else self

    def _inside(self, first: Question, through: tuple[Decisive, ...]) -> Session:
        # An answer about a thing makes its list the owner's; what they have not seen stays unseen.
        one = through[0]
        things = ItemList(self.draft, path_to(one.question.fills)).with_ids()
        held = self.with_draft(things.draft)
        within = one.within(held.draft)
        frame = Frame(one.name, one.row, one.row.index(first), within=within, through=through)
        return held._moved((*held.frames, frame))

    def _whole_fills(self) -> str:
        return self.question.fills.removesuffix(f".{part_of(self.question)}")

    def _enter(self, frame: Frame) -> Session:
        """Return the session in a row of questions, at the first one from there that is asked."""
        entered = self._moved((frame,))
        return entered._to_first_asked(range(frame.at, len(frame.questions)), "")

    def _moved(self, frames: tuple[Frame, ...]) -> Session:
        return replace(self, frames=frames, visit=self.visit + 1, left_by="")

    def _is_open(self, question: Question) -> bool:
        return self.is_untouched(question) and self._is_asked(question)

    def _is_asked(self, question: Question) -> bool:
        return self.draft.is_asked(question, self.frame.within)
