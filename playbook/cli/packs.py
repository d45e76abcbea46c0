"""``playbook packs``: list the starter packs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.cli import options

if TYPE_CHECKING:
    from playbook.method.models import Pack


@click.command("packs")
@options.folder
def command(folder: Path) -> None:
    """List the starter packs: suggestions for a trade.

    Each with its version, who wrote it, and a fingerprint that changes with its file. Those in
    your own folder packs/ are marked.
    """
    from playbook.errors import ContentError, Problem
    from playbook.method.load import known_method, known_packs
    from playbook.method.packs import pack_files_in
    from playbook.workspace import Workspace

    workspace = Workspace(folder)
    own = {file.stem for file in pack_files_in(workspace.packs)}
    packs = known_packs(workspace, known_method())
    problems: list[Problem] = []
    for name in packs:
        try:
            _show(packs[name], is_own=name in own)
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)


def _show(pack: Pack, *, is_own: bool) -> None:
    from playbook.cli.console import shown

    click.secho(f"{pack.id}", bold=True, nl=False)
    whose = f", by {pack.author}" if pack.author else ""
    where = ""
    if is_own:
        where = f", from your folder packs/ (its file has the mark {pack.fingerprint})"
    click.echo(f"  {shown(pack.name)}\n    {shown(pack.about)}")
    click.secho(f"    version {shown(pack.version + whose)}{where}", dim=True)
