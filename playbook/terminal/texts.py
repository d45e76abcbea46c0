"""Say things on the screen: the words around the questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from playbook.draft.progress import Progress
from playbook.interview.session import Session
from playbook.method.contact import PARTS, part_of
from playbook.method.models import Method, Question
from playbook.terminal.screen.keywords import KEYS, MORE_KEYS
from playbook.terminal.screen.screen import Line, Style

_LINES = "One a line. Finish with an empty line."


@dataclass(frozen=True, slots=True)
class Handling:
    """How one answers on a screen."""

    ends: Mapping[str, str]
    """What ends an answer, by the kind of question."""
    keeps: str
    """What keeps an answer that is there already."""
    mends: str = ""
    """What mends an answer that was refused, where it still stands on the line."""
    goes_on: str = ""
    """What takes an answer that was begun before the interview broke off."""
    choose: str = ""
    tick: str = ""
    tick_anew: str = ""


HANDLING = {
    False: Handling(
        {"text": "Finish with an empty line.", "lines": _LINES},
        "Enter keeps your answer.",
        goes_on="Enter takes that; or type the answer anew.",
        choose="Type a number. ",
        tick="Type numbers to tick. ",
        tick_anew="Type numbers to tick or untick. ",
    ),
    True: Handling(
        {
            "text": "Enter ends it; Alt with Enter begins a new line.",
            "lines": _LINES,
        },
        "Enter keeps your answer; an arrow key lets you change it.",
        goes_on="Enter takes that; an arrow key lets you go on with it.",
        mends="What you type takes its place; an arrow key lets you mend it.",
    ),
}
"""How one answers, by whether the screen puts the answer so far in place to be changed."""
PAGES = {
    "welcome": "the welcome page",
    "customers": "the page about your customers",
    "promises": "the page of promises",
    "journey": "the overview of the journey",
    "stage": "the page of each stage",
    "touchpoint": "the page of each touchpoint",
    "people": "the page about your people",
    "role": "the start page of each role",
    "recovery": "the page for when things go wrong",
    "fairness": "the page about money and fair dealing",
    "measures": "the page of numbers",
    "listening": "the page about listening",
    "improvements": "the page of improvements",
    "reviews": "the page about reviews",
    "knowledge": "the page of what everyone knows",
    "about": "the page about this playbook",
}


def heading(session: Session) -> Line:
    """Say where in the interview we are."""
    here, count = session.position()
    if count == 1:
        return Line(session.frame.title, "title")
    about = "about " if any(one.when for one in session.frame.questions) else ""
    where = f"{session.frame.title} · question {here} of {about}{count}"
    return Line(where, "title")


def question_lines(session: Session) -> Iterator[Line]:
    """Say the question, how to answer it, and an example from the owner's own trade."""
    question = session.question
    if part_of(question) in ("", next(iter(PARTS))):
        yield Line(question.ask, "question")
        yield from _if_any("{}", question.hint, "faint")
        yield from _if_any("For example: {}", example(session), "faint")
        if session.frame.chapter:
            why = f"Why we ask: {question.why} {_where(question)}"
            yield Line(why.rstrip(), "faint")
    yield from _part_line(session)


def question_again(session: Session) -> Iterator[Line]:
    """Say the bare question once more."""
    yield Line(session.question.ask, "question")
    yield from _part_line(session)


def _part_line(session: Session) -> Iterator[Line]:
    """Say which part of a contact is asked for, where it is one."""
    question = session.question
    part = part_of(question)
    if part:
        parts = [part_of(one) for one in session.frame.questions if one.id == question.id]
        yield Line(f"{PARTS[part]} ({parts.index(part) + 1} of {len(parts)})", "question")


def example(session: Session) -> str:
    """Return an example answer, from the owner's trade where there is one."""
    return session.pack.examples.get(session.question.id) or session.question.example


def explanation(session: Session) -> Iterator[Line]:
    """Say why a question is asked, where its answer appears and whose idea it is."""
    question = session.question
    yield Line("")
    yield Line(f"Why we ask: {question.why}")
    yield from _if_any("How to answer: {}", question.hint)
    yield from _if_any("For example: {}", example(session))
    yield from _if_any("{}", _where(question))
    yield from _if_any("The idea comes from {}.", _authors(session.method, question))
    yield Line("")
    yield from (*KEYS, *MORE_KEYS)
    yield Line("")


def _if_any(words: str, text: str, style: Style = "plain") -> Iterator[Line]:
    if text:
        yield Line(words.format(text), style)


def _where(question: Question) -> str:
    page = PAGES.get(question.appears)
    return f"You will find the answer on {page}." if page else ""


def _authors(method: Method, question: Question) -> str:
    keys = dict.fromkeys(source.partition(".")[0] for source in question.sources)
    known = {one.key: f"{one.author} (“{one.title}”)" for one in method.documents}
    return " and ".join(known[key] for key in keys if key in known)


def progress_words(progress: Progress) -> str:
    """Say how far a chapter is."""
    if progress.is_done:
        return "done"
    minutes = f"about {counted(progress.minutes, 'minute')}"
    if not progress.decided:
        return f"not begun, {minutes}"
    return f"{progress.decided} of {progress.total} answers decided, {minutes} left"


def counted(count: int, thing: str) -> str:
    """Return a number of things: 1 role, 2 roles."""
    return f"{count} {thing if count == 1 else plural(thing)}"


def plural(thing: str) -> str:
    """Return what several things are called."""
    # “group of customers”, “question they ask” and “thing we fixed” grow at the first word.
    found = re.fullmatch(r"(.*?)((?: (?:of|they|that|to|we)\b.*)?)", thing)
    assert found is not None
    one, behind = found.groups()
    if one.endswith("person"):
        return f"{one.removesuffix('person')}people{behind}"
    kinds = [re.sub(r"(?<=[^aeiou])y\Z", "ie", kind) for kind in one.split(" or ")]
    return " or ".join(f"{kind}s" for kind in kinds) + behind
