"""Lead the conversation: home, chapters, the quick path, the review."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from playbook.interview.amounts import Unclear
from playbook.interview.asking import Asking
from playbook.interview.choosing import Choosing, ChoosingSeveral
from playbook.interview.home import (
    DRAFT,
    LEAVE,
    PACK,
    REVIEW,
    home_lines,
    home_menu,
    home_options,
)
from playbook.interview.keeping import Keeper
from playbook.interview.keys import Key, key_in
from playbook.interview.listing import Listing
from playbook.interview.opening import draft_is_open, pack_options, welcome
from playbook.interview.reading import Option, pick, typed
from playbook.interview.review import review, review_entries
from playbook.interview.screen import Leaving, Line, Menu, MenuEntry, Prompt, Reason, Screen
from playbook.interview.session import Session
from playbook.interview.wording import KEYS, humanised
from playbook.method.models import Chapter, Question

_ASKING: dict[str, type[Asking]] = {
    "choice": Choosing,
    "several": ChoosingSeveral,
    "things": Listing,
}


class Conversation:
    """An interview under way: the session so far, on a screen, with every answer kept."""

    def __init__(self, session: Session, screen: Screen, keeper: Keeper) -> None:
        self.session = session
        self.screen = screen
        self.keeper = keeper

    def first_draft(self) -> None:
        """Lead through the pack and the quick questions, then on to the site or the chapters."""
        if self.session.answers.get("pack") is None:
            self.screen.show(*welcome(self.session))
            self.choose_pack()
        if self._walk(self.session.in_quick_path()):
            self._draft_done()

    def home(self) -> None:
        """Lead to whatever the owner wants to do next, until they leave."""
        while True:
            draft_open = draft_is_open(self.session)
            self.screen.show(*home_lines(self.session, draft_open=draft_open))
            menu = home_menu(self.session, draft_open=draft_open)
            options = home_options(self.session, draft_open=draft_open)
            chosen = self._chosen(options, menu)
            if chosen is None:
                continue
            if chosen == LEAVE:
                raise Leaving(Reason.LEFT)
            actions: dict[str, Callable[[], None]] = {
                DRAFT: self.first_draft,
                REVIEW: self.review,
                PACK: self.choose_pack,
            }
            chapters = {one.id: one for one in self.session.method.chapters}
            if chosen in actions:
                actions[chosen]()
            else:
                self.chapter(chapters[chosen])

    def chapter(self, chapter: Chapter) -> None:
        """Lead through one chapter, from where it was left."""
        self.screen.show(Line(""), Line(chapter.title, "title"), Line(chapter.purpose))
        progress = self.session.progress_in(chapter)
        start = ""
        touched = progress.decided or any(
            q.id in self.session.answers.skipped for q in chapter.questions
        )
        if touched:
            chosen = self._where_in(chapter)
            if chosen is None:
                return
            if chosen == "review":
                self.review((chapter,))
                return
            start = chosen
        if self._walk(self.session.in_chapter(chapter, start=start)):
            self._chapter_done(chapter)

    def questions(self, questions: Sequence[Question], title: str) -> None:
        """Lead through some questions alone."""
        self._walk(self.session.in_questions(questions, title))

    def review(self, chapters: Sequence[Chapter] = ()) -> None:
        """Show the answers and jump to any, until the owner has seen enough."""
        cursor = 0
        while True:
            reviewed = review(self.session, chapters or self.session.method.chapters)
            options = [Option(one.question.id, humanised(one.question.fills)) for one in reviewed]
            self.screen.show(
                Line(""),
                Line("Your answers", "title"),
                Line("A number goes to that answer. < goes back.", "faint"),
            )
            menu = Menu(review_entries(reviewed), cursor)
            chosen = self._chosen(options, menu, enter=self.screen.fills_in)
            if chosen is None:
                return
            cursor = [option.value for option in options].index(chosen)
            self.questions([reviewed[cursor].question], reviewed[cursor].chapter.title)

    def choose_pack(self) -> None:
        """Ask for the trade, whose starter pack brings the suggestions."""
        options, menu = pack_options(self.session)
        self.screen.show(
            Line(""),
            Line("What kind of business is it?", "question"),
            Line("It brings suggestions and examples. You decide on each of them.", "faint"),
            Line("Type its number or your trade, then press Enter.", "faint"),
        )
        chosen = self._chosen(options, menu)
        if chosen is None:
            return
        pack = self.session.packs[chosen]
        self.screen.show(Line(f"→ {pack.name} (starter set, version {pack.version})", "good"))
        self.session = self.keeper.keep(self.session.with_pack(chosen))

    def _walk(self, session: Session) -> bool:
        """Lead through the questions of a session; return whether they were gone through."""
        self.session = session
        while self.session.frames:
            asking = _ASKING.get(self.session.question.kind, Asking)
            asked = asking(self.session, self.screen, self.keeper.store, self.keeper.keep)
            self.session = self.keeper.keep(asked.ask())
        return self.session.went_through

    def _where_in(self, chapter: Chapter) -> str | None:
        """Ask where to begin in a chapter that was begun before: the id of a question."""
        progress = self.session.progress_in(chapter)
        asked = [one.question.id for one in review(self.session, (chapter,))]
        options = [
            Option(asked[0], "Begin at the first question"),
            Option("review", "See the answers"),
        ]
        if progress.next is not None and not progress.is_done:
            number = asked.index(progress.next.id) + 1
            label = f"Continue at question {number} of {len(asked)}"
            options.insert(0, Option(progress.next.id, label))
        else:
            options.reverse()
        menu = Menu(tuple(MenuEntry(option.label) for option in options), 0)
        return self._chosen(options, menu)

    def _chosen(self, options: Sequence[Option], menu: Menu, *, enter: bool = True) -> str | None:
        """Return the value chosen from a menu, None for going back."""
        while True:
            text = self.screen.ask(Prompt(menu=menu))
            key = key_in(text)
            if key is Key.QUIT:
                raise Leaving(Reason.LEFT)
            if key is Key.EXPLAIN:
                self.screen.show(*KEYS)
                continue
            if key is not None:
                return None
            if not typed(text):
                if not enter:
                    return None
                if menu.cursor is not None:
                    return options[menu.cursor].value
            try:
                return pick(typed(text), options).value
            except Unclear as unclear:
                self.screen.show(Line(str(unclear), "notice"))

    def _chapter_done(self, chapter: Chapter) -> None:
        self.screen.show(Line(""), Line(chapter.outcome, "good"))
        progress = self.session.progress_in(chapter)
        left = progress.total - progress.decided
        if left:
            still = "one thing is" if left == 1 else f"{left} things are"
            self.screen.show(Line(f"In this chapter {still} left for later.", "faint"))

    def _draft_done(self) -> None:
        self.screen.show(
            Line(""),
            Line("That is a first draft of your whole playbook.", "good"),
            Line("What you did not change yet shows there as a suggestion."),
        )
        options = (
            Option("stop", "Stop here and look at the site"),
            Option("on", "Go on with the chapters"),
        )
        menu = Menu(tuple(MenuEntry(option.label) for option in options), 0)
        if self._chosen(options, menu) == "stop":
            raise Leaving(Reason.FINISHED)
