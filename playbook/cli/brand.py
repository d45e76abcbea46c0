"""``playbook brand``: look at the colours before the website is built."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.cli import options


@click.command("brand")
@options.folder
def command(folder: Path) -> None:
    """Show your colours with their contrast, here and as a page.

    Areas keep your colour as it is. Links and small text use it darker or lighter where it would
    be hard to read.
    """
    from playbook.answers.program_files import write_own
    from playbook.app.folder import open_folder
    from playbook.brand.swatches import swatch_page, swatches
    from playbook.cli import console
    from playbook.workspace import Workspace

    workspace = Workspace(folder)
    opened = open_folder(workspace)
    for title, group in swatches(opened.look):
        click.secho(f"\n{title}", bold=True)
        for swatch in group:
            sample = click.style(" Aa ", fg=_rgb(swatch.colour), bg=_rgb(swatch.behind))
            click.echo(f"  {sample} {swatch.told}")
    for warning in opened.look.warnings:
        click.secho(f"\nNote: {console.shown(warning)}", fg="yellow", err=True)
    page = workspace.own / "brand.html"
    write_own(page, swatch_page(opened.look, opened.playbook.business.name).encode())
    if page.is_file():
        click.echo("\nAs a page:")
        click.secho(f"  {page.absolute().as_uri()}", bold=True)


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue
