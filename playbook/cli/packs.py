"""``playbook packs``: list the starter packs."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.cli import options


@click.command("packs")
@options.folder
def command(folder: Path) -> None:
    """List the starter packs: suggestions for a trade."""
    from playbook import flow
    from playbook.cli.console import shown
    from playbook.workspace import Workspace

    for pack in flow.known_packs(Workspace(folder)).values():
        click.secho(f"{pack.id}", bold=True, nl=False)
        click.echo(f"  {shown(pack.name)}\n    {shown(pack.about)}")
