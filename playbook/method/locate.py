"""Find the method and the starter packs: those that come with the program, and the owner's."""

from __future__ import annotations

from playbook.errors import Problem
from playbook.method.load import Packs, load_method, pack_files
from playbook.method.models import Method
from playbook.resources import data_root
from playbook.workspace import Workspace
from playbook.yamlfile import Document

CONTENT = "content"


def known_method() -> Method:
    """Return the method that comes with the program; raise ContentError where it is spoilt."""
    return load_method(data_root() / CONTENT)


def known_packs(workspace: Workspace, method: Method) -> Packs:
    """Return every starter pack: ours, and those in the owner's folder."""
    own = workspace.packs if workspace.packs.is_dir() else None
    return Packs(pack_files(data_root() / CONTENT, own), method)


def spoilt_choice(document: Document) -> list[Problem]:
    """Return the problem with the starter pack that some answers name, if it can be no name."""
    said = document.data.get("pack") if isinstance(document.data, dict) else None
    if isinstance(said, str | None):
        return []
    what = "The starter pack must be one word."
    return [document.problem(("pack",), what, "Write it as pack: cafe")]
