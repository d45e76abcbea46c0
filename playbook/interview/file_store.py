"""Keep the answers of an interview in the owner's folder."""

from __future__ import annotations

import datetime
import itertools
import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urlparse

from playbook.answers.answers import Answers
from playbook.answers.atomic import replace_file
from playbook.answers.file import Loaded, load, save
from playbook.errors import WorkspaceError
from playbook.interview.memory import Memory
from playbook.interview.memory_file import save_memory
from playbook.interview.slug import slug

BRAND_FOLDER = "brand"
_LARGEST = 8 * 1024 * 1024
_KINDS = (".png", ".jpg", ".jpeg", ".webp", ".svg")
_FONTS = (".woff2", ".woff", ".ttf", ".otf")


class FileStore:
    """The answers file, as this interview knows it."""

    def __init__(self, file: Path, loaded: Loaded, memory: Path) -> None:
        self._file = file
        self._memory = memory
        self._digest = loaded.digest

    @property
    def name(self) -> str:
        """What the file is called."""
        return self._file.name

    def save(self, answers: Answers) -> None:
        """Write the answers to the file."""
        self._digest = save(self._file, answers, self._digest)

    def reload(self) -> Answers:
        """Return the answers as the file has them now."""
        loaded = load(self._file)
        self._digest = loaded.digest
        return loaded.answers

    def set_aside(self, today: datetime.date) -> str:
        """Copy the answers file beside itself under the date and return the name of the copy."""
        for number in itertools.count(1):
            again = f"-{number}" if number > 1 else ""
            copy = self._file.with_name(f"{self._file.stem}-{today.isoformat()}{again}.yml")
            if not copy.exists():
                break
        try:
            replace_file(copy, self._file.read_bytes())
        except OSError as error:
            reason = error.strerror or "the system refused"
            raise WorkspaceError(f"No copy of {self.name} could be made: {reason}.") from error
        return copy.name

    def remember(self, memory: Memory) -> None:
        """Write what the questions were to a file of its own."""
        save_memory(self._memory, memory)

    def bring(self, typed: str) -> str:
        """Copy a logo or font into the owner's folder and return its path there."""
        source = _path_in(typed, self._file.parent)
        if not source.is_file():
            what = "That is a folder" if source.is_dir() else "There is no file"
            raise WorkspaceError(
                f"{what}: {source}. You can drag the file into this window instead of typing."
            )
        ending = source.suffix.lower()
        if ending not in _KINDS + _FONTS:
            raise WorkspaceError(f"{source.name} is not a PNG, JPG, WebP or SVG picture.")
        if source.stat().st_size > _LARGEST:
            raise WorkspaceError(f"{source.name} is larger than 8 MB. Please make it smaller.")
        return self._copied(source, ending)

    def _copied(self, source: Path, ending: str) -> str:
        folder = self._file.parent / BRAND_FOLDER
        if source.resolve().is_relative_to(self._file.parent.resolve()):
            return source.resolve().relative_to(self._file.parent.resolve()).as_posix()
        target = folder / f"{slug(source.stem, taken=(), thing='logo')}{ending}"
        try:
            folder.mkdir(exist_ok=True)
            shutil.copyfile(source, target)
        except OSError as error:
            reason = error.strerror or "the system refused"
            raise WorkspaceError(f"{source.name} could not be copied: {reason}.") from error
        return f"{BRAND_FOLDER}/{target.name}"


def _path_in(typed: str, folder: Path) -> Path:
    """Return the path somebody typed, pasted or dragged into the terminal."""
    text = typed.strip()
    if text.startswith("file://"):
        text = unquote(urlparse(text).path)
    elif len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    elif not Path(text).exists():
        text = re.sub(r"\\(.)", r"\1", text)  # a terminal puts \ before a space it is given
    try:
        path = Path(text).expanduser()
    except RuntimeError:
        path = Path(text)
    return path.absolute() if path.exists() and not (folder / path).exists() else folder / path
