"""Let people write a longer answer in the editor they are used to."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from playbook.terminal.screen.screen import Line

_USUAL = ("nano", "vim", "vi", "notepad")
_LEAVING = dict.fromkeys(("vi", "vim"), " To leave it: press Esc, type :wq and press Enter.")


def edited(
    text: str, show: Callable[[Line], None], *, environ: Mapping[str, str] = os.environ
) -> str | None:
    """Return *text* as it was left in the editor, or None where no editor can be started.

    Say first which editor opens, and how one leaves it: many people never met vi.
    """
    command = _command(environ)
    if not command:
        return None
    name = Path(command[0]).stem
    leave = _LEAVING.get(name, "")
    show(Line(f"Opening {name}. Save and close it to come back here.{leave}", "faint"))
    with tempfile.TemporaryDirectory(prefix="playbook-") as folder:
        file = Path(folder) / "answer.txt"
        file.write_text(text + "\n", encoding="utf-8")
        try:
            subprocess.run([*command, str(file)], check=True)  # noqa: S603 - their editor
        except (OSError, subprocess.CalledProcessError):
            return None
        return file.read_text(encoding="utf-8", errors="replace").rstrip("\n")


def _command(environ: Mapping[str, str]) -> list[str]:
    """Return the command of the editor a person wants, or else of one that is there."""
    wanted = environ.get("VISUAL") or environ.get("EDITOR")
    if wanted:
        return shlex.split(wanted, posix=os.name != "nt")
    return [path for name in _USUAL if (path := shutil.which(name))][:1]
