"""Lead from an owner's folder to an interview, and back: new folders, and answers."""

from __future__ import annotations

import datetime
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playbook.answers.answers import Answers
from playbook.answers.build import build as build_playbook
from playbook.answers.file import create, load
from playbook.answers.schema import write_schema
from playbook.errors import WorkspaceError
from playbook.interview.file_store import FileStore
from playbook.interview.memory import carried, remember
from playbook.interview.memory_file import load_memory, save_memory
from playbook.interview.session import Session
from playbook.interview.settings import Set, with_settings
from playbook.method.known import known_method, known_packs
from playbook.workspace import Workspace

_COMES_ALONG = ("brand", "templates", "packs", ".playbook")


def require_free(workspace: Workspace) -> None:
    """Raise WorkspaceError when a playbook is in the folder already."""
    for taken in (workspace.answers, workspace.site, workspace.build):
        if taken.exists():
            raise WorkspaceError(
                f"{workspace.folder} holds a playbook already ({taken.name} is there).\n"
                f"    Go on with: playbook interview --folder {workspace.folder}"
            )


def start(workspace: Workspace, answers: Path | None = None) -> None:
    """Make an owner's folder, empty or as a copy of the *answers* in a file.

    What lies beside the answers and belongs to them (logo, templates, packs) comes along. Raise
    WorkspaceError when a playbook is there already or the folder cannot be made, AnswersError
    when the answers make no sense; then nothing has been made.
    """
    require_free(workspace)
    if answers is not None:
        # What makes sites and pages takes longer to load than a question should.
        from playbook.flow import read_file

        read_file(answers, Workspace(answers.parent))
    try:
        workspace.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkspaceError(
            f"Cannot make the folder {workspace.folder}: {error.strerror}."
        ) from None
    if answers is None:
        create(workspace.answers, Answers({"format": "1"}))
        write_schema(workspace.folder)
        return
    for name in _COMES_ALONG:
        if (answers.parent / name).is_dir():
            shutil.copytree(answers.parent / name, workspace.folder / name, dirs_exist_ok=True)
    shutil.copyfile(answers, workspace.answers)
    write_schema(workspace.folder)
    if not workspace.memory.exists():
        method = known_method()
        pack = known_packs(workspace, method)[load(workspace.answers).answers.pack]
        save_memory(workspace.memory, remember(method, pack))


def rehearse(answers: Path | None, settings: Sequence[str], today: datetime.date) -> None:
    """Start a playbook and set its answers where nobody sees it, to find what stands in the way.

    Raise what ``start`` and ``set_answers`` raise.
    """
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder))
        start(workspace, answers)
        set_answers(workspace, settings, today)


def set_answers(
    workspace: Workspace, settings: Sequence[str], today: datetime.date
) -> tuple[Session, tuple[Set, ...]]:
    """Answer questions from texts such as ``business.name=Corner Bakery``, and save them.

    Return the session afterwards, and how each was understood. Raise SettingsError with
    everything that cannot be set; then nothing has been.
    """
    session, store = open_interview(workspace, today)
    after, done = with_settings(session, settings, store)
    if after.answers != session.answers:
        store.save(after.answers)
        store.remember(after.memory)
    return after, done


def open_interview(workspace: Workspace, today: datetime.date) -> tuple[Session, FileStore]:
    """Return a session over an owner's answers, and the store that keeps them.

    Raise AnswersError when the file was broken by hand: better before the first question than
    after the last.
    """
    loaded = load(workspace.require().answers)
    method = known_method()
    packs = known_packs(workspace, method)
    memory = load_memory(workspace.memory)
    # The name may still be unasked; everything else that is there has to make sense.
    named = loaded.answers
    if named.get("business.name") is None:
        named = named.with_value("business.name", "?")
    if named.pack in packs:
        pack = carried(packs[named.pack], memory, method, loaded.answers)
        packs = packs.replacing(pack)
        build_playbook(named.data, loaded.document, pack.suggests)
        memory = memory if memory.asked else remember(method, pack)
    write_schema(workspace.folder)
    session = Session(method, packs, loaded.answers, today, memory=memory)
    return session, FileStore(workspace.answers, loaded, workspace.memory)
