"""Lead the conversation: home, chapters, the quick path, the review."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from playbook.draft.progress import State, state_of
from playbook.errors import ContentError
from playbook.interview.session import Session
from playbook.method.models import Chapter, Question
from playbook.parse.reading import Option
from playbook.terminal.choice import Choosing, ChoosingSeveral
from playbook.terminal.home import (
    BUILD,
    DRAFT,
    LEAVE,
    NEWS,
    PACK,
    RESTART,
    REVIEW,
    home_lines,
    home_menu,
    home_options,
    overview,
)
from playbook.terminal.keeper import Keeper
from playbook.terminal.numbered_menu import Manner, choose, menu_of
from playbook.terminal.pack import choose_trade
from playbook.terminal.page_view import Preview, no_preview, page_lines
from playbook.terminal.question import Asking, Means
from playbook.terminal.review import review, review_entries
from playbook.terminal.screen.screen import Leaving, Line, Menu, Reason, Screen
from playbook.terminal.texts import plural
from playbook.terminal.thing_list import Listing
from playbook.terminal.welcome import welcome

_ASKING: dict[str, type[Asking]] = {
    "choice": Choosing,
    "several": ChoosingSeveral,
    "things": Listing,
}


class Conversation:
    """An interview under way: the session so far, on a screen, with every answer kept."""

    def __init__(
        self,
        session: Session,
        screen: Screen,
        keeper: Keeper,
        preview: Preview = no_preview,
    ) -> None:
        self.session = session
        self.screen = screen
        self.keeper = keeper
        self._means = Means(screen, keeper.store, keeper.keep, preview)

    def first_draft(self) -> None:
        """Lead through the pack and the quick questions, then on to the site or the chapters."""
        chosen = self.session.answers.get("pack")
        if chosen is None:
            self.screen.show(*welcome(self.session))
        elif chosen not in self.session.packs:
            self.screen.show(Line(f"There is no starter pack “{chosen}” here.", "notice"))
        if chosen not in self.session.packs:
            self.choose_pack()
        while self._walk(self.session.in_quick_path()) == "beginning":
            # The trade is the question before the first.
            if not self.choose_pack():
                return
        if self.session.left_by == "end":
            self._draft_done()

    def home(self) -> None:
        """Lead to whatever the owner wants to do next, until they leave."""
        while True:
            view = overview(self.session)
            options = home_options(view)
            chosen = self._choose(options, home_menu(view, options), tuple(home_lines(view)))
            if chosen is None:
                continue
            if chosen == LEAVE:
                raise Leaving(Reason.LEFT)
            actions: dict[str, Callable[[], object]] = {
                DRAFT: self.first_draft,
                NEWS: self.news,
                REVIEW: self.review,
                BUILD: self.build,
                PACK: self.choose_pack,
                RESTART: self.start_over,
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
        if self._walk(self.session.in_chapter(chapter, start=start)) == "end":
            self._chapter_done(chapter)

    def questions(self, questions: Sequence[Question], title: str) -> None:
        """Lead through some questions alone."""
        self._walk(self.session.in_questions(questions, title))

    def news(self) -> None:
        """Lead through what is new or changed since the owner answered, and nothing else."""
        found = self.session.news()
        if not found:
            self.screen.show(Line("Nothing is new since you answered.", "good"))
            return
        for one in found:
            self.screen.show(Line(f"{one.question.label}: {one.what}.", "offer", 2, "–"))
        self.questions([one.question for one in found], "New and changed")

    def build(self) -> None:
        """Leave for the website, unless the one answer it needs is missing."""
        if self.session.answers.get("business.name") is None:
            self.screen.show(Line("The website needs the name of the business first.", "notice"))
            return
        raise Leaving(Reason.FINISHED)

    def start_over(self) -> None:
        """Put the answers aside in a copy and begin anew, once the owner has said so twice."""
        options = (Option("no", "Keep my answers"), Option("yes", "Start over with none"))
        asked = (Line("Start over? A copy of your answers stays in the folder.", "question"),)
        if self._choose(options, menu_of(options), asked) != "yes":
            return
        copy = self.keeper.store.set_aside(self.session.today)
        self.screen.show(
            Line(f"Your answers so far are kept in {copy}.", "good"),
            Line(f"To have them back, leave and give that file the name {self.keeper.store.name}."),
        )
        self.session = self.keeper.keep(self.session.emptied())
        self.first_draft()

    def review(self, chapters: Sequence[Chapter] = ()) -> None:
        """Show the answers and jump to any, until the owner has seen enough."""
        cursor = 0
        while True:
            reviewed = review(self.session, chapters or self.session.method.chapters)
            options = [Option(one.question.id, one.question.label, one.words) for one in reviewed]
            asked = (
                Line(""),
                Line("Your answers", "title"),
                Line("A number or a word in it goes to that answer. < goes back.", "faint"),
            )
            menu = Menu(review_entries(reviewed), cursor if self.screen.fills_in else None)
            chosen = self._choose(options, menu, asked)
            if chosen is None:
                return
            cursor = [option.value for option in options].index(chosen)
            self.questions([reviewed[cursor].question], reviewed[cursor].chapter.title)

    def choose_pack(self) -> bool:
        """Ask for the trade, whose starter pack brings suggestions; return whether one was chosen.

        Packs that cannot be read are told, and the one in use stays.
        """
        try:
            chosen = choose_trade(self.session, self.screen)
        except ContentError as error:
            if self.session.answers.get("pack") is None:
                raise
            self.screen.show(Line(str(error), "notice"))
            return False
        if chosen is None:
            return False
        pack = self.session.packs[chosen]
        whose = f", by {pack.author}, fingerprint {pack.fingerprint}" if pack.author else ""
        told = f"→ {pack.name} (starter pack, version {pack.version}{whose})"
        self.screen.show(Line(told, "good"))
        self.session = self.keeper.keep(self.session.with_pack(chosen))
        return True

    def _walk(self, session: Session) -> str:
        """Lead through the questions of a session; return on which side they were left."""
        self.session = session
        came_from: tuple[int, ...] = ()
        while self.session.frames:
            asking = _ASKING.get(self.session.question.kind, Asking)
            asked = asking(self.session, self._means)
            if came_from:
                asked.return_from(came_from[-1])
            before, outer = self.session, self.session.frames[0]
            after = self.keeper.keep(asked.ask())
            self.session = self.keeper.keep(after.remembering(outer.questions[outer.at].id))
            came_from = self._way_out_of(before)
        return self.session.left_by

    def _choose(
        self, options: Sequence[Option], menu: Menu, asked: Sequence[Line] = ()
    ) -> str | None:
        """Return what was chosen from a menu that is about no question."""

        def front_page() -> Iterator[Line]:
            return page_lines(self._means.preview, self.session.answers)

        return choose(self.screen, options, menu, asked, Manner(preview=front_page))

    def _way_out_of(self, before: Session) -> tuple[int, ...]:
        """Return the position of the thing just left, when its list is asked next."""
        if not self.session.frames:
            return ()
        here = self.session.path
        if before.path[: len(here)] != here or len(before.path) == len(here):
            return ()
        position = int(before.path[len(here)])
        item_id = before.draft.said((*here, position, "id"))
        now = self.session.things.position(str(item_id)) if item_id else None
        return (position if now is None else now,)

    def _where_in(self, chapter: Chapter) -> str | None:
        """Ask where to begin in a chapter that was begun before: the id of a question."""
        progress = self.session.progress_in(chapter)
        asked = [one.question.id for one in review(self.session, (chapter,))]
        options = [
            Option(asked[0], "Begin at the first question"),
            Option("review", "See the answers"),
        ]
        if progress.next is not None and not progress.is_done:
            following = progress.next
            where = f"question {asked.index(following.id) + 1} of {len(asked)}"
            label = f"Continue at {where}"
            if state_of(self.session.draft, following) is State.DECIDED:
                label = f"Continue with your {plural(following.thing or 'thing')}, {where}"
            options.insert(0, Option(following.id, label))
        else:
            options.reverse()
        menu = menu_of(options)
        return self._choose(options, menu)

    def _chapter_done(self, chapter: Chapter) -> None:
        progress = self.session.progress_in(chapter)
        left = progress.total - progress.decided
        if not left:
            self.screen.show(Line(""), Line(chapter.outcome, "good"))
            return
        still = "One thing is" if left == 1 else f"{left} things are"
        once = "Once it is decided:" if left == 1 else "Once they are decided:"
        self.screen.show(
            Line(""),
            Line(f"{still} left for later in this chapter.", "good"),
            Line(f"{once} {chapter.outcome.replace(' now ', ' ', 1)}"),
        )

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
        if self._choose(options, menu_of(options), asked) == "stop":
            raise Leaving(Reason.FINISHED)
