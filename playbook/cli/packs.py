"""``playbook packs``: list the starter packs."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.cli import options


@click.command("packs")
@options.folder
def command(folder: Path) -> None:
    """List the starter packs: suggestions for a trade.

    Each with its version, who wrote it, and a fingerprint that changes with its file. Those in
    your own folder packs/ are marked.
    """
    from playbook.cli.console import shown
    from playbook.method.known import known_method, known_packs
    from playbook.workspace import Workspace

    workspace = Workspace(folder)
    own = {file.stem for file in workspace.packs.glob("*.yml")}
    for pack in known_packs(workspace, known_method()).values():
        click.secho(f"{pack.id}", bold=True, nl=False)
        whose = f", by {pack.author}" if pack.author else ""
        where = ", from your folder packs/" if pack.id in own else ""
        click.echo(f"  {shown(pack.name)}\n    {shown(pack.about)}")
        click.secho(
            f"    version {shown(pack.version + whose)}{where}, fingerprint {pack.fingerprint}",
            dim=True,
        )
