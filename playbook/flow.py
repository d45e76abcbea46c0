"""Lead from an owner's folder to a playbook, its findings and its site: the whole way, once."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from playbook.answers.answers import Answers
from playbook.answers.build import build as build_playbook
from playbook.answers.file import load
from playbook.checks import Finding, find
from playbook.errors import AnswersError, WorkspaceError
from playbook.method.load import load_method, load_packs
from playbook.method.models import Method, Pack
from playbook.model.playbook import Playbook
from playbook.pages.catalogue import build_pages
from playbook.pages.journey import TouchpointPage
from playbook.pages.page import Page
from playbook.render.render import render
from playbook.resources import data_root
from playbook.site.brand import design
from playbook.site.build import Built, build_site
from playbook.site.menu import Menu, MenuEntry
from playbook.workspace import Workspace
from playbook.yamlfile import Document

CONTENT = "content"
TEMPLATES = "templates"
SITE_CONFIG = "site_config"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an owner's folder says, together with the method it was read by."""

    answers: Answers
    document: Document
    playbook: Playbook
    method: Method

    def place(self, finding: Finding) -> str:
        """Return the file and line that a finding is about."""
        return f"{self.document.name}, line {self.document.line(finding.path)}"


def known_packs(workspace: Workspace | None = None) -> dict[str, Pack]:
    """Return every starter pack: ours, and those in the owner's folder."""

    return load_packs(data_root() / CONTENT)


def read(workspace: Workspace) -> Reading:
    """Read an owner's folder.

    Raise AnswersError with every problem, ContentError or WorkspaceError.
    """
    loaded = load(workspace.require().answers)
    packs = known_packs(workspace)
    pack = packs.get(loaded.answers.pack)
    if pack is None:
        known = ", ".join(sorted(packs))
        problem = loaded.document.problem(
            ("pack",), f"There is no starter pack “{loaded.answers.pack}”.", f"Choose from: {known}."
        )
        raise AnswersError([problem])
    playbook = build_playbook(loaded.answers.data, loaded.document, pack.suggests)
    method = load_method(data_root() / CONTENT)
    return Reading(loaded.answers, loaded.document, playbook, method)


def check(reading: Reading) -> tuple[Finding, ...]:
    """Return what the playbook still lacks."""
    return find(reading.playbook)


def build(workspace: Workspace, reading: Reading, engine: str = "mkdocs") -> Built:
    """Build the site of *reading* into the owner's folder.

    Raise TemplateError, BrandError, TreeError, EngineError or WorkspaceError; the last good
    site then stays as it was.
    """
    pages = build_pages(reading.playbook, reading.method)
    folders = [data_root() / TEMPLATES]
    if workspace.templates.is_dir():
        folders.append(workspace.templates)
    name = reading.playbook.business.name
    config = data_root() / SITE_CONFIG
    look = design(reading.playbook.brand, name, workspace.folder)
    texts = {f"docs/{address}": text for address, text in render(pages, folders).items()}
    return build_site(
        texts, menu(pages), name, look, folder=workspace.folder, config=config, engine=engine
    )


def menu(pages: Iterable[Page]) -> Menu:
    """Return the menu of the site: stages and roles below their overviews, touchpoints below
    their stages.
    """
    entries: list[MenuEntry] = []
    parents = {"stage": "journey", "role": "people"}
    at: dict[str, int] = {}
    for page in pages:
        entry = MenuEntry(page.title, str(page.address))
        above = at.get(parents.get(page.kind, ""))
        if isinstance(page, TouchpointPage):
            journey = entries[at["journey"]]
            entries[at["journey"]] = _with_touchpoint(journey, page, entry)
        elif above is None:
            at[page.kind] = len(entries)
            entries.append(entry)
        else:
            entries[above] = _below(entries[above], entry)
    return tuple(entries)


def _with_touchpoint(journey: MenuEntry, page: TouchpointPage, entry: MenuEntry) -> MenuEntry:
    if page.stage is None:
        return _below(journey, entry)
    stages = tuple(
        _below(stage, entry) if stage.address == page.stage.address else stage
        for stage in journey.children
    )
    return replace(journey, children=stages)


def _below(entry: MenuEntry, child: MenuEntry) -> MenuEntry:
    return replace(entry, children=(*entry.children, child))


def copy_example(name: str, into: Path) -> Workspace:
    """Copy the example called *name* below *into*, over an earlier copy, and return its folder.

    Raise WorkspaceError when there is no such example.
    """
    examples = data_root() / "examples"
    known = sorted(file.parent.name for file in examples.glob("*/answers.yml"))
    if name not in known:
        raise WorkspaceError(f"There is no example “{name}”. Choose from: {', '.join(known)}.")
    target = into / name
    ignored = shutil.ignore_patterns("build", "site")
    shutil.copytree(examples / name, target, ignore=ignored, dirs_exist_ok=True)
    return Workspace(target)
