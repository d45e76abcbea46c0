"""Say things on the screen: the words around the questions."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.draft.progress import Progress
from playbook.interview.parts import PARTS, part_of
from playbook.interview.session import Session
from playbook.method.models import Method, Question
from playbook.terminal.screen.screen import Line

KEYS = (
    Line("These work at every question. Type them, then press Enter.", "faint"),
    Line("why we ask, and an example", "faint", 8, "  ?"),
    Line("back to the question before", "faint", 8, "  <"),
    Line("not decided yet; it stays on your list", "faint", 8, "  skip"),
    Line("the page on which the answer appears, as it is now", "faint", 8, "  p"),
    Line("save and leave; go on whenever you like", "faint", 8, "  quit"),
    Line("Enter on its own takes what is offered.", "faint"),
)
KEYS_IN_SHORT = Line(
    "At every question: ? explains · < goes back · skip leaves it open · p shows the page · "
    "quit saves and leaves.",
    "faint",
)
MORE_KEYS = (
    Line("to the chapters", "faint", 8, "  home"),
    Line("leave this part and go on elsewhere", "faint", 8, "  done"),
    Line("write the answer in your own editor", "faint", 8, "  edit"),
    Line("take your answer away again", "faint", 8, "  clear"),
)
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
    part = part_of(question)
    if part in ("", next(iter(PARTS))):
        yield Line(question.ask, "question")
        if question.hint:
            yield Line(question.hint, "faint")
        if example(session):
            yield Line(f"For example: {example(session)}", "faint")
        if session.frame.chapter:
            yield Line(f"Why we ask: {question.why}{_where(question)}", "faint")
    if part:
        yield _part_line(session)


def question_again(session: Session) -> Iterator[Line]:
    """Say the bare question once more."""
    question = session.question
    yield Line(question.ask, "question")
    part = part_of(question)
    if part:
        yield _part_line(session)


def _part_line(session: Session) -> Line:
    question = session.question
    parts = [part_of(one) for one in session.frame.questions if one.id == question.id]
    part = part_of(question)
    return Line(f"{PARTS[part]} ({parts.index(part) + 1} of {len(parts)})", "question")


def example(session: Session) -> str:
    """Return an example answer, from the owner's trade where there is one."""
    return session.pack.examples.get(session.question.id) or session.question.example


def explanation(session: Session) -> Iterator[Line]:
    """Say why a question is asked, where its answer appears and whose idea it is."""
    question = session.question
    yield Line("")
    yield Line(f"Why we ask: {question.why}")
    if question.hint:
        yield Line(f"How to answer: {question.hint}")
    if example(session):
        yield Line(f"For example: {example(session)}")
    if _where(question):
        yield Line(_where(question).strip())
    authors = _authors(session.method, question)
    if authors:
        yield Line(f"The idea comes from {authors}.")
    yield Line("")
    yield from (*KEYS, *MORE_KEYS)
    yield Line("")


def _where(question: Question) -> str:
    page = PAGES.get(question.appears)
    return f" You will find the answer on {page}." if page else ""


def _authors(method: Method, question: Question) -> str:
    keys = dict.fromkeys(source.partition(".")[0] for source in question.sources)
    known = {document.key: document for document in method.documents}
    found = [f"{known[key].author} (“{known[key].title}”)" for key in keys if key in known]
    return " and ".join(found)


def progress_words(progress: Progress) -> str:
    """Say how far a chapter is."""
    if progress.is_done:
        return "done"
    minutes = f"about {progress.minutes} minute{'s' if progress.minutes != 1 else ''}"
    if not progress.decided:
        return f"not begun, {minutes}"
    return f"{progress.decided} of {progress.total} answers decided, {minutes} left"


def plural(thing: str) -> str:
    """Return what several things are called."""
    words = thing.split(" ")
    # “group of customers” and “question they ask” grow at the first word.
    inner = next(
        (at for at, word in enumerate(words) if word in ("of", "they", "that")), len(words)
    )
    noun = words[inner - 1]
    many = {"person": "people"}.get(noun) or (
        f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"
    )
    return " ".join([*words[: inner - 1], many, *words[inner:]])


def singular(path: str) -> str:
    """Return what one thing of the list at *path* is called."""
    many = path.rpartition(".")[2].replace("_", " ")
    return {"people": "person"}.get(many, many.removesuffix("s"))
