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
