"""``playbook interview``: answer questions, and go on where you stopped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from playbook.cli import options

if TYPE_CHECKING:
    from playbook.terminal.interview import Start
    from playbook.terminal.screen.screen import Line
    from playbook.workspace import Workspace


@click.command("interview")
@click.argument("chapter", default="")
@click.option("--ask", "questions", multiple=True, help="Ask only this question; may be repeated.")
@click.option("--only", is_flag=True, help="End after the chapter.")
@click.option("--open", "still_open", is_flag=True, help="Ask only what is still open.")
@click.option("--new", "news", is_flag=True, help="Ask only what is new or has changed.")
@options.settings
@options.no_input
@options.folder
@options.plain
def command(
    *,
    chapter: str,
    questions: tuple[str, ...],
    only: bool,
    still_open: bool,
    news: bool,
    settings: tuple[str, ...],
    no_input: bool,
    folder: Path,
    plain: bool,
) -> None:
    """Answer questions, all or those of one CHAPTER, and go on where you stopped.

    Every answer is saved at once. The chapters: business, customers, promise, journey,
    people, fairness, scorecard, listening, improvements, reviews, brand.

    \b
    Exit codes:
      0    the interview was left in order, or everything was set
      1    something has to be mended first, or the input ended
      2    the command was not understood
      129  the terminal was closed; what you answered is saved
      130  Ctrl-C; what you answered is saved
      143  the system asked to end; what you answered is saved
    """  # noqa: D301 - click reads the escaped mark
    from playbook.terminal.interview import Start
    from playbook.workspace import Workspace

    start = Start()
    if questions:
        start = Start("questions", questions=questions)
    elif still_open:
        start = Start("open")
    elif news:
        start = Start("new")
    elif chapter:
        start = Start("chapter", chapter=chapter, alone=only)
    workspace = Workspace(folder).require()
    if no_input and start != Start():
        raise click.UsageError("--no-input asks nothing, so it goes with no chapter or question.")
    if settings or no_input:
        set_all(workspace, settings)
    if not no_input:
        hold(workspace, start, plain=plain)


def set_all(workspace: Workspace, settings: tuple[str, ...]) -> None:
    """Set some answers without asking, and say how each was understood and what is open."""
    import datetime

    from playbook.answers.file import locked
    from playbook.app.interview import set_answers
    from playbook.cli import console
    from playbook.terminal.home import how_far

    with locked(workspace.answers):
        session, done = set_answers(workspace, settings, datetime.date.today())
    for one in done:
        click.echo(f"{console.shown(one.field)}: {console.shown(one.words)}")
    for line in how_far(session):
        click.echo(console.shown(line.text))


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

    from playbook.answers.file import locked
    from playbook.app.interview import open_interview
    from playbook.cli import console
    from playbook.terminal.interview import Start, Surroundings, interview
    from playbook.terminal.screen.screen import Reason
    from playbook.terminal.screen.tty import open_screen

    def preview(*page: Any) -> tuple[Line, ...]:
        # Loaded when somebody asks for a page: it takes longer than a question should.
        from playbook.app.page_preview import page_as_text

        return page_as_text(workspace, session, *page)

    option = console.folder_option(workspace.folder)
    with locked(workspace.answers):
        session, store = open_interview(workspace, datetime.date.today())
        require_person(
            f"Edit {console.shown(workspace.answers)} in any text editor, or set single answers "
            "with --set and --no-input."
        )
        go_on = f"playbook interview{option}{' --plain' if plain else ''}"
        around = Surroundings(go_on, f"playbook build{option}", preview)
        outcome = interview(
            session,
            screen=open_screen(plain=plain),
            store=store,
            start=start or Start(),
            around=around,
        )
    if outcome.reason is Reason.HUNG_UP:
        console.let_go_of_terminal()
    if outcome.exit_code:
        raise click.exceptions.Exit(outcome.exit_code)
    if outcome.reason is Reason.FINISHED:
        from playbook.app import build as flow

        click.echo("Making your website. This takes a few seconds.")
        console.show_built(flow.build(workspace, flow.read(workspace)))
