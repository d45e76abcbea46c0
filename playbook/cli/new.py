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
@click.option(
    "--packs",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Copy the starter packs in this folder into the new one.",
)
@options.settings
@options.no_input
@options.plain
def command(
    *,
    directory: Path,
    answers: Path | None,
    packs: Path | None,
    settings: tuple[str, ...],
    no_input: bool,
    plain: bool,
) -> None:
    """Start a playbook in DIRECTORY and ask the first questions.

    About ten minutes give you a complete first draft. You can stop at any time and go on
    later with: playbook interview
    """
    import datetime

    from playbook.app import interview as interviewing
    from playbook.cli import console
    from playbook.workspace import Workspace

    workspace = Workspace(directory)
    asks = answers is None and not no_input
    instead = "Start from a file with: playbook new DIRECTORY --answers FILE"
    interviewing.require_free(workspace)
    if asks:
        from playbook.terminal.screen.tty import require_person

        require_person(instead)
    today = datetime.date.today()
    if settings or packs or workspace.packs.is_dir():
        interviewing.rehearse(workspace, settings, today, answers=answers, packs=packs)
    interviewing.start(workspace, answers, packs)
    if settings or no_input:
        console.show_set(*interviewing.set_answers(workspace, settings, today))
    if asks:
        from playbook.interview.start import HOME
        from playbook.terminal.conversation import at_terminal

        lead = at_terminal(HOME, console.folder_option(directory), plain=plain, instead=instead)
        ended = interviewing.hold(workspace, lead)
        console.show_end(ended.reason, ended.exit_code, workspace)
    else:
        click.echo(f"Your answers are in {console.shown(workspace.answers)}.")
        click.echo(f"Now build the website: playbook build{console.folder_option(directory)}")
