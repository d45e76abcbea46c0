"""Keep the answers of an interview in the owner's folder."""

from __future__ import annotations

import datetime
import itertools
import os
import re
from pathlib import Path
from urllib.parse import unquote, urlparse

from playbook.answers.answers import Answers
from playbook.answers.atomic import replace_file
from playbook.answers.file import Loaded, load, save
from playbook.answers.slug import slug
from playbook.draft.memory import Memory, save_memory
from playbook.errors import WorkspaceError
from playbook.text_width import shortened

BRAND_FOLDER = "brand"
_LARGEST = 8 * 1024 * 1024
_LONGEST_SHOWN = 300
_KINDS = (".png", ".jpg", ".jpeg", ".webp", ".svg")
_FONTS = (".woff2", ".woff", ".ttf", ".otf")
_INSTEAD = "You can drag the file into this window instead of typing."


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
        return self.read_again().answers

    def read_again(self) -> Loaded:
        """Return the file as it is now; what is saved next takes its place."""
        loaded = load(self._file)
        self._digest = loaded.digest
        return loaded

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
        """Copy a logo or font into the owner's folder and return its path there.

        What is there already stays as it is: another file of the same name takes a free one.
        """
        path, content = self._planned(typed)
        if content is not None:
            target = self._file.parent / path
            try:
                target.parent.mkdir(exist_ok=True)
            except OSError as error:
                raise _not_copied(target, error) from error
            replace_file(target, content)
        return path

    def path_for(self, typed: str) -> str:
        """Return the path that ``bring`` would give a file, and copy nothing."""
        return self._planned(typed)[0]

    def _planned(self, typed: str) -> tuple[str, bytes | None]:
        """Return the path of a file in the owner's folder, and what has to be copied there."""
        home = self._file.parent.resolve()
        source = _usable(typed, self._file.parent)
        try:
            if source.resolve().is_relative_to(home):
                return source.resolve().relative_to(home).as_posix(), None
            content = source.read_bytes()
            path = self._place_for(source, content)
            return path, None if os.path.lexists(self._file.parent / path) else content
        except OSError as error:
            raise _not_copied(source, error) from error

    def _place_for(self, source: Path, content: bytes) -> str:
        """Return the path that holds *content* already, or else one that is free."""
        stem = slug(source.stem, taken=(), thing="logo")
        for number in itertools.count(1):
            again = f"-{number}" if number > 1 else ""
            path = f"{BRAND_FOLDER}/{stem}{again}{source.suffix.lower()}"
            target = self._file.parent / path
            # A link that leads nowhere takes its name as well, and a file would follow it.
            if not os.path.lexists(target) or (target.is_file() and target.read_bytes() == content):
                break
        return path


def _not_copied(file: Path, error: OSError) -> WorkspaceError:
    return WorkspaceError(
        f"{file.name} could not be copied: {error.strerror or 'the system refused'}."
    )


def _usable(typed: str, folder: Path) -> Path:
    """Return the file that somebody named; raise WorkspaceError where it cannot be used."""
    try:
        source = _path_in(typed, folder)
        is_file, is_folder = source.is_file(), source.is_dir()
        size = source.stat().st_size if is_file else 0
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        what = f"That file cannot be found: {reason or 'it is not written as a path'}."
        raise WorkspaceError(f"{what} {_INSTEAD}") from error
    if not is_file:
        what = "That is a folder" if is_folder else "There is no file"
        raise WorkspaceError(f"{what}: {shortened(str(source), _LONGEST_SHOWN)}. {_INSTEAD}")
    if source.suffix.lower() not in _KINDS + _FONTS:
        raise WorkspaceError(f"{source.name} is not a PNG, JPG, WebP or SVG picture.")
    if size > _LARGEST:
        raise WorkspaceError(f"{source.name} is larger than 8 MB. Please make it smaller.")
    return source


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
