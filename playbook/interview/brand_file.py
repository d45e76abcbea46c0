"""Take a logo or a font of the owner's into their folder: a file of theirs, or bytes they send."""

from __future__ import annotations

import contextlib
import itertools
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlparse

from playbook.answers.atomic import replace_file
from playbook.answers.slug import slug
from playbook.errors import WorkspaceError, refusal
from playbook.text_width import shortened

BRAND_FOLDER = "brand"
_LARGEST = 8 * 1024 * 1024
_LONGEST_SHOWN = 300
_BEGINNINGS = {
    ".png": rb"\x89PNG\r\n\x1a\n",
    ".jpg": rb"\xff\xd8\xff",
    ".jpeg": rb"\xff\xd8\xff",
    ".webp": rb"RIFF.{4}WEBP",
    ".svg": rb"(\xef\xbb\xbf)?\s*<(\?xml|!|svg\b).{0,4000}",
    ".woff2": rb"wOF2",
    ".woff": rb"wOFF",
    ".ttf": rb"\x00\x01\x00\x00|true|OTTO",
    ".otf": rb"\x00\x01\x00\x00|OTTO",
}
"""How each kind of file begins that can be a logo or a font."""
_INSTEAD = "You can drag the file into this window instead of typing."


@dataclass(frozen=True, slots=True)
class BrandFile:
    """A file on its way into the owner's folder.

    What is there already stays as it is: another file of the same name takes a free one.
    """

    folder: Path
    path: str
    """Where in the folder it belongs."""
    content: bytes | None = None
    """What is to be copied, nothing where the file is there already."""

    @classmethod
    def named(cls, typed: str, folder: Path) -> BrandFile:
        """Return the file that somebody typed, pasted or dragged; raise WorkspaceError for none."""
        source, home = _file_in(typed, folder), folder.resolve()
        _require_kind(source.name)
        with _copying(source.name):
            _require_size(source.name, source.stat().st_size)
            if source.resolve().is_relative_to(home):
                return cls(folder, source.resolve().relative_to(home).as_posix())
            return cls._placed(source.name, source.read_bytes(), folder)

    @classmethod
    def sent(cls, name: str, content: bytes, folder: Path) -> BrandFile:
        """Return the file of some bytes; raise WorkspaceError where they are not what *name* says.

        The name only says what the file is to be called. It leads nowhere.
        """
        name = re.split(r"[/\\]", name)[-1]
        suffix = _require_kind(name)
        _require_size(name, len(content))
        if not re.match(_BEGINNINGS[suffix], content, re.DOTALL):
            raise WorkspaceError(
                f"{shortened(name, _LONGEST_SHOWN)} is not what its name says: it does not begin "
                f"as a {suffix.removeprefix('.').upper()} file does."
            )
        with _copying(name):
            return cls._placed(name, content, folder)

    @classmethod
    def _placed(cls, name: str, content: bytes, folder: Path) -> BrandFile:
        """Return a file at the first place that is free, or that holds the same already."""
        wanted = PurePosixPath(name)
        stem = f"{BRAND_FOLDER}/{slug(wanted.stem, taken=(), thing='logo')}"
        paths = numbered(stem, wanted.suffix.lower())
        path = next(one for one in paths if _has_room(folder / one, content))
        return cls(folder, path, None if os.path.lexists(folder / path) else content)

    def copied(self) -> str:
        """Copy the file into the folder and return its path there."""
        if self.content is not None:
            target = self.folder / self.path
            with _copying(target.name):
                target.parent.mkdir(exist_ok=True)
            replace_file(target, self.content)
        return self.path


def numbered(stem: str, suffix: str) -> Iterator[str]:
    """Yield a name, and others for the case that it is taken: logo.png, logo-2.png, logo-3.png."""
    yield f"{stem}{suffix}"
    for number in itertools.count(2):
        yield f"{stem}-{number}{suffix}"


def _has_room(target: Path, content: bytes) -> bool:
    # A link that leads nowhere takes its name as well, and a file would follow it.
    return not os.path.lexists(target) or (target.is_file() and target.read_bytes() == content)


@contextlib.contextmanager
def _copying(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WorkspaceError(f"{name} could not be copied: {refusal(error)}.") from error


def _require_kind(name: str) -> str:
    """Return how the name of a picture or font ends; raise WorkspaceError for any other."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in _BEGINNINGS:
        raise WorkspaceError(
            f"{shortened(name, _LONGEST_SHOWN)} is not a PNG, JPG, WebP or SVG picture."
        )
    return suffix


def _require_size(name: str, size: int) -> None:
    if size > _LARGEST:
        raise WorkspaceError(f"{name} is larger than 8 MB. Please make it smaller.")


def _file_in(typed: str, folder: Path) -> Path:
    """Return the file that somebody named; raise WorkspaceError where there is none."""
    try:
        source = _path_in(typed, folder)
        is_file, is_folder = source.is_file(), source.is_dir()
    except (OSError, ValueError) as error:
        reason = refusal(error, "it is not written as a path")
        raise WorkspaceError(f"That file cannot be found: {reason}. {_INSTEAD}") from error
    if not is_file:
        what = "That is a folder" if is_folder else "There is no file"
        raise WorkspaceError(f"{what}: {shortened(str(source), _LONGEST_SHOWN)}. {_INSTEAD}")
    return source


def _path_in(typed: str, folder: Path) -> Path:
    """Return the path somebody typed, pasted or dragged into the terminal."""
    text = typed.strip()
    quoted = re.fullmatch(r"(['\"])(.*)\1", text, re.DOTALL)
    if text.startswith("file://"):
        text = unquote(urlparse(text).path)
    elif quoted:
        text = quoted[2]
    elif not Path(text).exists():
        text = re.sub(r"\\(.)", r"\1", text)  # a terminal puts \ before a space it is given
    path = Path(text)
    with contextlib.suppress(RuntimeError):
        path = path.expanduser()
    return path.absolute() if path.exists() and not (folder / path).exists() else folder / path
