"""Let people write a longer answer in the editor they are used to."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

_USUAL = ("nano", "vim", "vi", "notepad")


def edited(text: str, *, environ: Mapping[str, str] = os.environ) -> str | None:
    """Return *text* as it was left in the editor, or None where no editor can be started."""
    command = _command(environ)
    if not command:
        return None
    with tempfile.TemporaryDirectory(prefix="playbook-") as folder:
        file = Path(folder) / "answer.txt"
        file.write_text(text + "\n", encoding="utf-8")
        try:
            ended = subprocess.run([*command, str(file)], check=False)  # noqa: S603 - their editor
        except OSError:
            return None
        if ended.returncode:
            return None
        return file.read_text(encoding="utf-8", errors="replace").rstrip("\n")


def editor_name(environ: Mapping[str, str] = os.environ) -> str:
    """Return what the editor is called that would be opened, or an empty text."""
    return Path((_command(environ) or [""])[0]).stem


def _command(environ: Mapping[str, str]) -> list[str]:
    wanted = environ.get("VISUAL") or environ.get("EDITOR")
    if wanted:
        return shlex.split(wanted, posix=os.name != "nt")
    found = next((path for name in _USUAL if (path := shutil.which(name))), None)
    return [found] if found else []
