"""Show as menus how far the chapters are, what to do next, and all answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from playbook.interview.home import BUILD, DRAFT, LEAVE, NEWS, PACK, RESTART, REVIEW, TO_DO, Home
from playbook.interview.review import Reviewed
from playbook.parse.choices import Option
from playbook.terminal.screen.screen import Line, Menu, MenuEntry
from playbook.terminal.texts import counted, progress_words

_LABELS = {
    DRAFT: "First draft",
    NEWS: "New and changed questions",
    TO_DO: "What is missing, vague or overdue",
    REVIEW: "Review all answers",
    BUILD: "Make the website",
    PACK: "Change the starter pack",
    RESTART: "Start over",
    LEAVE: "Leave",
}
_DETAILS = {
    DRAFT: "a few short questions, about 10 minutes",
    TO_DO: "what matters most comes first",
    BUILD: "saves, leaves and builds it",
    RESTART: "a copy of your answers is kept",
    LEAVE: "everything is saved",
}


def home_lines(home: Home) -> Iterator[Line]:
    """Say what is essential and still open, and what to do next."""
    name = home.session.answers.get("business.name")
    yield Line("")
    yield Line(f"{name}: your playbook" if isinstance(name, str) else "Your playbook", "title")
    yield from _notices(home)
    yield _next(home)


def _notices(home: Home) -> Iterator[Line]:
    if home.essential:
        yield Line(home.essential, "notice")
    if home.news:
        fresh = counted(home.news, "question")
        yield Line(f"New or changed since you answered: {fresh}.", "notice")


def _next(home: Home) -> Line:
    following = home.next_chapter
    if home.draft_is_open:
        return Line("Next: the first draft. Ten minutes give you a site to look at.", "offer")
    if following is None:
        return Line("Everything is decided. Well done.", "good")
    minutes = counted(following.minutes, "minute")
    return Line(f"Next: {following.chapter.title}, about {minutes}.", "offer")


def home_options(home: Home) -> list[Option]:
    """Return where the owner can go from home."""
    labels = {one.id: one.title for one in home.session.method.chapters} | _LABELS
    return [Option(place, labels[place]) for place in home.places]


def home_menu(home: Home, options: Sequence[Option]) -> Menu:
    """Return the menu of home, with the next thing to do offered."""
    details = {one.chapter.id: progress_words(one) for one in home.progress} | _DETAILS
    details[NEWS] = counted(home.news, "question")
    details[PACK] = f"now: {home.session.pack.name}"
    entries = tuple(MenuEntry(one.label, details.get(one.value, "")) for one in options)
    return Menu(entries, home.places.index(home.next_place))


def review_entries(reviewed: Iterable[Reviewed]) -> tuple[MenuEntry, ...]:
    """Return the review as a menu from which to jump to any answer."""
    entries: list[MenuEntry] = []
    headings: set[str] = set()
    for one in reviewed:
        heading = "" if one.chapter.title in headings else one.chapter.title
        headings.add(heading)
        entries.append(MenuEntry(f"{one.question.label}: {one.words}", heading=heading))
    return tuple(entries)
