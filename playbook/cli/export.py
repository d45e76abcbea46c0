"""``playbook export``: make files to hand on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.cli import options

if TYPE_CHECKING:
    from playbook.app.export import Kind, Paper
    from playbook.model.editions import Edition

_KINDS = ("handbook", "poster", "cards")


@click.group("export")
def command() -> None:
    """Make files from your answers: for paper, or to hand on."""


@command.command("pdf")
@options.folder
@click.option(
    "--paper",
    type=click.Choice(["a4", "letter"]),
    default="a4",
    show_default=True,
    help="The paper in your printer. The poster is A3, or 11 by 17 inches.",
)
@click.option(
    "--only",
    type=click.Choice(_KINDS),
    multiple=True,
    default=_KINDS,
    help="Make only this; may be repeated.",
)
@click.option(
    "--edition",
    type=click.Choice(["manager", "staff"]),
    default="manager",
    show_default=True,
    help="For whom. The page for customers is printed from a browser.",
)
def pdf(folder: Path, paper: Paper, only: tuple[Kind, ...], edition: Edition) -> None:
    """Make a handbook, a poster and cards to print, into print/ or editions/staff/print/.

    The handbook holds every page, with contents and page numbers. The poster is the journey map.
    The cards, two to a sheet, hold one touchpoint or one role each.

    Needs the extra: pip install "cx-playbook[pdf]"
    """
    from playbook.app import export as exporting
    from playbook.app.build import pages_of
    from playbook.app.folder import open_folder
    from playbook.cli import console
    from playbook.paper.printer import require
    from playbook.workspace import Workspace

    require()
    workspace = Workspace(folder)
    opened = open_folder(workspace)
    pages = pages_of(opened, edition)
    click.echo("Making the files for paper. This may take a minute.", err=True)
    made = exporting.export(workspace, opened, pages, edition=edition, paper=paper, only=only)
    console.show_exported(made)
