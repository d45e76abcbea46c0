"""The options that several commands share."""

from __future__ import annotations

import os
from pathlib import Path

import click


def _as_typed(_: click.Context, __: click.Parameter, typed: tuple[str, ...]) -> tuple[str, ...]:
    """Return words as they were typed, where Python knows ASCII only and kept bytes instead."""
    return tuple(
        os.fsencode(one).decode("utf-8", "replace") if _holds_bytes(one) else one for one in typed
    )


def _holds_bytes(text: str) -> bool:
    return any("\udc80" <= character <= "\udcff" for character in text)


folder = click.option(
    "-f",
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    show_default="the folder you are in",
    help="Your playbook's folder.",
)
engine = click.option(
    "--engine",
    type=click.Choice(["mkdocs", "properdocs", "zensical"]),
    default="mkdocs",
    show_default=True,
    help="The program that turns the pages into a website.",
)
EDITIONS = ("manager", "staff", "customer")
EDITION_HELP = (
    "For whom: manager holds everything; staff leaves out targets, results, what hurts today and "
    "how much each role may spend; customer is one page, your promise to them."
)
plain = click.option(
    "--plain",
    is_flag=True,
    help="Numbered choices and plain lines, for screen readers and simple terminals.",
)
settings = click.option(
    "--set",
    "settings",
    multiple=True,
    callback=_as_typed,
    metavar="FIELD=VALUE",
    help="Answer one question, such as business.name=Rosewater; may be repeated.",
)
no_input = click.option("--no-input", is_flag=True, help="Ask nothing.")
