"""``playbook serve``: show the website and keep it up to date while you work."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.cli import options

if TYPE_CHECKING:
    from playbook.model.editions import Edition


@click.command("serve")
@options.folder
@options.engine
@click.option(
    "--edition",
    type=click.Choice(options.EDITIONS),
    default="manager",
    show_default=True,
    help=options.EDITION_HELP,
)
@click.option("--port", default=8000, show_default=True, help="The first port to try.")
def command(folder: Path, engine: str, edition: Edition, port: int) -> None:
    """Show the website on this computer, and build it again when you change something.

    Stop with Ctrl-C.
    """
    from playbook.app.build import build, watched
    from playbook.app.folder import open_folder
    from playbook.cli import console
    from playbook.errors import PlaybookError
    from playbook.site.dev_server import Callbacks, Preview, serve
    from playbook.workspace import Workspace

    workspace = Workspace(folder).require()

    def failed(error: PlaybookError) -> None:
        click.secho(
            f"{console.shown(str(error))}\nThe last good site stays up.", fg="red", err=True
        )

    preview = Preview(
        build=lambda: build(workspace, open_folder(workspace), engine, edition),
        site=workspace.home_of(edition) / "site",
        watched=watched(workspace),
        port=port,
    )
    tell = Callbacks(
        ready=lambda address: click.echo(f"Open {address} in a browser. Stop with Ctrl-C."),
        built=lambda: click.echo("Built."),
        failed=failed,
    )
    try:
        serve(preview, tell)
    except KeyboardInterrupt:
        click.echo("\nStopped.")
