"""The method as typed data: chapters, questions, ideas and starter packs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr

from playbook.model.base import Id, Truth
from playbook.yamlfile import Path

Kind = Literal[
    "line",
    "text",
    "lines",
    "choice",
    "several",
    "number",
    "money",
    "percent",
    "date",
    "colour",
    "file",
    "contact",
    "things",
]


def _names(value: Any) -> Any:
    return () if value is None else value


def _without_gaps(value: Any) -> Any:
    if not isinstance(value, dict):
        return {} if value is None else value
    return {key: said for key, said in value.items() if said is not None}


Names = Annotated[tuple[str, ...], BeforeValidator(_names)]
Section = Annotated[dict[str, Any], BeforeValidator(_without_gaps)]


class Described(BaseModel):
    """A part of the method, as content/ describes it."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Choice(Described):
    """One answer to choose."""

    value: str
    """What the answers file keeps."""
    label: str
    """What the owner reads."""


class Condition(Described):
    """When a question is asked: a comparison with an earlier answer."""

    field: str
    """The field an earlier question fills."""
    value: str | None = Field(default=None, alias="is")
    """The answer it must have; without it, any answer will do."""
    unless: str | None = Field(default=None, alias="is_not")
    """The one answer it must not have."""
    several: str = ""
    """The field of the things in the list at ``field`` of which several must name this thing."""


class Question(Described):
    """One question of the interview."""

    id: Id
    label: str
    """What the answer is called in a list of answers, such as "Opening hours"."""
    ask: str
    """The question, in plain words."""
    why: str
    """Why we ask."""
    fills: str
    """The field of the playbook that the answer fills; inside ``each``, a field of the thing."""
    kind: Kind
    example: str = ""
    """An answer somebody in a trade might give."""
    hint: str = ""
    """How to answer."""
    essential: Truth = False
    """Whether a playbook makes no sense without the answer."""
    quick: Truth = False
    """Whether the quick path asks it."""
    added: Truth = False
    """Whether it joined the questions about a thing after owners had answered those.

    Who answered about a list before is not asked about the whole of it anew for one question more.
    """
    decisive: Truth = False
    """Whether a thing of the list is not decided without the answer, inside ``each``."""
    decisive_by: str = ""
    """The field of a thing that says whether it is decisive; without it, each of the list is."""
    then_of_it: str = ""
    """The field of the thing that is chosen which is asked next, where it is open."""
    when: Condition | None = None
    choices: tuple[Choice, ...] = ()
    choices_from: str = ""
    """The list whose items are the choices, such as people.roles."""
    appears: str = ""
    """The kind of page on which the answer appears."""
    sources: Names = ()
    """The ideas of the method that the question serves."""
    thing: str = ""
    """What one thing of the list is called, for a question of kind things."""
    each: tuple[Question, ...] = ()
    """The questions about each thing of the list."""
    _plain: Question | None = PrivateAttr(None)

    @property
    def plain(self) -> Question:
        """The question in our own words, where a starter pack says it in others."""
        return self._plain or self

    def said_as(self, words: dict[str, Any]) -> Question:
        """Return the question in other *words*, which remembers its own."""
        question = self.model_copy(update=words)
        question._plain = self.plain
        return question


class Chapter(Described):
    """A part of the interview that can be done in one sitting."""

    id: Id
    title: str
    purpose: str
    """Why the chapter matters, said before its first question."""
    outcome: str
    """What the owner has at its end."""
    questions: tuple[Question, ...] = ()


class SourceDocument(Described):
    """One of the texts the method was distilled from."""

    key: str
    title: str
    author: str
    year: str = ""


class Idea(Described):
    """One idea of a source document, in our words."""

    id: str
    idea: str
    asked: Names = ()
    """The questions that ask about it."""
    shown: Names = ()
    """The kinds of pages that show it."""

    @property
    def document(self) -> str:
        """The key of the document it comes from."""
        return self.id.partition(".")[0]


class Prompt(Described):
    """Something the method advises at a stage of the journey."""

    text: str
    sources: Names


class ChapterWording(Described):
    """What a pack says instead of a chapter's own words; what it leaves out stays."""

    title: str = ""
    purpose: str = ""
    outcome: str = ""


