"""A small method and pack, and a screen that types what a test wants typed."""

from __future__ import annotations

import copy
import datetime
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from playbook.answers.answers import Answers
from playbook.answers.begun import BegunAnswers
from playbook.draft.memory import NOTHING_REMEMBERED, Memory
from playbook.interview.session import Session
from playbook.interview.start import Start
from playbook.method.models import Chapter, Idea, Method, Pack, Question, SourceDocument
from playbook.terminal.conversation import Outcome, Surroundings, interview
from playbook.terminal.screen.screen import Leaving, Line, Prompt, Reason

TODAY = datetime.date(2027, 3, 3)  # a Wednesday


def question(question_id: str, fills: str, kind: str, **more: Any) -> Question:
    texts = {"ask": f"Ask {question_id}?", "why": f"Why {question_id}."}
    return Question.model_validate(
        labelled({"id": question_id, "fills": fills, "kind": kind, **texts, **more})
    )


def labelled(described: dict[str, Any]) -> dict[str, Any]:
    """Return a question, and those inside it, with a label each: the field, unless they have one."""
    inner = described.get("each", ())
    each = [one if isinstance(one, Question) else labelled(one) for one in inner]
    label = described["fills"].rpartition(".")[2].replace("_", " ").capitalize()
    return {"label": label, **described, "each": each}


