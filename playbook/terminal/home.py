"""Show the chapters with their progress, what is essential, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playbook.draft.progress import Progress
from playbook.interview.session import Session
from playbook.parse.reading import Option
from playbook.terminal.screen.screen import Line, Menu, MenuEntry
from playbook.terminal.texts import progress_words
from playbook.terminal.welcome import draft_is_open

DRAFT, NEWS, REVIEW, PACK = "draft", "news", "review", "pack"
BUILD, RESTART, LEAVE = "build", "restart", "leave"


@dataclass(frozen=True, slots=True)
class Overview:
    """How far the whole interview is."""

    session: Session
    progress: tuple[Progress, ...]
    fresh: int
    """How many questions are new or changed."""
    draft_open: bool
    """Whether the first draft is not done yet."""


def overview(session: Session) -> Overview:
    """Return how far the whole interview is."""
    return Overview(session, session.progress(), len(session.news()), draft_is_open(session))


def home_lines(view: Overview) -> Iterator[Line]:
    """Say what is essential and still open, and what to do next."""
    name = view.session.answers.get("business.name")
    yield Line("")
    yield Line(f"{name}: your playbook" if isinstance(name, str) else "Your playbook", "title")
    yield from _essential(view.progress)
    if view.fresh:
        yield Line(f"New or changed since you answered: {_questions(view.fresh)}.", "notice")
    if view.draft_open:
        yield Line("Next: the first draft. Ten minutes give you a site to look at.", "offer")
        return
    following = next_chapter(view.progress)
    if following is None:
        yield Line("Everything is decided. Well done.", "good")
    else:
        minutes = f"about {following.minutes} minute{'s' if following.minutes != 1 else ''}"
        yield Line(f"Next: {following.chapter.title}, {minutes}.", "offer")


def _questions(count: int) -> str:
    return f"{count} question{'s' if count != 1 else ''}"


def how_far(session: Session) -> Iterator[Line]:
    """Say how much is decided, and what is essential and still open."""
    progress = session.progress()
    decided, total = sum(one.decided for one in progress), sum(one.total for one in progress)
    yield Line(f"{decided} of {total} answers decided.", "good")
    yield from _essential(progress)


def _essential(progress: tuple[Progress, ...]) -> Iterator[Line]:
    open_ones = [question for one in progress for question in one.essential]
    if open_ones:
        names = ", ".join(one.label.lower() for one in open_ones)
        yield Line(f"Essential and still open: {names}.", "notice")


def next_chapter(progress: tuple[Progress, ...]) -> Progress | None:
    """Return the chapter to go on with: one with something essential, begun, or else untouched."""
    undone = [one for one in progress if not one.is_done]
    for wanted in (
        [one for one in undone if one.essential],
        [one for one in undone if one.fresh],
        undone,
    ):
        if wanted:
            return wanted[0]
    return None


def home_options(view: Overview) -> tuple[Option, ...]:
    """Return where the owner can go from home."""
    chapters = [Option(one.id, one.title) for one in view.session.method.chapters]
    draft = [Option(DRAFT, "First draft")] if view.draft_open else []
    fresh = [Option(NEWS, "New and changed questions")] if view.fresh else []
    rest = [
        Option(REVIEW, "Review all answers"),
        Option(BUILD, "Make the website"),
        Option(PACK, "Change the starter pack"),
        Option(RESTART, "Start over"),
        Option(LEAVE, "Leave"),
    ]
    return (*chapters, *draft, *fresh, *rest)


def home_menu(view: Overview, options: Sequence[Option]) -> Menu:
    """Return the menu of home, with the next thing to do offered."""
    details = {one.chapter.id: progress_words(one) for one in view.progress}
    details[DRAFT] = "a few short questions, about 10 minutes"
    details[NEWS] = _questions(view.fresh)
    details[BUILD] = "saves, leaves and builds it"
    details[RESTART] = "a copy of your answers is kept"
    details[PACK] = f"now: {view.session.pack.name}"
    details[LEAVE] = "everything is saved"
    entries = tuple(MenuEntry(one.label, details.get(one.value, "")) for one in options)
    return Menu(entries, [one.value for one in options].index(_offered(view)))


def _offered(view: Overview) -> str:
    """Return what to do next."""
    if view.draft_open:
        return DRAFT
    if view.fresh:
        return NEWS
    following = next_chapter(view.progress)
    return following.chapter.id if following else REVIEW
