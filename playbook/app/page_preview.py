"""Show a page of an owner's playbook as text, made from the answers of the moment."""

from __future__ import annotations

from collections.abc import Sequence

from playbook.answers.answers import Answers
from playbook.app.build import markdown_of
from playbook.app.folder import language_of
from playbook.draft.compose import compose_unnamed
from playbook.errors import TemplateError
from playbook.interview.session import Session
from playbook.pages.catalogue import build_pages
from playbook.pages.parts import Page
from playbook.render.plain_text import Style as TextStyle
from playbook.render.plain_text import plain_text
from playbook.terminal.screen.screen import Line, Style
from playbook.workspace import Workspace
from playbook.yamlfile import Document

_OVERVIEWS = {"touchpoint": "journey", "stage": "journey", "role": "people"}
"""The page that lists the things of which each has a page of its own."""
_STYLES: dict[TextStyle, Style] = {
    "title": "title",
    "heading": "question",
    "subheading": "question",
    "faint": "faint",
}


def page_as_text(
    workspace: Workspace, session: Session, answers: Answers, kind: str, thing: str
) -> tuple[Line, ...]:
    """Return the lines of the page of a *kind*, about the thing with an id where it is about one.

    Raise AnswersError or TemplateError where the page cannot be made.
    """
    draft = session.draft_of(answers)
    playbook = compose_unnamed(draft, Document("answers.yml"), "Your business")
    language = language_of(workspace, draft, playbook)
    page = _page(build_pages(playbook, session.plain, language=language), kind, thing)
    (text,) = markdown_of(workspace, [page], language).values()
    return tuple(
        Line(one.text, _STYLES.get(one.style, "plain"), one.indent, one.mark)
        for one in plain_text(text)
    )


def _page(pages: Sequence[Page], kind: str, thing: str) -> Page:
    """Return the page of a thing, or the one that lists them; raise TemplateError for none."""
    wanted = [page for page in pages if page.address == f"{kind}-{thing}.md"]
    overview = _OVERVIEWS.get(kind, kind)
    wanted += [page for page in pages if page.kind == overview]
    if not wanted:
        raise TemplateError("Nothing on it is known.")
    return wanted[0]
