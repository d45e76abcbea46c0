"""``playbook check``: tell what is still missing."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from playbook.cli import options


@click.command("check")
@options.folder
@click.option(
    "--strict",
    is_flag=True,
    help="Also fail on what should be decided, not only on what must be mended.",
)
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="Tell what is overdue on another day, such as 2027-03-01.",
)
def command(folder: Path, strict: bool, today: datetime.datetime | None) -> None:
    """Tell what your playbook still lacks and what is overdue, with the line to change.

    Ends with exit code 1 when something must be mended.
    """
    from playbook.app.build import require_templates
    from playbook.app.folder import open_folder
    from playbook.cli import console
    from playbook.workspace import Workspace

    workspace = Workspace(folder)
    opened = open_folder(workspace)
    findings = opened.findings(today.date() if today else datetime.date.today())
    console.show_findings(findings, opened)
    require_templates(workspace, opened)
    click.echo()
    console.show_way_on(findings, folder)
    click.echo(f"Altogether: {console.summary(findings, opened)}.")
    failing = {"error", "warning"} if strict else {"error"}
    if any(finding.severity in failing for finding in findings):
        raise click.exceptions.Exit(1)
