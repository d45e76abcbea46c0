"""Lead from an owner's folder to a playbook, its findings and its site: the whole way, once."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from playbook.answers.answers import NOT_FOR_US, PAGE, Answers
from playbook.answers.file import inspect
from playbook.answers.schema import write_schema
from playbook.brand.look import Look, design
from playbook.checks import Finding, find, find_in_writing, gravest_first, written
from playbook.draft.compose import compose
from playbook.draft.declined import declined_pages
from playbook.draft.draft import Draft
from playbook.draft.lines import Lines
from playbook.draft.memory import load_memory
from playbook.draft.upgrade import upgraded
from playbook.errors import (
    AnswersError,
    BrandError,
    TemplateError,
    WorkspaceError,
    did_you_mean,
)
from playbook.method.load import CONTENT, known_method, known_packs, spoilt_choice
from playbook.method.models import Method
from playbook.model.editions import Edition
from playbook.model.playbook import Playbook
from playbook.pages.catalogue import build_pages
from playbook.pages.customer_promise import not_for_customers
from playbook.pages.journey_map import MapPage
from playbook.pages.parts import Page
from playbook.poster.poster import ADDRESS, poster
from playbook.render.environment import SUFFIX
from playbook.render.render import render
from playbook.resources import GENERIC, data_root
from playbook.site.assembly import Built, build_site
from playbook.site.contents import menu
from playbook.site.left_out import without_links_to
from playbook.site.links import with_places
from playbook.workspace import Workspace

TEMPLATES = "templates"
SITE_CONFIG = "site_config"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an owner's folder says, together with the method it was read by."""

    draft: Draft
    lines: Lines
    playbook: Playbook
    look: Look
    method: Method

    @property
    def answers(self) -> Answers:
        """What the owner said."""
        return self.draft.answers

    @property
    def left_out(self) -> tuple[str, ...]:
        """The files of the pages that are not for the owner."""
        return tuple(f"{name.removesuffix(PAGE)}.md" for name in declined_pages(self.answers))

    def place(self, finding: Finding) -> str:
        """Return the file and line that a finding is about."""
        name = self.lines.document.name
        if not self.lines.is_there(finding.path):
            return f"{name}, not there yet"
        return f"{name}, line {self.lines.line(finding.path)}"


def read(workspace: Workspace) -> Reading:
    """Read an owner's folder.

    Raise AnswersError with every problem, slips of YAML and answers that do not fit alike;
    ContentError or WorkspaceError.
    """
    return read_file(workspace.require().answers, workspace)


def read_file(file: Path, workspace: Workspace) -> Reading:
    """Read the answers in *file* as those of an owner's folder; raise as ``read`` does."""
    loaded = inspect(file)
    if not isinstance(loaded.document.data, dict):
        raise AnswersError(loaded.document.problems)
    method = known_method()
    packs = known_packs(workspace, method)
    problems = [*loaded.document.problems, *spoilt_choice(loaded.document)]
    name = loaded.answers.pack
    if name not in packs:
        # The pack that was probably meant keeps one slip from making many more.
        name = next(iter(difflib.get_close_matches(name, packs, n=1)), GENERIC)
        what = f"There is no starter pack “{loaded.answers.pack}”."
        mend = f"Choose from: {', '.join(sorted(packs))}."
        problems.append(loaded.document.problem(("pack",), what, mend))
    draft = Draft.over(loaded.answers, packs[name], method)
    draft, _ = upgraded(draft, load_memory(workspace.memory))
    try:
        playbook, lines = compose(draft, loaded.document)
    except AnswersError as error:
        raise AnswersError([*problems, *error.problems]) from None
    if problems:
        raise AnswersError(problems)
    look = replace(_look(playbook, lines, workspace.folder), language=draft.pack.language)
    return Reading(draft, lines, playbook, look, method)


def _look(playbook: Playbook, lines: Lines, folder: Path) -> Look:
    try:
        return design(playbook.brand, playbook.business.name, folder)
    except BrandError as error:
        problems = [lines.problem(("brand", key), what) for key, what in error.faults]
        raise AnswersError(problems) from None


