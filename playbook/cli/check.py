"""``playbook check``: tell what is still missing."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.cli import options

if TYPE_CHECKING:
    from playbook.checks import Finding
    from playbook.workspace import Workspace


@click.command("check")
@options.folder
@click.option(
    "--strict",
    is_flag=True,
    help="Also fail on what should be decided, not only on what must be mended.",
)
@click.option(
    "--lines",
    is_flag=True,
    help="Tell each finding with its rule, the line in the file and how to write it.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the findings for other programs.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="Tell what is overdue on another day, such as 2027-03-01.",
)
def command(
    *, folder: Path, strict: bool, lines: bool, as_json: bool, today: datetime.datetime | None
) -> None:
    """Ask what your playbook still lacks and what is overdue, as a list of things to do.

    In a terminal you can answer at once. Ends with exit code 1 when something must be mended.
    """
    from playbook.app.build import require_templates
    from playbook.app.folder import open_folder
    from playbook.cli import console
    from playbook.workspace import Workspace

    if lines and as_json:
        raise click.UsageError("Choose one of --lines and --json.")
    workspace = Workspace(folder)
    day = today.date() if today else datetime.date.today()
    opened = open_folder(workspace)
    findings = opened.findings(day)
    if as_json:
        console.show_as_json(findings, opened)
    elif lines:
        console.show_findings(findings, opened)
        console.show_way_on(findings, opened, folder)
    else:
        console.show_to_do(findings)
        console.show_way_on(findings, opened, folder)
    require_templates(workspace, opened)
    if not (as_json or lines):
        findings = _answered(workspace, findings, day)
    failing = {"error", "warning"} if strict else {"error"}
    if any(finding.severity in failing for finding in findings):
        raise click.exceptions.Exit(1)


def _answered(
    workspace: Workspace, findings: tuple[Finding, ...], day: datetime.date
) -> tuple[Finding, ...]:
    """Offer to answer now, where somebody is there who can; return what is found afterwards."""
    is_somebody_there = sys.stdin.isatty() and sys.stdout.isatty()
    if not is_somebody_there or not any(finding.asks for finding in findings):
        return findings
    if not _is_wanted("Answer these now?"):
        return findings
    from playbook.app.folder import open_folder
    from playbook.app.interview import hold
    from playbook.cli import console
    from playbook.interview.start import Start
    from playbook.terminal.conversation import at_terminal

    end = console.folder_option(workspace.folder)
    ended = hold(workspace, at_terminal(Start("to do"), end, plain=False, instead=""), day)
    console.show_end(ended.reason, ended.exit_code, workspace)
    opened = open_folder(workspace)
    left = opened.findings(day)
    click.echo(f"Still to do: {console.summary(left, opened)}.")
    return left


def _is_wanted(offer: str) -> bool:
    """Return whether the owner takes an offer; whoever breaks off there does not."""
    try:
        return click.confirm(offer, default=True)
    except click.Abort:
        click.echo()
        return False
