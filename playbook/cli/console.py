"""How messages, findings and addresses look in the terminal."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shlex
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.words import clean

if TYPE_CHECKING:  # the first question need not wait for what makes pages and sites
    from playbook.app.export import Exported
    from playbook.app.folder import Folder
    from playbook.checks import Finding, Severity
    from playbook.interview.session import Session
    from playbook.interview.set_option import Set
    from playbook.model.editions import Edition
    from playbook.site.site import Built
    from playbook.terminal.screen.screen import Reason
    from playbook.workspace import Workspace

MOST_COLUMNS = 100
_MOST_ALIKE = 5
"""How many of the same kind are told one by one."""
_COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "advice": "cyan"}
_HEADINGS: dict[Severity, str] = {
    "error": "Must be mended",
    "warning": "Should be decided",
    "advice": "Worth a thought",
}
_BUILT: dict[Edition, str] = {
    "manager": "Your playbook",
    "staff": "The playbook for your staff",
    "customer": "The page for your customers",
}


def shown(text: object) -> str:
    """Return text for the terminal, without codes that would change how it looks."""
    return re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", clean(str(text)))


def let_go_of_terminal() -> None:
    """Drop what is still to be printed to a window that was closed.

    Python would try to print it at its end, fail, and end with an exit code of its own.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def folder_option(folder: Path) -> str:
    """Return how to name *folder* in a command, which is nothing for the one we are in."""
    return "" if folder == Path() else f" --folder {shlex.quote(shown(folder))}"


def show_set(session: Session, done: Iterable[Set]) -> None:
    """Print how each answer that was set was understood, and what is still open."""
    from playbook.interview.home import home

    for one in done:
        click.echo(f"{shown(one.field)}: {shown(one.words)}")
    here = home(session)
    click.echo(f"{here.decided} of {here.total} answers decided.")
    if here.essential:
        click.echo(shown(here.essential))


def show_end(reason: Reason, exit_code: int, workspace: Workspace) -> None:
    """Show the website when the draft is done; end with the code that says how it went."""
    from playbook.terminal.screen.screen import Reason

    if reason is Reason.HUNG_UP:
        let_go_of_terminal()
    if exit_code:
        raise click.exceptions.Exit(exit_code)
    if reason is Reason.FINISHED:
        from playbook.app.build import build
        from playbook.app.folder import open_folder

        click.echo("Making your website. This takes a few seconds.")
        show_built(build(workspace, open_folder(workspace)))


def show_to_do(findings: Iterable[Finding]) -> None:
    """Print what is to be answered or done, below a heading for each severity.

    Of many alike the first few stand for all.
    """
    for severity, graver in groupby(findings, lambda one: one.severity):
        click.secho(f"\n{_HEADINGS[severity]}", fg=_COLOURS[severity], bold=True)
        for _, alike in groupby(graver, lambda one: one.rule):
            told = [_wrapped(shown(one.plainly), indent="  – ") for one in alike]
            click.echo("\n".join(told[:_MOST_ALIKE]))
            if len(told) > _MOST_ALIKE:
                click.echo(f"    and {len(told) - _MOST_ALIKE} more like these")


def show_as_json(findings: Iterable[Finding], opened: Folder) -> None:
    """Print findings for other programs; the line is null where the file has none yet."""
    told = [
        {
            "rule": one.rule,
            "severity": one.severity,
            "question": one.plainly,
            "what": one.what,
            "mend": one.mend,
            "path": opened.named(one.path),
            "asks": [opened.named(field) for field in one.asks],
            "file": opened.lines.document.name,
            "line": opened.line(one),
        }
        for one in findings
    ]
    # All in ASCII: a stand-in for “ would be a quotation mark, and end the text it stands in.
    click.echo(json.dumps(told, indent=2))


def show_findings(findings: Iterable[Finding], opened: Folder) -> None:
    """Print findings below a heading for each severity, with file, line and mend."""
    told: Severity | None = None
    for finding in findings:
        if finding.severity != told:
            told = finding.severity
            click.secho(f"\n{_HEADINGS[told]}", fg=_COLOURS[told], bold=True)
        what = f"{opened.place(finding)}: {shown(finding.what)} [{finding.rule}]"
        click.echo(_wrapped(what, indent="  "))
        click.echo(_wrapped(shown(finding.mend), indent="      "))


def show_way_on(findings: Sequence[Finding], opened: Folder, folder: Path) -> None:
    """Print the commands that ask about what was found, and how much it is altogether."""
    click.echo()
    end = folder_option(folder)
    pressing = (str(each.path[0]) for each in findings if each.severity != "advice")
    commands = [f"  playbook interview {chapter}{end}" for chapter in dict.fromkeys(pressing)]
    _show_list("Answer with:", commands)
    click.echo(f"Altogether: {summary(findings, opened)}.")


def _show_list(heading: str, listed: Sequence[str]) -> None:
    if listed:
        click.echo("\n".join([heading, *listed]))


def _wrapped(text: str, *, indent: str = "") -> str:
    width = min(shutil.get_terminal_size().columns, MOST_COLUMNS)
    hanging = " " * len(indent) + ("" if indent.strip() else "  ")
    return click.wrap_text(text, width, initial_indent=indent, subsequent_indent=hanging)


def summary(findings: Iterable[Finding], opened: Folder) -> str:
    """Return how many findings there are of each severity and how much is decided, in words."""
    counts = Counter[str](finding.severity for finding in findings)
    words = {"error": "to mend", "warning": "to settle", "advice": "worth a thought"}
    parts = [f"{counts[severity]} {words[severity]}" for severity in words if counts[severity]]
    decided, total = opened.decided
    return f"{', '.join(parts) or 'nothing to mend'}; {decided} of {total} answers decided"


def show_built(built: Built, edition: Edition = "manager") -> None:
    """Print where the site of an edition is, and what its brand needed."""
    _show_notes(built.warnings)
    click.echo(f"{_BUILT[edition]} is ready. Open it in a browser:")
    click.secho(f"  {built.address}", bold=True)


def show_untold(promises: Mapping[str, str]) -> None:
    """Print which promises the page for customers leaves out, and why."""
    told = [f"{shown(promise)}: {why}." for promise, why in promises.items()]
    _show_list("Not on that page:", [_wrapped(one, indent="  - ") for one in told])


def show_exported(made: Exported) -> None:
    """Print where the files for paper are, and what is worth knowing about them."""
    _show_notes(made.notes)
    files = [click.style(f"  {shown(file)}", bold=True) for file in made.files]
    _show_list("Ready to print:", files)


def _show_notes(notes: Iterable[str]) -> None:
    for note in notes:
        click.secho(_wrapped(f"Note: {shown(note)}"), fg="yellow", err=True)