def watched(workspace: Workspace) -> tuple[Path, ...]:
    """Return the files and folders whose change asks for a new build."""
    own = (workspace.answers, workspace.templates, workspace.packs, workspace.brand)
    shipped = (data_root() / folder for folder in (CONTENT, TEMPLATES, SITE_CONFIG))
    return (*own, *shipped)


def check(reading: Reading) -> tuple[Finding, ...]:
    """Return what the playbook still lacks, and what in its file is not clear."""
    entries = written(reading.lines.tree)
    return gravest_first((*find(reading.playbook), *find_in_writing(entries)))


def require_templates(workspace: Workspace, reading: Reading) -> None:
    """Raise TemplateError where a page of *reading* cannot be made."""
    editions: tuple[Edition, ...] = ("manager", "customer")
    for edition in editions:
        texts(workspace, pages_of(reading, edition), reading.left_out)


def pages_of(reading: Reading, edition: Edition = "manager") -> tuple[Page, ...]:
    """Return the pages of an edition, in menu order, without those that are not for the owner.

    Raise AnswersError where the answers leave out the first page, or one that there is not.
    """
    pages = build_pages(reading.playbook, reading.method, edition)
    names = [page.address.html for page in pages]
    for at, name in enumerate(declined_pages(reading.answers)):
        if name == names[0]:
            what, mend = f"“{name}” is where everybody begins.", "Take it off the list."
        elif edition == "manager" and name not in names:
            what = f"There is no page “{name}” to leave out."
            mend = (
                did_you_mean(name, names) or "Write the end of its address, as a browser shows it."
            )
        else:
            continue
        raise AnswersError([reading.lines.document.problem((NOT_FOR_US, at), what, mend)])
    return tuple(page for page in pages if str(page.address) not in reading.left_out)


def untold(reading: Reading) -> tuple[str, ...]:
    """Return the promises that the edition for customers leaves out."""
    return tuple(promise.name.plain for promise in not_for_customers(reading.playbook))


def build(
    workspace: Workspace, reading: Reading, engine: str = "mkdocs", edition: Edition = "manager"
) -> Built:
    """Build the site of an edition of *reading* into the owner's folder.

    Raise TemplateError, TreeError, EngineError or WorkspaceError; the last good site then stays
    as it was.
    """
    workspace.refuse_links(workspace.home_of(edition))
    pages = pages_of(reading, edition)
    return build_site(
        texts(workspace, pages, reading.left_out),
        menu(pages),
        reading.playbook.business.name,
        reading.look,
        folder=workspace.home_of(edition),
        config=data_root() / SITE_CONFIG,
        engine=engine,
        files=_drawings(pages, reading),
        search=reading.method.search,
        public=edition == "customer",
    )


def _drawings(pages: Sequence[Page], reading: Reading) -> dict[str, bytes]:
    """Return what is drawn for the wall, by place in the tree."""
    name, look = reading.playbook.business.name, reading.look
    maps = [page for page in pages if isinstance(page, MapPage)]
    drawn = [poster(page, name, look.colour, look.logo_picture()) for page in maps]
    return {f"docs/{ADDRESS}": content for content in drawn if content}


def texts(
    workspace: Workspace, pages: Sequence[Page], left_out: Sequence[str] = ()
) -> dict[str, str]:
    """Return the Markdown of *pages* by place in the tree; the owner's templates come first.

    Links to pages that are *left_out* are plain text in it.
    """
    folders = [data_root() / TEMPLATES]
    own = workspace.templates
    if own.is_dir():
        _require_known_templates(own)
        folders.append(own)
    printed = without_links_to(left_out, render(pages, folders))
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


def copy_example(name: str, into: Path) -> Workspace:
    """Copy the example called *name* below *into* and return its folder.

    A copy that is there already stays as its owner changed it. Raise WorkspaceError when there
    is no such example.
    """
    examples = data_root() / "examples"
    known = sorted(file.parent.name for file in examples.glob("*/answers.yml"))
    if name not in known:
        raise WorkspaceError(f"There is no example “{name}”. Choose from: {', '.join(known)}.")
    workspace = Workspace(into / name)
    if not workspace.answers.exists():
        ignored = shutil.ignore_patterns("build", "site", "editions", "print")
        shutil.copytree(examples / name, workspace.folder, ignore=ignored, dirs_exist_ok=True)
        write_schema(workspace.folder)
    return workspace
