"""Put an example where somebody can look at it and change it."""

from __future__ import annotations

import shutil
from pathlib import Path

from playbook.answers.schema import write_schema
from playbook.errors import WorkspaceError
from playbook.resources import data_root
from playbook.workspace import Workspace


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