BUSINESS = Chapter(
    id="business",
    title="Your business",
    purpose="Why the business matters.",
    outcome="You now have the business.",
    questions=(
        question("name", "business.name", "line", essential="yes", quick="yes", appears="welcome"),
        question("what", "business.what_we_do", "text", quick="yes", example="We bake bread."),
        question("word", "business.customer_word", "line", label="A customer is called"),
        question(
            "words",
            "business.customers_word",
            "line",
            label="Several are called",
            when={"field": "business.customer_word"},
        ),
        question("story", "business.story", "text", sources=["T.consistent"]),
    ),
)
PEOPLE = Chapter(
    id="people",
    title="Your people",
    purpose="Why people matter.",
    outcome="You now have people.",
    questions=(
        question(
            "roles",
            "people.roles",
            "things",
            thing="role",
            quick="yes",
            each=[
                {
                    "id": "roles-name",
                    "ask": "Which job?",
                    "why": "W.",
                    "kind": "line",
                    "fills": "name",
                },
                {
                    "id": "roles-does",
                    "ask": "What for?",
                    "why": "W.",
                    "kind": "text",
                    "fills": "does",
                },
                {
                    "id": "roles-limit",
                    "ask": "How much?",
                    "why": "W.",
                    "kind": "money",
                    "fills": "make_good_limit",
                },
                {
                    "id": "roles-in",
                    "ask": "Who covers?",
                    "why": "W.",
                    "kind": "choice",
                    "fills": "stand_in",
                    "choices_from": "people.roles",
                },
            ],
        ),
        question(
            "persons",
            "people.people",
            "things",
            thing="person",
            each=[
                {
                    "id": "persons-name",
                    "ask": "Name?",
                    "why": "W.",
                    "kind": "line",
                    "fills": "name",
                },
                {
                    "id": "persons-roles",
                    "ask": "Which roles?",
                    "why": "W.",
                    "kind": "several",
                    "fills": "roles",
                    "choices_from": "people.roles",
                },
            ],
        ),
        question(
            "responsible",
            "people.responsible",
            "choice",
            label="Who is responsible",
            choices_from="people.roles",
            quick="yes",
        ),
        question("contact", "people.service_contact", "contact", quick="yes"),
        question("first", "people.first_contact", "text"),
    ),
)
JOURNEY = Chapter(
    id="journey",
    title="The journey",
    purpose="Why the journey matters.",
    outcome="You now have a journey.",
    questions=(
        question(
            "touchpoints",
            "journey.touchpoints",
            "things",
            thing="touchpoint",
            quick="yes",
            each=[
                {"id": "tp-name", "ask": "Called?", "why": "W.", "kind": "line", "fills": "name"},
                {
                    "id": "tp-truth",
                    "ask": "Decides?",
                    "why": "W.",
                    "kind": "choice",
                    "fills": "moment_of_truth",
                },
                {"id": "tp-steps", "ask": "Steps?", "why": "W.", "kind": "lines", "fills": "steps"},
                {
                    "id": "tp-standard",
                    "ask": "Standard?",
                    "why": "W.",
                    "kind": "text",
                    "fills": "standard",
                },
                {
                    "id": "tp-owner",
                    "ask": "Owner?",
                    "why": "W.",
                    "kind": "choice",
                    "fills": "owner",
                    "choices_from": "people.roles",
                },
                {
                    "id": "tp-recovery",
                    "ask": "Wrong?",
                    "why": "W.",
                    "kind": "things",
                    "fills": "recovery",
                    "thing": "thing that can go wrong",
                    "each": [
                        {
                            "id": "rec-wrong",
                            "ask": "What?",
                            "why": "W.",
                            "kind": "line",
                            "fills": "wrong",
                        },
                        {
                            "id": "rec-right",
                            "ask": "Put right?",
                            "why": "W.",
                            "kind": "text",
                            "fills": "put_right",
                        },
                    ],
                },
            ],
        ),
    ),
)
SCORECARD = Chapter(
    id="scorecard",
    title="Your numbers",
    purpose="Why numbers matter.",
    outcome="You now have numbers.",
    questions=(
        question("objective", "scorecard.revenue.objective", "text"),
        question(
            "new", "scorecard.revenue.new", "money", when={"field": "scorecard.revenue.objective"}
        ),
        question("share", "scorecard.revenue.repeat_share", "percent"),
        question("next-review", "reviews.next_review", "date"),
        question("colour", "brand.colour", "colour", quick="yes"),
        question("logo", "brand.logo", "file", quick="yes"),
        question(
            "font",
            "brand.font",
            "choice",
            choices=[{"value": "plain", "label": "Plain"}, {"value": "own", "label": "Our own"}],
        ),
        question("files", "brand.font_files", "lines", when={"field": "brand.font", "is": "own"}),
    ),
)
METHOD = Method(
    chapters=(BUSINESS, PEOPLE, JOURNEY, SCORECARD),
    documents=(SourceDocument(key="T", title="All about it", author="MJ Thomas"),),
    ideas=(Idea(id="T.consistent", idea="One story."),),
)
GENERIC = Pack.model_validate(
    {
        "id": "generic",
        "name": "Any other business",
        "about": "From the florist to the dog groomer.",
        "suggests": {
            "business": {"customer_word": "customer", "customers_word": "customers"},
            "people": {"roles": [{"id": "owner", "name": "Owner"}], "responsible": "owner"},
        },
    }
)
BAKERY = Pack.model_validate(
    {
        "id": "bakery",
        "name": "Bakery",
        "about": "Shops that bake.",
        "examples": {"what": "We bake sourdough for the north of town."},
        "suggests": {
            "business": {"customer_word": "guest", "customers_word": "guests"},
            "people": {
                "roles": [
                    {"id": "owner", "name": "Owner", "does": "Decides."},
                    {"id": "counter", "name": "Counter", "does": "Serves.", "stand_in": "owner"},
                    {"id": "baker", "name": "Baker"},
                ],
                "responsible": "counter",
            },
            "journey": {
                "touchpoints": [
                    {
                        "id": "smell",
                        "name": "The smell",
                        "stage": "awareness",
                        "owner": "baker",
                        "standard": "The door is open by 7:00.",
                        "recovery": [{"wrong": "No bread left", "put_right": "Offer to keep one."}],
                    },
                    {
                        "id": "greeting",
                        "name": "The greeting",
                        "stage": "interaction",
                        "owner": "counter",
                    },
                    {"id": "paying", "name": "Paying", "stage": "purchase", "owner": "counter"},
                ]
            },
        },
    }
)
PACKS = {"generic": GENERIC, "bakery": BAKERY}
DECISIVE = {
    "touchpoints": {
        "decisive_by": "moment_of_truth",
        "each": (
            question("tp-name", "name", "line"),
            question("tp-truth", "moment_of_truth", "choice"),
            question("tp-steps", "steps", "lines", decisive="yes"),
            question("tp-standard", "standard", "text", decisive="yes"),
            question("tp-owner", "owner", "choice", choices_from="people.roles", decisive="yes"),
            question(
                "tp-measure",
                "measure",
                "choice",
                choices_from="scorecard.measures",
                decisive="yes",
                then_of_it="source",
            ),
        ),
    },
    "roles": {
        "each": (
            question("roles-name", "name", "line"),
            question(
                "roles-lead",
                "lead",
                "choice",
                choices_from="people.people",
                decisive="yes",
                when={"field": "people.people", "several": "roles"},
            ),
        )
    },
}
"""What is decisive in the method of a test that has something decisive."""
MEASURES = question(
    "measures",
    "scorecard.measures",
    "things",
    thing="measure",
    each=[question("ms-name", "name", "line"), question("ms-source", "source", "line")],
)


def answers_of(**data: Any) -> Answers:
    return Answers({"format": "1", "pack": "bakery", **data})


@dataclass
class MemoryStore:
    """Keeps the answers of a test, and every state they were saved in."""

    saved: list[Answers] = field(default_factory=list)
    elsewhere: Answers | None = None
    copies: list[Answers] = field(default_factory=list)
    memory: Memory | None = None
    begun: BegunAnswers = field(default_factory=lambda: BegunAnswers(Path(os.devnull)))
    name: str = "answers.yml"

    def save(self, answers: Answers) -> None:
        self.saved.append(answers)

    def set_aside(self, today: datetime.date) -> str:
        self.copies.append(self.saved[-1])
        return f"answers-{today}.yml"

    def remember(self, memory: Memory) -> None:
        self.memory = memory

    def reload(self) -> Answers:
        assert self.elsewhere is not None
        return self.elsewhere

    def bring(self, typed: str) -> str:
        return f"brand/{typed.rpartition('/')[2]}"

    def told(self, path: str) -> str:
        return "Nobody will see this logo." if "white" in path else ""


