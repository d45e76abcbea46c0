"""``playbook new``: start a playbook in a folder of its own."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.cli import options
from playbook.errors import SettingsError, WorkspaceError

if TYPE_CHECKING:
    from playbook.workspace import Workspace

_INSTEAD = "Start from a file with: playbook new FOLDER --answers FILE"
_NAME_A_FOLDER = "Name a folder for the playbook, such as: playbook new my-playbook"


@click.command("new")
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
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
    folder: Path | None,
    answers: Path | None,
    packs: Path | None,
    settings: tuple[str, ...],
    no_input: bool,
    plain: bool,
) -> None:
    """Start a playbook in FOLDER and ask the first questions.

    Without a folder it asks what your business is called, and proposes one.

    About ten minutes give you a complete first draft. You can stop at any time and go on
    later with: playbook interview
    """
    import datetime

    from playbook.app import interview as interviewing
    from playbook.cli import console

    asks = answers is None and not no_input
    name, workspace = _place(folder, asks=asks)
    today = datetime.date.today()
    if settings or packs or workspace.packs.is_dir():
        interviewing.rehearse(workspace, settings, today, answers=answers, packs=packs)
    interviewing.start(workspace, answers, packs)
    if settings or no_input:
        console.show_set(*interviewing.set_answers(workspace, settings, today))
    if name:
        # A name that is doubted is asked once more, in the interview.
        with contextlib.suppress(SettingsError):
            interviewing.set_answers(workspace, [f"business.name={name}"], today)
    end = console.folder_option(workspace.folder)
    if asks:
        from playbook.interview.start import HOME
        from playbook.terminal.conversation import at_terminal

        lead = at_terminal(HOME, end, plain=plain, instead=_INSTEAD)
        ended = interviewing.hold(workspace, lead)
        console.show_end(ended.reason, ended.exit_code, workspace)
    else:
        click.echo(f"Your answers are in {console.shown(workspace.answers)}.")
        click.echo(f"Now build the website: playbook build{end}")


def _place(folder: Path | None, *, asks: bool) -> tuple[str, Workspace]:
    """Return the folder for a new playbook, and the name of the business if that was asked."""
    from playbook.app.interview import require_free
    from playbook.terminal.screen.tty import require_person
    from playbook.workspace import Workspace

    name = ""
    if folder is None:
        if not (asks and sys.stdin.isatty() and sys.stdout.isatty()):
            raise click.UsageError(_NAME_A_FOLDER)
        name, folder = _asked()
    workspace = Workspace(folder)
    require_free(workspace)
    if asks:
        require_person(_INSTEAD)
    return name, workspace


def _asked() -> tuple[str, Path]:
    """Ask what the business is called, and into which folder its playbook goes."""
    from playbook.answers.slug import slug
    from playbook.app.interview import require_free
    from playbook.workspace import Workspace

    name: str = click.prompt("What is your business called?", prompt_suffix=" ")
    proposed = slug(name, taken=(), thing="playbook")
    while True:
        folder: Path = click.prompt(
            "Into which folder does its playbook go?",
            default=Path(proposed),
            prompt_suffix=" ",
            type=click.Path(path_type=Path, file_okay=False),
        )
        try:
            require_free(Workspace(folder))
        except WorkspaceError as error:
            click.echo(str(error), err=True)
        else:
            return name, folder
