"""Show the page on which an answer appears, as it stands now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from playbook.answers.answers import Answers
from playbook.errors import PlaybookError
from playbook.interview.session import Session
from playbook.model.paths import path_to
from playbook.terminal.screen.screen import Line

Preview: TypeAlias = Callable[[Answers, str, str], tuple[Line, ...]]
"""Returns the lines of a page made from some answers, given its kind and the id of its thing.

Raises PlaybookError where the page cannot be made.
"""
FRONT_PAGE = "welcome"
SHORT = 16
"""So many paragraphs of a page are shown at once: about what a terminal holds."""
_ENOUGH = 40
"""By so many characters an answer is recognised on its page."""


def no_preview(answers: Answers, kind: str, thing: str) -> tuple[Line, ...]:  # noqa: ARG001
    """Return what to say where pages cannot be shown."""
    return (Line("There are no pages to show here.", "notice"),)


def preview_lines(preview: Preview, session: Session, answer: str) -> Iterator[Line]:
    """Return the part of a page in which *answer*, that to the question asked, appears.

    It is the whole page where that is short, or where the answer is not on it.
    """
    kind = session.frames[0].question.appears or FRONT_PAGE
    yield from page_lines(preview, session.answers, kind, _thing(session), answer)


def page_lines(
    preview: Preview, answers: Answers, kind: str = FRONT_PAGE, thing: str = "", answer: str = ""
) -> Iterator[Line]:
    """Return a page, or the part of it around *answer*, between two lines that say so."""
    try:
        page = preview(answers, kind, thing)
    except PlaybookError as error:
        yield Line(f"The page cannot be shown yet. {error}", "notice")
        return
    part = _around(page, answer)
    yield Line("")
    yield Line("— The page as it is now —", "faint")
    yield from part
    rest = len(page) - len(part)
    end = f"The rest of the page: {rest} more paragraphs." if rest else "End of the page"
    yield Line(f"— {end} —", "faint")
    yield Line("")


def _around(page: tuple[Line, ...], answer: str) -> tuple[Line, ...]:
    """Return the title of a page and the section that holds *answer*, or the beginning."""
    if len(page) <= SHORT:
        return page
    wanted = " ".join(answer.split())[:_ENOUGH]
    holds = (at for at, line in enumerate(page) if wanted in " ".join(line.text.split()))
    found = next(holds, 0)  # no answer at all is found at once
    start = max((at for at in range(1, found + 1) if page[at].style == "question"), default=0)
    start = max(start, found - SHORT // 2)
    return (*page[: min(start, 1)], *page[start : start + SHORT])


def _thing(session: Session) -> str:
    """Return the id of the outermost thing we are in, or nothing outside of any."""
    within = session.frame.within[: len(path_to(session.frames[0].question.fills)) + 1]
    return str(session.draft.said((*within, "id")) or "")
