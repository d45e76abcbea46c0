"""Show the page on which an answer appears, as it stands now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from playbook.answers.answers import Answers
from playbook.errors import PlaybookError
from playbook.interview.places import value_at
from playbook.interview.screen import Line
from playbook.interview.session import Session

Preview: TypeAlias = Callable[[Answers, str, str], tuple[Line, ...]]
"""Returns the lines of a page made from some answers, given its kind and the id of its thing.

Raises PlaybookError where the page cannot be made.
"""
FRONT_PAGE = "welcome"


def no_preview(answers: Answers, kind: str, thing: str) -> tuple[Line, ...]:  # noqa: ARG001
    """Return what to say where pages cannot be shown."""
    return (Line("There are no pages to show here.", "notice"),)


def preview_lines(preview: Preview, session: Session) -> Iterator[Line]:
    """Return the page on which the answer to the question of *session* appears."""
    outermost = session.frames[0]
    question = outermost.questions[outermost.at]
    kind = question.appears or FRONT_PAGE
    yield from page_lines(preview, session.answers, kind, _thing(session))


def page_lines(
    preview: Preview, answers: Answers, kind: str = FRONT_PAGE, thing: str = ""
) -> Iterator[Line]:
    """Return a page between two lines that say where it begins and ends."""
    try:
        page = preview(answers, kind, thing)
    except PlaybookError as error:
        yield Line(f"The page cannot be shown yet. {error}", "notice")
        return
    yield Line("")
    yield Line("— The page as it is now —", "faint")
    yield from page
    yield Line("— End of the page —", "faint")
    yield Line("")


def _thing(session: Session) -> str:
    """Return the id of the outermost thing we are in, or nothing."""
    where = session.frame.within
    position = next((at for at, step in enumerate(where) if isinstance(step, int)), None)
    if position is None:
        return ""
    found = value_at(session.answers, (*where[: position + 1], "id"))
    return str(found) if found else ""
