"""Lead from an owner's folder to its pages and its site."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from playbook.app.folder import Folder
from playbook.draft.not_for_us import refused_pages
from playbook.errors import AnswersError, TemplateError, did_you_mean
from playbook.language.language import Language
from playbook.method.load import CONTENT
from playbook.model.editions import Edition
from playbook.pages.catalogue import build_pages
from playbook.pages.journey_map import MapPage
from playbook.pages.parts import Page
from playbook.poster.poster import ADDRESS, poster
from playbook.render.environment import SUFFIX
from playbook.render.render import render
from playbook.resources import data_root
from playbook.site.links import with_places, without_links_to
from playbook.site.menu import menu
from playbook.site.site import Built, build_site
from playbook.workspace import Workspace

TEMPLATES = "templates"
SITE_CONFIG = "site_config"


def watched(workspace: Workspace) -> tuple[Path, ...]:
    """Return the files and folders whose change asks for a new build."""
    own = (workspace.answers, workspace.templates, workspace.packs, workspace.languages)
    shipped = (data_root() / folder for folder in (CONTENT, TEMPLATES, SITE_CONFIG))
    return (*own, workspace.brand, *shipped)


def require_templates(workspace: Workspace, opened: Folder) -> None:
    """Raise TemplateError where a page of *opened* cannot be made."""
    editions: tuple[Edition, ...] = ("manager", "customer")
    for edition in editions:
        markdown_of(workspace, pages_of(opened, edition), opened.language, opened.left_out)


def pages_of(opened: Folder, edition: Edition = "manager") -> tuple[Page, ...]:
    """Return the pages of an edition, in menu order, without those that are not for the owner.

    Raise AnswersError where the answers leave out the first page, or one that there is not.
    """
    everything = _pages(opened, "manager")
    names = [page.address.html for page in everything]
    problems = [*refused_pages(opened.answers, opened.lines.document, names, names[0])]
    if problems:
        raise AnswersError(problems)
    pages = everything if edition == "manager" else _pages(opened, edition)
    return tuple(page for page in pages if str(page.address) not in opened.left_out)


def _pages(opened: Folder, edition: Edition) -> tuple[Page, ...]:
    return build_pages(opened.playbook, opened.method, edition, opened.decided, opened.language)


def build(
    workspace: Workspace, opened: Folder, engine: str = "mkdocs", edition: Edition = "manager"
) -> Built:
    """Build the site of an edition of *opened* into the owner's folder.

    Raise TemplateError, TreeError, EngineError or WorkspaceError; the last good site then stays
    as it was.
    """
    workspace.refuse_links(workspace.home_of(edition))
    pages = pages_of(opened, edition)
    return build_site(
        markdown_of(workspace, pages, opened.language, opened.left_out),
        menu(pages),
        opened.playbook.business.name,
        opened.look,
        folder=workspace.home_of(edition),
        config=data_root() / SITE_CONFIG,
        language=opened.language,
        engine=engine,
        files=_drawings(pages, opened),
        search=opened.method.search,
        public=edition == "customer",
    )


def _drawings(pages: Sequence[Page], opened: Folder) -> dict[str, bytes]:
    """Return what is drawn for the wall, by place in the tree."""
    name, look = opened.playbook.business.name, opened.look
    for page in pages:
        if isinstance(page, MapPage):
            drawn = poster(page, name, opened.language, look.colour, look.logo_picture())
            return {f"docs/{ADDRESS}": drawn} if drawn else {}
    return {}


def markdown_of(
    workspace: Workspace,
    pages: Sequence[Page],
    language: Language,
    left_out: Sequence[str] = (),
) -> dict[str, str]:
    """Return the Markdown of *pages* by place in the tree; the owner's templates come first.

    Links to pages that are *left_out* are plain text in it.
    """
    folders = [data_root() / TEMPLATES]
    own = workspace.templates
    if own.is_dir():
        _require_known_templates(own)
        folders.append(own)
    printed = without_links_to(left_out, render(pages, folders, language))
    if own.is_dir():
        names = {file.name for file in own.iterdir()}
        by_owner = (str(page.address) for page in pages if page.kind + SUFFIX in names)
        printed = with_places(printed, frozenset(by_owner))
    return {f"docs/{address}": text for address, text in printed.items()}


def _require_known_templates(own: Path) -> None:
    """Raise TemplateError for a file that nothing would read: no template has its name."""
    known = {file.name for file in (data_root() / TEMPLATES).glob("*.j2")}
    for file in sorted(own.iterdir()):
        if not file.name.startswith((".", "_")) and file.name not in known:
            mend = did_you_mean(file.name, known) or "docs/templates.md lists the names."
            raise TemplateError(f"{file}: there is no page with such a template.\n    {mend}")
