"""``playbook interview``: answer questions, and go on where you stopped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.cli import options

if TYPE_CHECKING:
    from playbook.interview.interview import Start
    from playbook.workspace import Workspace


@click.command("interview")
@click.argument("chapter", default="")
@click.option("--ask", "questions", multiple=True, help="Ask only this question; may be repeated.")
@click.option("--only", is_flag=True, help="End after the chapter.")
@click.option("--open", "still_open", is_flag=True, help="Ask only what is still open.")
@options.folder
@options.plain
def command(
    chapter: str,
    questions: tuple[str, ...],
    only: bool,
    still_open: bool,
    folder: Path,
    plain: bool,
) -> None:
    """Answer questions, all or those of one CHAPTER, and go on where you stopped.

    Every answer is saved at once. The chapters: business, customers, promise, journey,
    people, fairness, scorecard, listening, improvements, reviews, brand.
    """
    from playbook.interview.interview import Start
    from playbook.workspace import Workspace

    start = Start()
    if questions:
        start = Start("questions", questions=questions)
    elif still_open:
        start = Start("open")
    elif chapter:
        start = Start("chapter", chapter=chapter, alone=only)
    hold(Workspace(folder).require(), start, plain=plain)


def require_person(instead: str) -> None:
    """Raise WorkspaceError where nobody can answer: no terminal, no pipe and no file of answers."""
    import os
    import stat
    import sys

    from playbook.errors import WorkspaceError

    try:
        # A device that is no terminal is the empty one that scheduled programs are given.
        mode = os.fstat(sys.stdin.fileno()).st_mode
        nobody = stat.S_ISCHR(mode) and not sys.stdin.isatty()
    except (AttributeError, OSError, ValueError):
        nobody = True
    if nobody:
        raise WorkspaceError(f"There is no terminal here to ask questions in. {instead}")


def hold(workspace: Workspace, start: Start | None = None, *, plain: bool) -> None:
    """Hold an interview in *workspace*, and show the website when the draft is done.

    End with the exit code that says how the interview went.
    """
    import datetime

    from playbook import flow
    from playbook.answers.file import locked
    from playbook.cli import console
    from playbook.interview.interview import Commands, Start, interview
    from playbook.interview.screen import Reason
    from playbook.interview.terminal import open_screen

    option = console.folder_option(workspace.folder)
    commands = Commands(f"playbook interview{option}", f"playbook build{option}")
    with locked(workspace.answers):
        session, store = flow.open_interview(workspace, datetime.date.today())
        require_person(f"Edit {console.shown(workspace.answers)} instead, in any text editor.")
        outcome = interview(
            session,
            screen=open_screen(plain=plain),
            store=store,
            start=start or Start(),
            commands=commands,
        )
    if outcome.exit_code:
        raise click.exceptions.Exit(outcome.exit_code)
    if outcome.reason is Reason.FINISHED:
        click.echo("Making your website. This takes a few seconds.")
        console.show_built(flow.build(workspace, flow.read(workspace)))
