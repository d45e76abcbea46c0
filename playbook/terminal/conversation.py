"""Hold an interview from its first question to a tidy end: home, chapters, the quick path."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from playbook.answers.answers import Answers
from playbook.draft.draft import State
from playbook.draft.progress import Progress, progress_in
from playbook.errors import ContentError
from playbook.interview.autosave import Store
from playbook.interview.frame import Inside
from playbook.interview.home import BUILD, DRAFT, LEAVE, NEWS, PACK, RESTART, REVIEW, TO_DO, home
from playbook.interview.review import review
from playbook.interview.session import Session
from playbook.interview.start import HOME, Start, chapter_named, questions_named
from playbook.method.models import Chapter, Question
from playbook.parse.choices import Option
from playbook.terminal.home_menu import home_lines, home_menu, home_options, review_entries
from playbook.terminal.list_question import ListQuestion
from playbook.terminal.numbered_menu import Manner, choose
from playbook.terminal.page_view import Preview, no_preview, page_lines
from playbook.terminal.question import ChoiceQuestion, Means, SeveralQuestion, TypedQuestion
from playbook.terminal.saving import Saver
from playbook.terminal.screen.keywords import KEYS_IN_SHORT
from playbook.terminal.screen.screen import Leaving, Line, Menu, Reason, Screen
from playbook.terminal.screen.signals import Interruptions
from playbook.terminal.screen.tty import open_screen, require_person
from playbook.terminal.texts import plural
from playbook.terminal.trade_question import choose_trade, welcome

if TYPE_CHECKING:
    from playbook.interview.to_do import ToDo

_YOURS = "Your questions"
_BEGIN = ""  # the first question of a chapter, whichever that is
_EXIT_CODES = {
    Reason.FINISHED: 0,
    Reason.LEFT: 0,
    Reason.INPUT_ENDED: 1,
    Reason.HUNG_UP: 129,
    Reason.INTERRUPTED: 130,
    Reason.TERMINATED: 143,
}
_QUESTIONS: Mapping[str, type[TypedQuestion]] = {
    "choice": ChoiceQuestion,
    "several": SeveralQuestion,
    "things": ListQuestion,
}
"""How a question is asked whose answer is not just typed."""


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
        return _EXIT_CODES[self.reason] or int(not self.is_saved)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an interview is told of the world around it."""

    go_on: str = "playbook interview"
    """The command that goes on with the interview."""
    build: str = "playbook build"
    """The command that makes the website."""
    preview: Preview = no_preview
    """Shows a page as it stands now."""


def at_terminal(
    start: Start, command_end: str, *, plain: bool, instead: str
) -> Callable[[Session, Store, Preview], Outcome]:
    """Return what holds an interview at this terminal.

    *command_end* is what stands behind a command to go on here. Raise WorkspaceError where
    nobody is at the terminal, and say what to do *instead*.
    """

    def lead(session: Session, store: Store, preview: Preview) -> Outcome:
        require_person(instead)
        go_on = f"playbook interview{command_end}{' --plain' if plain else ''}"
        around = Surroundings(go_on, f"playbook build{command_end}", preview)
        screen = open_screen(plain=plain)
        return interview(session, screen=screen, store=store, start=start, around=around)

    return lead


def interview(
    session: Session,
    *,
    screen: Screen,
    store: Store,
    start: Start = HOME,
    around: Surroundings = Surroundings(),
) -> Outcome:
    """Hold an interview on *screen*, save each answer to *store*, and say how it ended.

    Raise PlaybookError when *start* names a chapter or question that does not exist.
    """
    interruptions = Interruptions()
    saver = Saver(store, screen, session.answers, interruptions)
    conversation = Conversation(session, screen, saver, around.preview)
    lead = conversation.beginning(start)
    with interruptions.caught():
        try:
            if session.answers.get("pack") is not None:
                screen.show(Line(""), KEYS_IN_SHORT)
            lead()
            reason = Reason.LEFT
        except Leaving as leaving:
            reason = leaving.reason
    outcome = Outcome(reason, saver.saved, saver.is_saved)
    last = replace(conversation.session, draft=conversation.session.draft_of(saver.saved))
    with contextlib.suppress(Leaving, OSError):
        screen.show(*_goodbye(outcome, last, store.name, around))
    return outcome


