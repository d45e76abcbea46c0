"""Lead through the questions: what comes next, and what an answer does.

A session knows no terminal, no clock and no file. Every move returns a new session.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from playbook.answers.answers import Answers
from playbook.draft.conditions import settled
from playbook.draft.draft import Draft, State
from playbook.draft.item_list import ItemList
from playbook.draft.memory import NOTHING_REMEMBERED, Memory, News, news
from playbook.draft.pack_change import over_another
from playbook.draft.progress import Progress, progress_of
from playbook.draft.unseen import has_unseen
from playbook.interview.frame import Frame
from playbook.interview.parts import ASKED_FIRST, part_of, spread
from playbook.method.models import Chapter, Method, Pack, Question
from playbook.method.rewording import reworded
from playbook.model.paths import path_to
from playbook.model.playbook import field_at
from playbook.resources import GENERIC
from playbook.yamlfile import Path, Plain

REMEMBERED = 50
"""How many changes can be undone."""
_NO_PACK = Pack(id="none", name="", about="")


@dataclass(frozen=True, slots=True)
class Session:
    """The interview at one moment."""

    plain: Method
    """The method in its own words."""
    packs: Mapping[str, Pack]
    draft: Draft
    """What the owner said so far, over the starter pack they chose."""
    today: datetime.date
    frames: tuple[Frame, ...] = ()
    """Where we are: a row of questions, then the rows about single things inside it."""
    history: tuple[Draft, ...] = ()
    """The draft as it was before each of the last changes."""
    memory: Memory = NOTHING_REMEMBERED
    """What each question was when the owner last looked at it."""
    left_by: Literal["", "end", "beginning"] = ""
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
        return cls(plain, packs, Draft.over(answers, pack, plain), today, memory=memory)

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
        return self.frame.questions[self.frame.at]

    @property
    def path(self) -> Path:
        """The path that the answer to the question fills."""
        return path_to(self.question.fills, self.frame.within)

    @property
    def value(self) -> Plain:
        """What the owner said to the question so far."""
        return self.draft.said(self.path)

    @property
    def suggestion(self) -> Plain:
        """What the pack proposes as the answer to the question."""
        return self.draft.proposed(self.path)

    @property
    def effective(self) -> Plain:
        """What holds for now as the answer: what the owner said, or else what the pack proposes."""
        return self.draft.holds(self.path)

    @property
    def may_skip(self) -> bool:
        """Whether the question can be left open: not where the playbook cannot do without."""
        filled = field_at(self.path)
        return filled is None or not filled.required

    @property
    def things(self) -> ItemList:
        """The list that the question is about."""
        return ItemList(self.draft, self.path, self.question.thing or "thing")

    def position(self) -> tuple[int, int]:
        """Return which question this is, and of how many."""
        asked: list[str] = []
        here = 1
        for at, question in enumerate(self.frame.questions):
            if self._is_asked(question) or at == self.frame.at:
                if question.id not in asked:
                    asked.append(question.id)
                if at == self.frame.at:
                    here = len(asked)
        return here, len(asked)

    def progress(self) -> tuple[Progress, ...]:
        """Return how far each chapter is."""
        return tuple(progress_of(self.draft, one) for one in self.method.chapters)

    def progress_in(self, chapter: Chapter) -> Progress:
        """Return how far one chapter is."""
        return progress_of(self.draft, chapter)

    def with_pack(self, pack_id: str) -> Session:
        """Return the session with another starter pack; what the owner said stays."""
        pack = self.packs.get(pack_id, self.pack)
        draft = over_another(self.draft, pack).put(("pack",), pack_id)
        draft = replace(draft, method=reworded(self.plain, pack))
        return replace(self._changed(draft), memory=self.memory.with_pack(self.plain, pack))

    def news(self) -> tuple[News, ...]:
        """Return the questions that are new, or changed since the owner answered them."""
        return news(self.memory, self.draft)

    def remembering(self, question_id: str) -> Session:
        """Return the session with a question remembered as the owner has now seen it."""
        question = self.plain.question(question_id)
        if self.draft.state(question) not in (State.DECIDED, State.SKIPPED):
            return self
        return replace(self, memory=self.memory.with_question(question, self.pack))

    def emptied(self) -> Session:
        """Return the session without any answer; what it was stays in the history."""
        kept = {"format": self.answers.data["format"]} if "format" in self.answers.data else {}
        return self.with_answers(Answers(kept)).home()

    def in_quick_path(self) -> Session:
        """Return the session at the first question of the quick path that is not answered."""
        quick = [question for question in self.method.questions if question.quick]
        questions = [one for one in spread(quick) if part_of(one) in ("", *ASKED_FIRST)]
        return self._enter("First draft", questions)._at_first_open()

    def in_chapter(self, chapter: Chapter, *, start: str = "") -> Session:
        """Return the session in a chapter, at its first question or the one with id *start*."""
        entered = self._enter(chapter.title, chapter.questions, chapter=chapter.id)
        if not start:
            return entered
        ids = [question.id for question in entered.frame.questions]
        return entered._at(ids.index(start))

    def in_questions(self, questions: Iterable[Question], title: str) -> Session:
        """Return the session at the first of some questions."""
        return self._enter(title, questions)

    def in_thing(
        self, index: int, *, at: int | None = None, questions: tuple[Question, ...] = ()
    ) -> Session:
        """Return the session inside one thing of the list, at all or some questions about it."""
        within = (*self.path, index)
        questions = questions or spread(self.question.each)
        name = next((e.name for e in self.things.entries() if e.index == index), "")
        inside = replace(self, frames=(*self.frames, Frame(name, questions, within=within)))
        return inside if at is None else inside._at(at)

    def answered(self, value: Plain) -> Session:
        """Return the session with the question answered, at the one that comes next."""
        return self._decided(self.draft.put(self.path, value)).forward()

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
        if self.frame.within or self.answers.get(self._whole_fills()) is not None:
            return self.forward()
        return self.with_answers(self.answers.with_skipped(self.question.id, yes=True)).forward()

    def cleared(self) -> Session:
        """Return the session with the answer taken away, still at the question."""
        return self._changed(self.draft.put(self.path, None))

    def with_list(self, things: ItemList) -> Session:
        """Return the session with the list of the question changed, still at the question."""
        return self._decided(things.draft)

    def with_thing_confirmed(self, index: int) -> Session:
        """Return the session with everything the pack suggests about one thing taken over."""
        draft = self.draft
        for question in spread(self.question.each):
            path = path_to(question.fills, (*self.path, index))
            held = self.draft.held(path)
            if held.origin == "pack":
                draft = draft.put(path, held.value)
        return self._changed(draft)

    def with_draft(self, draft: Draft) -> Session:
        """Return the session with a draft that changed in some other way."""
        return self._changed(draft)

    def with_answers(self, answers: Answers) -> Session:
        """Return the session with answers that changed in some other way."""
        return self._changed(self.draft_of(answers))

    def draft_of(self, answers: Answers) -> Draft:
        """Return some answers over the starter pack that they name."""
        pack = self.packs.get(answers.pack) or self.pack
        if pack is self.pack:
            return self.draft.with_answers(answers)
        return Draft.over(answers, pack, self.plain)

    @property
    def list_changed(self) -> bool:
        """Whether the last change was one to the list of the question."""
        return bool(self.history) and self.history[-1].said(self.path) != self.value

    def undone(self) -> Session:
        """Return the session with its last change taken back."""
        if not self.history:
            return self
        return replace(self, draft=self.history[-1], history=self.history[:-1])

    def forward(self) -> Session:
        """Return the session at the next question; after a thing's last one, at its list."""
        after = self._step(range(self.frame.at + 1, len(self.frame.questions)))
        return after if after.frames else replace(after, left_by="end")

    def back(self) -> Session:
        """Return the session at the question before; before a thing's first one, at its list."""
        before = self._step(range(self.frame.at - 1, -1, -1))
        return before if before.frames else replace(before, left_by="beginning")

    def left(self) -> Session:
        """Return the session out of the thing or the row of questions it is in."""
        return replace(self, frames=self.frames[:-1])

    def home(self) -> Session:
        """Return the session outside all questions."""
        return replace(self, frames=())

    def _step(self, positions: Iterable[int]) -> Session:
        for at in positions:
            if self._is_asked(self.frame.questions[at]):
                return self._at(at)
        return self.left()

    def _decided(self, draft: Draft) -> Session:
        """Return the session with a draft in which the question is answered."""
        if not self.frame.within:
            answers = draft.answers.with_skipped(self.question.id, yes=False)
            draft = draft.with_answers(answers)
        return self._changed(draft)

    def _changed(self, draft: Draft) -> Session:
        draft = settled(draft)
        if draft.answers == self.answers:
            return self
        history = (*self.history, self.draft)[-REMEMBERED:]
        return replace(self, draft=draft, history=history)

    def _whole_fills(self) -> str:
        fills = self.question.fills
        return fills.rpartition(".")[0] if self.question.kind == "contact" else fills

    def _enter(self, title: str, questions: Iterable[Question], *, chapter: str = "") -> Session:
        frame = Frame(title, spread(questions), chapter=chapter)
        entered = replace(self, frames=(frame,), left_by="")
        asked = (at for at, one in enumerate(frame.questions) if entered._is_asked(one))
        first = next(asked, None)
        return self.home() if first is None else entered._at(first)

    def _at_first_open(self) -> Session:
        for at, question in enumerate(self.frame.questions):
            said = self.draft.said(path_to(question.fills, self.frame.within))
            untouched = said is None or has_unseen(said)
            if untouched and self._is_asked(question) and question.id not in self.answers.skipped:
                return self._at(at)
        return self

    def _at(self, at: int) -> Session:
        return replace(self, frames=(*self.frames[:-1], replace(self.frame, at=at)))

    def _is_asked(self, question: Question) -> bool:
        return self.draft.is_asked(question, self.frame.within)
