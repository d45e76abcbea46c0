"""Find the method and the starter packs: those that come with the program, and the owner's."""

from __future__ import annotations

from playbook.method.load import Packs, load_method, pack_files
from playbook.method.models import Method
from playbook.resources import data_root
from playbook.workspace import Workspace

CONTENT = "content"


def known_method() -> Method:
    """Return the method that comes with the program; raise ContentError where it is spoilt."""
    return load_method(data_root() / CONTENT)


def known_packs(workspace: Workspace, method: Method) -> Packs:
    """Return every starter pack: ours, and those in the owner's folder."""
    own = workspace.packs if workspace.packs.is_dir() else None
    return Packs(pack_files(data_root() / CONTENT, own), method)
