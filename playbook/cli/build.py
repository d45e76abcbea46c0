"""``playbook build``: make the website."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.cli import options


@click.command("build")
@options.folder
@options.engine
def command(folder: Path, engine: str) -> None:
    """Make the website from your answers.

    The old site stays as it is until the new one is complete.
    """
    from playbook import flow
    from playbook.cli import console
    from playbook.workspace import Workspace

    workspace = Workspace(folder)
    reading = flow.read(workspace)
    console.show_built(flow.build(workspace, reading, engine))
    click.echo(f"Still open: {console.summary(flow.check(reading))}. See: playbook check")
