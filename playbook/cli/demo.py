"""``playbook demo``: build an example."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.cli import options


@click.command("demo")
@click.argument("example", default="cafe")
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo"),
    show_default=True,
    help="The folder to build the example in.",
)
@options.engine
def command(example: str, into: Path, engine: str) -> None:
    """Build an example playbook: cafe, plumbing or bookkeeping."""
    from playbook.app.build import build
    from playbook.app.demo import copy_example
    from playbook.app.folder import open_folder
    from playbook.cli import console

    workspace = copy_example(example, into)
    console.show_built(build(workspace, open_folder(workspace), engine))
    where = console.shown(workspace.answers)
    click.echo(f"Its answers are in {where}: change a line, then build again with")
    click.echo(f"  playbook build{console.folder_option(workspace.folder)}")
