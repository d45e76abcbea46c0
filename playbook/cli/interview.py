"""``playbook interview``: answer questions, and go on where you stopped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.cli import options

if TYPE_CHECKING:
    from playbook.interview.start import Place, Start
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
    import datetime

    from playbook.app import interview as interviewing
    from playbook.cli import console
    from playbook.workspace import Workspace

    start = _start(chapter, questions, alone=only, still_open=still_open, news=news)
    workspace = Workspace(folder).require()
    if no_input and start.at != "home":
        raise click.UsageError("--no-input asks nothing, so it goes with no chapter or question.")
    if settings or no_input:
        today = datetime.date.today()
        console.show_set(*interviewing.set_answers(workspace, settings, today))
    if not no_input:
        _hold(workspace, start, plain=plain)


def _hold(workspace: Workspace, start: Start, *, plain: bool) -> None:
    from playbook.app.interview import hold
    from playbook.cli import console
    from playbook.terminal.conversation import at_terminal

    instead = (
        f"Edit {console.shown(workspace.answers)} in any text editor, or set single answers with "
        "--set and --no-input."
    )
    end = console.folder_option(workspace.folder)
    ended = hold(workspace, at_terminal(start, end, plain=plain, instead=instead))
    console.show_end(ended.reason, ended.exit_code, workspace)


def _start(
    chapter: str, questions: tuple[str, ...], *, alone: bool, still_open: bool, news: bool
) -> Start:
    from playbook.interview.start import Start

    asked: dict[Place, object] = {
        "questions": questions,
        "open": still_open,
        "new": news,
        "chapter": chapter,
    }
    places = (place for place, is_meant in asked.items() if is_meant)
    return Start(next(places, "home"), chapter, questions, alone)