class QuestionWording(Described):
    """What a pack says instead of a question's own words; what it leaves out stays."""

    label: str = ""
    ask: str = ""
    why: str = ""
    hint: str = ""
    example: str = ""
    thing: str = ""
    choices: dict[str, str] = {}
    """The label of each choice, by its value."""


class Wording(Described):
    """The words of a pack's own for chapters and questions, by id."""

    chapters: dict[str, ChapterWording] = {}
    questions: dict[str, QuestionWording] = {}
    phrases: dict[str, str | dict[str, str]] = {}
    """What every playbook says, in the pack's words, by the id of the phrase."""


def _check_language(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", value):
        raise ValueError("must be the code of a language, such as en or pt-BR")
    return value


class Pack(Described):
    """A starter pack: suggestions and examples for a trade."""

    id: Id
    name: str
    about: str
    """For which businesses it is meant."""
    version: str = "1"
    author: str = ""
    """Who wrote it."""
    language: Annotated[str, AfterValidator(_check_language)] = "en"
    """The language it is written in, as a code such as en or pt-BR."""
    wording: Wording = Wording()
    """Chapters and questions in other words, or in another language."""
    examples: dict[str, str] = {}
    """Examples from the trade, by question id."""
    suggests: dict[str, Section] = {}
    """Suggestions, in the shape of the answers file."""
    renamed: dict[str, dict[str, str]] = {}
    """The new ids of things that had another id in an earlier version, by list and old id."""
    _fingerprint: str = PrivateAttr("")

    @property
    def fingerprint(self) -> str:
        """A short text that tells the file of this pack from any other."""
        return self._fingerprint

    def read_from(self, text: str) -> Pack:
        """Return the pack as one whose file says *text*."""
        pack = self.model_copy()
        pack._fingerprint = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
        return pack


class Search(Described):
    """What readers type into the search that does not stand on the page they need."""

    groups: tuple[tuple[str, ...], ...] = ()
    """Words that mean much the same to somebody who looks for help."""
    places: dict[str, tuple[str, ...]] = {}
    """Words that lead to one place: a kind of page, or a kind, a # and an anchor."""
    weights: dict[str, Annotated[float, Field(gt=0, le=100)]] = {}
    """How much a page counts beside the others, by kind."""


class Method(Described):
    """The whole method."""

    chapters: tuple[Chapter, ...]
    documents: tuple[SourceDocument, ...]
    ideas: tuple[Idea, ...]
    prompts: dict[str, tuple[Prompt, ...]] = {}
    """What the method advises, by stage id of the default journey."""
    search: Search = Search()
    """What readers may type into the search."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of all chapters, without those about the things of a list."""
        return tuple(question for chapter in self.chapters for question in chapter.questions)

    def question(self, question_id: str) -> Question:
        """Return the question with *question_id*; raise KeyError when there is none."""
        return {question.id: question for question in self.questions}[question_id]

    def question_filling(self, path: str) -> Question:
        """Return the question that fills *path*, inside no list; raise KeyError without one."""
        return {question.fills: question for question in self.questions}[path]

    @property
    def conditional(self) -> list[tuple[str, Question]]:
        """The questions with a condition, and what each is about: a kind of thing, or nothing."""
        return [
            (place.removesuffix(question.fills).removesuffix("."), question)
            for place, question in walk(self.chapters)
            if question.when
        ]

    def decides(self, field: Path) -> bool:
        """Return whether what is asked may depend on a field, or whether that is asked at all.

        Where neither does, another answer in it leaves nothing to be settled.
        """
        names = ".".join(step for step in field if isinstance(step, str))
        for where, question in self.conditional:
            place = f"{where}.{question.fills}".replace("[]", "").removeprefix(".")
            looked_at = question.when.field if question.when else ""
            if place == names or f".{looked_at}." in f".{names}.":
                return True
        return False


def walk(chapters: Iterable[Chapter]) -> Iterator[tuple[str, Question]]:
    """Yield every question with the full path it fills, those about the things of a list too."""
    for chapter in chapters:
        yield from _nested(chapter.questions, "")


def _nested(questions: Iterable[Question], before: str) -> Iterator[tuple[str, Question]]:
    for question in questions:
        yield before + question.fills, question
        yield from _nested(question.each, f"{before}{question.fills}[].")
