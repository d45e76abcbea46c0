"""``playbook new``: start a playbook in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.cli import options


@click.command("new")
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--answers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Start from these answers, without any question.",
)
@options.plain
def command(directory: Path, answers: Path | None, plain: bool) -> None:
    """Start a playbook in DIRECTORY and ask the first questions.

    About ten minutes give you a complete first draft. You can stop at any time and go on
    later with: playbook interview
    """
    from playbook import flow
    from playbook.cli import console, interview
    from playbook.workspace import Workspace

    workspace = Workspace(directory)
    flow.require_free(workspace)
    if answers is None:
        interview.require_person("Start from a file with: playbook new DIRECTORY --answers FILE")
    flow.start(workspace, answers)
    if answers is None:
        interview.hold(workspace, plain=plain)
    else:
        click.echo(f"Your answers are in {console.shown(workspace.answers)}.")
        click.echo(f"Now build the website: playbook build{console.folder_option(directory)}")
