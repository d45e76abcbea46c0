"""``playbook build``: make the website."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.cli import options

if TYPE_CHECKING:
    from playbook.model.editions import Edition


@click.command("build")
@options.folder
@options.engine
@click.option(
    "--edition",
    "editions",
    type=click.Choice(options.EDITIONS),
    multiple=True,
    default=("manager",),
    show_default=True,
    help=f"{options.EDITION_HELP} May be repeated.",
)
def command(folder: Path, engine: str, editions: tuple[Edition, ...]) -> None:
    """Make the website from your answers.

    The old site stays as it is until the new one is complete. The editions for staff and for
    customers lie apart, below editions/.
    """
    from playbook.app.build import build
    from playbook.app.folder import open_folder
    from playbook.cli import console
    from playbook.workspace import Workspace

    workspace = Workspace(folder)
    opened = open_folder(workspace)
    for edition in dict.fromkeys(editions):
        console.show_built(build(workspace, opened, engine, edition), edition)
        if edition == "customer":
            console.show_untold(opened.untold())
    so_far = console.summary(opened.findings(datetime.date.today()), opened)
    click.echo(f"So far: {so_far}. See: playbook check")