@dataclass
class TypingScreen:
    """Types one answer after the other, and remembers what was shown."""

    typing: list[str]
    fills_in: bool = False
    shown: list[str] = field(default_factory=list)
    prompts: list[Prompt] = field(default_factory=list)
    edits: list[str | None] = field(default_factory=list)

    def show(self, *lines: Line) -> None:
        self.shown.extend(line.text for line in lines)

    def ask(self, prompt: Prompt) -> str:
        self.prompts.append(prompt)
        if not self.typing:
            raise Leaving(Reason.INPUT_ENDED)
        typed = self.typing.pop(0)
        self.shown.append(f"> {typed}")
        return typed

    def edit(self, text: str) -> str | None:
        self.edits.append(text)
        return None

    @property
    def text(self) -> str:
        return "\n".join(self.shown)


@dataclass
class Held:
    """An interview that was held in a test."""

    outcome: Outcome
    screen: TypingScreen
    store: MemoryStore

    @property
    def answers(self) -> Answers:
        return self.outcome.answers

    @property
    def text(self) -> str:
        return self.screen.text


@pytest.fixture
def session() -> Session:
    return Session.over(METHOD, PACKS, answers_of(), TODAY)


@pytest.fixture
def session_of() -> Callable[..., Session]:
    def make(**data: Any) -> Session:
        return Session.over(METHOD, PACKS, answers_of(**data), TODAY)

    return make


@pytest.fixture
def small_method() -> Method:
    return METHOD


@pytest.fixture
def decisive_method() -> Method:
    """Return the small method with decisive questions, and a list of measures."""
    chapters = [
        one.model_copy(
            update={
                "questions": tuple(
                    asked.model_copy(update=DECISIVE.get(asked.id, {})) for asked in one.questions
                )
            }
        )
        for one in METHOD.chapters
    ]
    last = chapters[-1]
    numbers = last.model_copy(update={"questions": (*last.questions, MEASURES)})
    return METHOD.model_copy(update={"chapters": (*chapters[:-1], numbers)})


@pytest.fixture
def decisive_packs() -> dict[str, Pack]:
    """Return the packs, in the bakery's of which the greeting decides and is measured."""
    suggests = copy.deepcopy(BAKERY.suggests)
    suggests["journey"]["touchpoints"][1] |= {"moment_of_truth": "yes", "measure": "smiles"}
    suggests["scorecard"] = {
        "measures": [{"id": "smiles", "name": "Smiles"}, {"id": "waits", "name": "Waits"}]
    }
    return {**PACKS, "bakery": BAKERY.model_copy(update={"suggests": suggests})}


@pytest.fixture
def bakery() -> Pack:
    return BAKERY


@pytest.fixture
def said_of() -> Callable[..., Answers]:
    """Return a function from what an owner said to the answers of a bakery with a name."""
    return lambda **data: answers_of(**{"business": {"name": "Rosewater"}, **data})


@pytest.fixture
def version_two() -> Callable[..., Pack]:
    """Return a function that changes the lists of the bakery's pack."""

    def changed(*, renamed: dict[str, Any] | None = None, **lists: Callable[..., Any]) -> Pack:
        suggests = copy.deepcopy(BAKERY.suggests)
        for name, change in lists.items():
            section = "people" if name == "roles" else "journey"
            suggests[section][name] = change(suggests[section][name])
        return BAKERY.model_copy(update={"suggests": suggests, "renamed": renamed or {}})

    return changed


@pytest.fixture
def without() -> Callable[..., Any]:
    """Return a function from some ids to a change of a list that takes those things out."""
    return lambda *gone: lambda things: [one for one in things if one["id"] not in gone]


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def hold() -> Callable[..., Held]:
    """Return a function that holds an interview with somebody who types some answers."""

    def held(
        *typing: str,
        start: Start | None = None,
        answers: Answers | None = None,
        store: MemoryStore | None = None,
        screen: TypingScreen | None = None,
        method: Method = METHOD,
        packs: Mapping[str, Pack] = PACKS,
        memory: Memory = NOTHING_REMEMBERED,
        around: Surroundings | None = None,
    ) -> Held:
        screen = screen or TypingScreen(list(typing))
        store = store or MemoryStore()
        answers = answers_of() if answers is None else answers
        session = Session.over(method, packs, answers, TODAY, memory)
        return Held(
            interview(
                session,
                screen=screen,
                store=store,
                start=start or Start(),
                around=around or Surroundings(),
            ),
            screen,
            store,
        )

    return held


@pytest.fixture
def chapter() -> Callable[[str], Start]:
    return lambda name: Start("chapter", chapter=name, alone=True)


def names_in(value: Any) -> list[str]:
    items: Iterable[Any] = value if isinstance(value, list) else []
    return [item.get("name", item.get("id")) for item in items]


@pytest.fixture
def names() -> Callable[[Any], list[str]]:
    return names_in