def _goodbye(outcome: Outcome, session: Session, file: str, around: Surroundings) -> list[Line]:
    """Return the last words: what is saved, and how to go on."""
    here = home(session)
    lines = [Line("")]
    if outcome.reason is Reason.INPUT_ENDED:
        lines.append(Line("The input ended, so the interview ends here.", "notice"))
    if not outcome.is_saved:
        lines.append(Line(f"Your last answer could not be saved in {file}.", "notice"))
    elif here.decided:
        counted = f"{here.decided} of {here.total} answers decided"
        lines.append(Line(f"Saved in {file}: {counted}.", "good"))
    else:
        lines.append(Line("Nothing is decided yet."))
    lines.append(Line(f"Go on whenever you like: {around.go_on}"))
    if outcome.reason is Reason.LEFT and here.decided:
        lines.append(Line(f"See it as a website: {around.build}"))
    return lines


class Conversation:
    """An interview under way: the session so far, on a screen, with every answer kept."""

    def __init__(
        self, session: Session, screen: Screen, saver: Saver, preview: Preview = no_preview
    ) -> None:
        self.session = session
        self.screen = screen
        self.saver = saver
        self._means = Means(screen, saver.store, saver.keep, preview)

    def beginning(self, start: Start) -> Callable[[], None]:
        """Return what to do first; whatever *start* names is looked up before any question."""
        method = self.session.method
        if start.at == "chapter":
            chapter = chapter_named(method, start.chapter)
            return partial(self._chapter_first, chapter, alone=start.alone)
        if start.at == "questions":
            return partial(self.questions, questions_named(method, start.questions), _YOURS)
        has_trade = self.session.answers.get("pack") in self.session.packs
        leads: dict[str, Callable[[], None]] = {
            "home": self.home if has_trade else self._draft_first,
            "draft": self._draft_first,
            "open": self.still_open,
            "new": self.news,
            "to do": self._to_do_first,
        }
        return leads[start.at]

    def _chapter_first(self, chapter: Chapter, *, alone: bool) -> None:
        self.chapter(chapter)
        if not alone:
            self.home()

    def _draft_first(self) -> None:
        self.first_draft()
        self.home()

    def first_draft(self) -> None:
        """Lead through the pack and the quick questions, then on to the site or the chapters."""
        chosen = self.session.answers.get("pack")
        if chosen not in self.session.packs:
            unknown = Line(f"There is no starter pack “{chosen}” here.", "notice")
            self.screen.show(*(welcome(self.session) if chosen is None else [unknown]))
            self.choose_pack()
        while self._walk(self.session.in_quick_path()) == "beginning":
            # The trade is the question before the first.
            if not self.choose_pack():
                return
        if self.session.left_by == "end":
            self._draft_done()

    def home(self) -> None:
        """Lead to whatever the owner wants to do next, until they leave."""
        actions: dict[str, Callable[[], object]] = {
            DRAFT: self.first_draft,
            NEWS: self.news,
            TO_DO: self.to_do,
            REVIEW: self.review,
            BUILD: self.build,
            PACK: self.choose_pack,
            RESTART: self.start_over,
            LEAVE: self.leave,
        }
        while True:
            here = home(self.session)
            options = home_options(here)
            chosen = self._choose(options, home_lines(here), menu=home_menu(here, options))
            if chosen in actions:
                actions[chosen]()
            elif chosen is not None:
                self.chapter(chapter_named(self.session.method, chosen))

    def chapter(self, chapter: Chapter) -> None:
        """Lead through one chapter, from where it was left."""
        self.screen.show(Line(""), Line(chapter.title, "title"), Line(chapter.purpose))
        progress = self.session.progress_in(chapter)
        skipped = {one.id for one in chapter.questions} & {*self.session.answers.skipped}
        start: str | None = _BEGIN
        if skipped or progress.decided:
            start = self._where_in(progress)
        if start == REVIEW:
            self.review((chapter,))
        elif start is not None:
            after = self.session.in_chapter(chapter, start=start)
            if self._walk(after) == "end":
                self._chapter_done(chapter)

    def questions(
        self, questions: Sequence[Question], title: str, none: str = "", inside: Inside = "never"
    ) -> None:
        """Lead through some questions alone; where there are none, say so with *none*."""
        if questions:
            self._walk(self.session.in_questions(questions, title, inside))
        else:
            self.screen.show(Line(none, "good"))

    def still_open(self) -> None:
        """Lead through what nobody has looked at yet."""
        fresh = [each for one in progress_in(self.session.draft) for each in one.fresh]
        self.questions(fresh, "Still open", "There is nothing new to ask.", "at once")

    def news(self) -> None:
        """Lead through what is new or changed since the owner answered, and nothing else."""
        found = self.session.news()
        told = [Line(f"{one.question.label}: {one.what}.", "offer", 2, "–") for one in found]
        self.screen.show(*told)
        fresh = [one.question for one in found]
        self.questions(fresh, "New and changed", "Nothing is new since you answered.")

    def _to_do_first(self) -> None:
        if not self.to_do():
            self.home()

    def to_do(self) -> bool:
        """Lead through what the checks find, the gravest first, until nothing is left to ask.

        Whoever goes back comes to what was asked before. Return whether that was all, rather than
        left for home.
        """
        done: list[ToDo] = []
        one = self._next_to_do(done)
        while one:
            side = self._ask_to_do(one)
            if side == "end":
                done.append(one)
                one = self._next_to_do(done)
            elif side == "beginning" and done:
                one = done.pop()
            else:
                return False
        self.screen.show(Line("That is all there is to ask for now.", "good"))
        return True

    def _next_to_do(self, done: Iterable[ToDo]) -> ToDo | None:
        # The first question of an interview need not wait for what knows the checks.
        from playbook.interview.to_do import next_to_do

        asked = {field for each in done for field in each.fields}
        return next_to_do(self.session.draft, self.session.today, asked)

    def _ask_to_do(self, one: ToDo) -> str:
        """Say what was found and ask about it; return on which side the questions were left."""
        session = self.session.in_questions([one.question], "To do")
        if not session.frames:
            return "end"
        self.screen.show(Line(""), *(Line(why, "offer", 2, "–") for why in one.why))
        if one.thing is None:
            return self._walk(session)
        return self._walk(session.through((one.thing,)), outside=len(session.frames))

    def build(self) -> None:
        """Leave for the website, unless the one answer it needs is missing."""
        if self.session.answers.get("business.name") is not None:
            raise Leaving(Reason.FINISHED)
        self.screen.show(Line("The website needs the name of the business first.", "notice"))

    def leave(self) -> NoReturn:
        """Leave the interview."""
        raise Leaving(Reason.LEFT)

    def start_over(self) -> None:
        """Put the answers aside in a copy and begin anew, once the owner has said so twice."""
        options = (Option("no", "Keep my answers"), Option("yes", "Start over with none"))
        asked = Line("Start over? A copy of your answers stays in the folder.", "question")
        if self._choose(options, (asked,)) != "yes":
            return
        store = self.saver.store
        copy = store.set_aside(self.session.today)
        self.screen.show(
            Line(f"Your answers so far are kept in {copy}.", "good"),
            Line(f"To have them back, leave and give that file the name {store.name}."),
        )
        self.session = self.saver.keep(self.session.emptied())
        self.first_draft()

    def review(self, chapters: Sequence[Chapter] = ()) -> None:
        """Show the answers and jump to any, until the owner has seen enough."""
        asked = (
            Line(""),
            Line("Your answers", "title"),
            Line("A number or a word in it goes to that answer. < goes back.", "faint"),
        )
        cursor = 0
        while True:
            reviewed = review(self.session, chapters or self.session.method.chapters)
            options = [Option(one.question.id, one.question.label, one.words) for one in reviewed]
            menu = Menu(review_entries(reviewed), cursor if self.screen.fills_in else None)
            chosen = self._choose(options, asked, menu=menu)
            if chosen is None:
                return
            cursor = [option.value for option in options].index(chosen)
            self.questions([reviewed[cursor].question], reviewed[cursor].chapter.title)

    def choose_pack(self) -> bool:
        """Ask for the trade, whose starter pack brings suggestions; return whether one was chosen.

        Packs that cannot be read are told, and the one in use stays.
        """
        chosen = None
        try:
            chosen = choose_trade(self.session, self.screen)
        except ContentError as error:
            if self.session.answers.get("pack") is None:
                raise
            self.screen.show(Line(str(error), "notice"))
        if chosen is None:
            return False
        pack = self.session.packs[chosen]
        whose = f", by {pack.author}" if pack.author else ""
        told = f"→ {pack.name} (starter pack, version {pack.version}{whose})"
        self.screen.show(Line(told, "good"))
        self.session = self.saver.keep(self.session.with_pack(chosen))
        return True

    def _walk(self, session: Session, outside: int = 0) -> str:
        """Lead through the questions of a session; return on which side they were left.

        How many rows lie *outside* of what is led through, is said where not all of them do.
        """
        self.session = session
        came_from: int | None = None
        while len(self.session.frames) > outside:
            before = self.session
            asked = _QUESTIONS.get(before.question.kind, TypedQuestion)(before, self._means)
            if came_from is not None:
                asked.return_from(came_from)
            self.session = self.saver.keep(asked.ask())
            seen = self.session.remembering(before.frames[0].question.id)
            self.session = self.saver.keep(seen)
            came_from = self._way_out_of(before)
        return self.session.left_by

    def _way_out_of(self, before: Session) -> int | None:
        """Return the position of the thing just left, when its list is asked next."""
        within = before.frame.within
        if not self.session.frames or self.session.path != within[:-1]:
            return None
        item_id = before.draft.said((*within, "id"))
        now = self.session.things.position(str(item_id)) if item_id else None
        return int(within[-1]) if now is None else now

    def _choose(
        self, options: Sequence[Option], asked: Iterable[Line] = (), *, menu: Menu | None = None
    ) -> str | None:
        """Return what was chosen from a menu that is about no question."""

        def front_page(_menu: Menu) -> Iterable[Line]:
            return page_lines(self._means.preview, self.session.answers)

        manner = Manner(preview=front_page)
        return choose(self.screen, options, tuple(asked), menu=menu, manner=manner)

    def _where_in(self, progress: Progress) -> str | None:
        """Ask where to begin in a chapter that was begun before: the id of a question."""
        draft = self.session.draft
        asked = [one.id for one in progress.chapter.questions if draft.is_asked(one)]
        begin, see = (
            Option(_BEGIN, "Begin at the first question"),
            Option(REVIEW, "See the answers"),
        )
        following = progress.next
        if following is None or progress.is_done:
            return self._choose((see, begin))
        where = f"question {asked.index(following.id) + 1} of {len(asked)}"
        label = f"Continue at {where}"
        if draft.state(following) is State.DECIDED:
            label = f"Continue with your {plural(following.thing or 'thing')}, {where}"
        return self._choose((Option(following.id, label), begin, see))

    def _chapter_done(self, chapter: Chapter) -> None:
        progress = self.session.progress_in(chapter)
        left = progress.total - progress.decided
        still, once = f"{left} things are", "Once they are decided:"
        if left == 1:
            still, once = "One thing is", "Once it is decided:"
        told = [Line(chapter.outcome, "good")]
        if left:
            told = [
                Line(f"{still} left for later in this chapter.", "good"),
                Line(f"{once} {chapter.outcome.replace(' now ', ' ', 1)}"),
            ]
        self.screen.show(Line(""), *told)

    def _draft_done(self) -> None:
        asked = (
            Line(""),
            Line("That is a first draft of your whole playbook.", "good"),
            Line("What you did not change yet shows there as a suggestion."),
        )
        options = (
            Option("stop", "Stop here and look at the site"),
            Option("on", "Go on with the chapters"),
        )
        if self._choose(options, asked) == "stop":
            raise Leaving(Reason.FINISHED)
