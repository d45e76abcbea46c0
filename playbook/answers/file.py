"""Keep the answers file: read it, and save it so that nothing is ever lost.

A save writes the whole text to a hidden file beside the answers file
(``.answers.yml.<random>.tmp``) and then puts that in its place, so that a crash leaves
either the old text or the new one. Who works on the file holds a hidden lock beside it
(see ``playbook.answers.lock``).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from playbook.answers.answers import Answers
from playbook.answers.atomic import replace_file
from playbook.answers.lock import locked
from playbook.answers.migrate import migrate
from playbook.answers.schema import PLACE
from playbook.errors import AnswersError, Problem, WorkspaceError
from playbook.yamlfile import Document, dump_text, edit, read_bytes, remember

__all__ = ["ChangedMeanwhile", "Loaded", "create", "inspect", "load", "locked", "save"]

HEADER = f"""\
# yaml-language-server: $schema={PLACE}
# This file describes your business in your own words. Playbook builds the website from it.
# You may edit it here: change what stands behind a colon, then build the site again.
# A line that starts with # is a note for people. Playbook does not read it and keeps it.

"""
_NOT_READ: dict[type[OSError], str] = {
    FileNotFoundError: "There is no file {}.",
    IsADirectoryError: "{} is a folder, not a file.",
    PermissionError: "{} cannot be read: the rights are missing.",
}


class ChangedMeanwhile(WorkspaceError):  # noqa: N818 - named for what happened
    """Somebody else changed the file since it was read."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """An answers file as it was read."""

    answers: Answers
    document: Document
    """The text, the line of each answer, and the problems found on reading."""
    digest: str
    """Tells this state of the file from any other."""


def load(file: Path) -> Loaded:
    """Read the answers in *file*.

    Raise AnswersError with every problem when the file does not read as answers, and
    WorkspaceError when it cannot be opened.
    """
    loaded = inspect(file)
    if loaded.document.problems:
        raise AnswersError(loaded.document.problems)
    return loaded


def inspect(file: Path) -> Loaded:
    """Read what can be read in *file*; the problems are in the document.

    For a full report: the answers beside a slip can be checked all the same. Raise
    WorkspaceError when the file cannot be opened, and AnswersError when a newer version wrote it.
    """
    raw = _bytes_of(file)
    document = read_bytes(raw, file.name)
    digest = _digest(raw)
    if isinstance(document.data, dict):
        if not document.problems:
            remember(document.text, document.data)
        answers = Answers(migrate(document.data, document))
        return Loaded(answers, document, digest)
    return Loaded(Answers(), _without_answers(document), digest)


def save(file: Path, answers: Answers, digest: str) -> str:
    """Write *answers* over *file* and return its new digest; comments and untouched lines stay.

    Raise ChangedMeanwhile when the file is not as *digest* says any more, and WorkspaceError
    when it cannot be written; it is then as it was.
    """
    raw = _bytes_of(file)
    if _digest(raw) != digest:
        raise ChangedMeanwhile(
            f"{file.name} was changed by somebody else since it was read; nothing was overwritten."
        )
    try:
        changed = edit(raw.decode("utf-8"), answers.data).encode("utf-8")
    except ValueError:
        raise AnswersError(read_bytes(raw, file.name).problems) from None
    if changed != raw:
        replace_file(file, changed)
    return _digest(changed)


def create(file: Path, answers: Answers) -> str:
    """Write *answers* to a new *file* with a short explanation at its top; return its digest.

    Raise WorkspaceError when there is such a file already or it cannot be written.
    """
    if file.exists() or file.is_symlink():
        raise WorkspaceError(f"{file} is there already; nothing was overwritten.")
    raw = (HEADER + dump_text(dict(answers.data))).encode("utf-8")
    replace_file(file, raw)
    return _digest(raw)


def _bytes_of(file: Path) -> bytes:
    try:
        if file.exists() and not file.is_dir() and not file.is_file():
            raise WorkspaceError(f"{file} is not a file that can be read.")
        return file.read_bytes()
    except OSError as error:
        what = _NOT_READ.get(type(error), "{} cannot be read: {}.")
        raise WorkspaceError(what.format(file, error.strerror)) from error


def _digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _without_answers(document: Document) -> Document:
    """Return *document* with the problem that it holds no answers at all."""
    if document.problems:
        return document
    mend = "Put the file back from your last copy, or start anew with playbook new."
    what = "The file is empty." if document.data is None else "The file holds no answers."
    problem = Problem(document.name, 1, what, mend)
    return Document(document.name, document.text, problems=(problem,))
