"""Hold an interview from its first question to a tidy end."""

from __future__ import annotations

import contextlib
import difflib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from playbook.answers.answers import Answers
from playbook.draft.progress import State
from playbook.errors import PlaybookError
from playbook.interview.autosave import Store
from playbook.interview.session import Session
from playbook.method.models import Chapter, Method, Question
from playbook.terminal.conversation import Conversation
from playbook.terminal.keeper import Keeper
from playbook.terminal.page_view import Preview, no_preview
from playbook.terminal.review import review
from playbook.terminal.screen.screen import Leaving, Line, Reason, Screen
from playbook.terminal.screen.signals import Interruptions
from playbook.terminal.texts import KEYS_IN_SHORT

_EXIT_CODES = {
    Reason.FINISHED: 0,
    Reason.LEFT: 0,
    Reason.INPUT_ENDED: 1,
    Reason.HUNG_UP: 129,
    Reason.INTERRUPTED: 130,
    Reason.TERMINATED: 143,
}


@dataclass(frozen=True, slots=True)
class Start:
    """Where an interview begins."""

    at: Literal["home", "draft", "chapter", "questions", "open", "new"] = "home"
    """``open`` asks what nobody has looked at yet, ``new`` what is new or has changed since."""
    chapter: str = ""
    questions: tuple[str, ...] = ()
    alone: bool = False
    """Whether the interview ends with its chapter, rather than going on to the others."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an interview ended."""

    reason: Reason
    answers: Answers
    """The answers as they were last saved."""
    is_saved: bool = True
    """Whether the last answer could be saved as well."""

    @property
    def exit_code(self) -> int:
        """The code with which the program should end."""
        return _EXIT_CODES[self.reason] or (0 if self.is_saved else 1)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an interview is told of the world around it."""

    go_on: str = "playbook interview"
    """The command that goes on with the interview."""
    build: str = "playbook build"
    """The command that makes the website."""
    preview: Preview = no_preview
    """Shows a page as it stands now."""


def interview(
    session: Session,
    *,
    screen: Screen,
    store: Store,
    start: Start = Start(),
    around: Surroundings = Surroundings(),
) -> Outcome:
    """Hold an interview on *screen*, save each answer to *store*, and say how it ended.

    Raise PlaybookError when *start* names a chapter or question that does not exist.
    """
    interruptions = Interruptions()
    keeper = Keeper(store, screen, session.answers, interruptions)
    conversation = Conversation(session, screen, keeper, around.preview)
    lead = _beginning(conversation, start)
    with interruptions.caught():
        try:
            if session.answers.get("pack") is not None:
                screen.show(Line(""), KEYS_IN_SHORT)
            lead()
            reason = Reason.LEFT
        except Leaving as leaving:
            reason = leaving.reason
    outcome = Outcome(reason, keeper.saved, keeper.is_saved)
    last = replace(conversation.session, draft=conversation.session.draft_of(keeper.saved))
    with contextlib.suppress(Leaving, OSError):
        screen.show(*_goodbye(outcome, last, store.name, around))
    return outcome


def _beginning(conversation: Conversation, start: Start) -> Callable[[], None]:
    """Return what to do first; whatever *start* names is looked up before any question."""
    method = conversation.session.method
    if start.at == "chapter":
        chapter = chapter_named(method, start.chapter)
        return lambda: _chapter(conversation, chapter, alone=start.alone)
    if start.at == "questions":
        questions = questions_named(method, start.questions)
        return lambda: conversation.questions(questions, "Your questions")
    if start.at == "open":
        return lambda: _open_questions(conversation)
    if start.at == "new":
        return conversation.news
    if (
        start.at == "draft"
        or conversation.session.answers.get("pack") not in conversation.session.packs
    ):
        return lambda: _draft(conversation)
    return conversation.home


def _draft(conversation: Conversation) -> None:
    conversation.first_draft()
    conversation.home()


def _chapter(conversation: Conversation, chapter: Chapter, *, alone: bool) -> None:
    conversation.chapter(chapter)
    if not alone:
        conversation.home()


def _open_questions(conversation: Conversation) -> None:
    session = conversation.session
    found = review(session, session.method.chapters)
    fresh = [one.question for one in found if one.state in (State.OPEN, State.SUGGESTED)]
    if fresh:
        conversation.questions(fresh, "Still open")
    else:
        conversation.screen.show(Line("There is nothing new to ask.", "good"))


def chapter_named(method: Method, name: str) -> Chapter:
    """Return the chapter with an id, a title or a word that only its title has.

    Raise PlaybookError when there is none.
    """
    wanted = " ".join(name.casefold().split())
    for chapter in method.chapters:
        if wanted in (chapter.id, chapter.title.casefold()):
            return chapter
    named = [chapter for chapter in method.chapters if wanted in _words(chapter.title)]
    if len(named) == 1:
        return named[0]
    if named:
        raise PlaybookError(f"“{name}” can mean several chapters: {_listed(named)}.")
    words = {word: one for one in method.chapters for word in (*_words(one.title), one.id)}
    close = difflib.get_close_matches(wanted, words, n=1)
    meant = f" Did you mean {_listed([words[close[0]]])}?" if close else ""
    raise PlaybookError(
        f"There is no chapter “{name}”.{meant} The chapters are: {_listed(method.chapters)}."
    )


def _words(title: str) -> list[str]:
    return re.findall(r"[\w'’]+", title.casefold())


def _listed(chapters: Sequence[Chapter]) -> str:
    return ", ".join(f"{chapter.id} ({chapter.title})" for chapter in chapters)


def questions_named(method: Method, names: Sequence[str]) -> tuple[Question, ...]:
    """Return the questions with some ids or fields; raise PlaybookError for an unknown one."""
    known = {question.id: question for question in method.questions}
    known |= {question.fills: question for question in method.questions}
    for name in names:
        if name not in known:
            raise PlaybookError(_unknown_question(name, list(known)))
    return tuple(known[name] for name in names)


def _unknown_question(name: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    mend = f"Did you mean {' or '.join(close)}?" if close else "docs/questions.md lists them."
    return f"There is no question “{name}”. {mend}"


def _goodbye(outcome: Outcome, session: Session, file: str, around: Surroundings) -> list[Line]:
    """Return the last words: what is saved, and how to go on."""
    progress = session.progress()
    decided, total = sum(one.decided for one in progress), sum(one.total for one in progress)
    lines = [Line("")]
    if outcome.reason is Reason.INPUT_ENDED:
        lines.append(Line("The input ended, so the interview ends here.", "notice"))
    if outcome.is_saved and not decided:
        lines.append(Line("Nothing is decided yet."))
    elif outcome.is_saved:
        lines.append(Line(f"Saved in {file}: {decided} of {total} answers decided.", "good"))
    else:
        lines.append(Line(f"Your last answer could not be saved in {file}.", "notice"))
    lines.append(Line(f"Go on whenever you like: {around.go_on}"))
    if outcome.reason is Reason.LEFT and decided:
        lines.append(Line(f"See it as a website: {around.build}"))
    return lines
