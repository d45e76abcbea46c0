"""Say with click which commands there are: each in a module of its own, loaded when it is called.

In come arguments and options; out go messages and an exit code. It knows how a message looks, and
nothing of how the work is done, which is for ``app``.
"""

from __future__ import annotations

import importlib
from typing import Any

import click

from playbook import __version__

COMMANDS = ("new", "interview", "build", "serve", "check", "brand", "export", "packs", "demo")


class Commands(click.Group):
    """A group that loads a command when it is asked for, and tells errors as messages."""

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run the program, whatever letters the console lacks."""
        from playbook.cli.stand_ins import use_stand_ins

        use_stand_ins()
        return super().main(*arguments, **options)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands in the order in which an owner meets them."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        cmd_name: str,
    ) -> click.Command | None:
        """Return the command called *cmd_name*."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"playbook.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a mistake the user can mend ends with a message and exit code 1."""
        from playbook.errors import PlaybookError, refusal
        from playbook.words import clean

        try:
            return super().invoke(ctx)
        except PlaybookError as error:
            raise click.ClickException(clean(str(error))) from error
        except BrokenPipeError:
            raise  # whoever read our output has gone; click ends quietly
        except OSError as error:
            # Rights, a full disk, a vanished share: whatever a computer may refuse.
            place = f": {error.filename}" if error.filename else ""
            raise click.ClickException(clean(f"{refusal(error, str(error))}{place}.")) from error


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
)
@click.version_option(__version__, "-V", "--version", prog_name="playbook")
def main() -> None:
    """Write down how your business treats its customers, and build it as a website.

    Start with: playbook new my-business
    """
