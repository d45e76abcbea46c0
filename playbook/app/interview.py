"""Lead from an owner's folder to an interview, and back: new folders, and answers."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from playbook.answers.answers import Answers
from playbook.answers.companion_files import belongings, bring, own_belongings, packs_in
from playbook.answers.file import Loaded, create, load, locked
from playbook.answers.schema import write_schema
from playbook.draft.compose import compose_unnamed
from playbook.draft.draft import Draft
from playbook.draft.memory import Memory, load_memory, remember, save_memory
from playbook.draft.upgrade import upgraded
from playbook.errors import AnswersError, WorkspaceError
from playbook.interview.file_store import FileStore
from playbook.interview.session import Session
from playbook.interview.set_option import Set, with_settings
from playbook.method.load import known_method, known_packs, spoilt_choice
from playbook.workspace import Workspace

if TYPE_CHECKING:
    from playbook.terminal.page_view import Preview
    from playbook.terminal.screen.screen import Line

Led = TypeVar("Led")


def require_free(workspace: Workspace) -> None:
    """Raise WorkspaceError when a playbook is in the folder already."""
    for taken in (workspace.answers, workspace.site, workspace.build):
        if taken.exists():
            raise WorkspaceError(
                f"{workspace.folder} holds a playbook already ({taken.name} is there).\n"
                f"    Go on with: playbook interview --folder {workspace.folder}"
            )


def start(workspace: Workspace, answers: Path | None = None, packs: Path | None = None) -> None:
    """Make an owner's folder, empty or as a copy of the *answers* in a file.

    What lies beside the answers and belongs to them (logo, templates, packs, phrases) comes along,
    and so do the starter packs in the folder *packs*. Raise WorkspaceError when a playbook is
    there already or the folder cannot be made, AnswersError when the answers make no sense; then
    nothing has been made.
    """
    require_free(workspace)
    method = known_method()
    known_packs(workspace, method)  # those that are there already must be usable
    files = packs_in(packs) if packs else {}
    if answers is None:
        bring(files, workspace.folder)
        create(workspace.answers, Answers({"format": "1"}))
        write_schema(workspace.folder)
        return
    files = {**belongings(answers.parent, workspace.folder), **files}
    _require_sense(answers, files, workspace)
    # The answers come last: a folder without them is no playbook yet.
    bring({**files, workspace.answers.name: answers}, workspace.folder)
    write_schema(workspace.folder)
    if not load_memory(workspace.memory).asked:
        pack = known_packs(workspace, method)[load(workspace.answers).answers.pack]
        save_memory(workspace.memory, remember(method, pack))


def _require_sense(answers: Path, files: Mapping[str, Path], workspace: Workspace) -> None:
    """Raise what stands in the way of *answers* among what the new folder will hold."""
    # What makes sites and pages takes longer to load than a question should.
    from playbook.app.folder import open_file

    with tempfile.TemporaryDirectory() as folder:
        bring({**own_belongings(workspace.folder), **files}, Path(folder))
        open_file(answers, Workspace(Path(folder)))


def rehearse(
    workspace: Workspace,
    settings: Sequence[str],
    today: datetime.date,
    *,
    answers: Path | None = None,
    packs: Path | None = None,
) -> None:
    """Start a playbook and set its answers where nobody sees it, to find what stands in the way.

    Raise what ``start`` and ``set_answers`` raise, and ContentError for a pack that cannot be
    chosen.
    """
    with tempfile.TemporaryDirectory() as folder:
        stage = Workspace(Path(folder))
        bring(own_belongings(workspace.folder), stage.folder)
        start(stage, answers, packs)
        session, _ = set_answers(stage, settings, today)
        if session.answers.get("pack") is None and stage.packs.is_dir():
            session.packs.values()  # the interview will offer them all


def set_answers(
    workspace: Workspace, settings: Sequence[str], today: datetime.date
) -> tuple[Session, tuple[Set, ...]]:
    """Answer questions from texts such as ``business.name=Corner Bakery``, and save them.

    Return the session afterwards, and how each was understood. Raise SettingsError with
    everything that cannot be set; then nothing has been.
    """
    with locked(workspace.require().answers):
        session, store = open_interview(workspace, today)
        draft, done = with_settings(
            session.draft, settings, store, packs=session.packs, today=today
        )
        after = session.with_set(draft, [name for one in done for name in one.question_ids])
        if after.answers != session.answers:
            store.save(after.answers)
            store.remember(after.memory)
    return after, done


def hold(
    workspace: Workspace,
    lead: Callable[[Session, FileStore, Preview], Led],
    today: datetime.date | None = None,
) -> Led:
    """Open an owner's answers, and return what came of it when somebody was led through them.

    Nobody else can work on them meanwhile. What is said of days holds on *today*.
    """

    def preview(answers: Answers, kind: str, thing: str) -> tuple[Line, ...]:
        # Loaded when somebody asks for a page: it takes longer than a question should.
        from playbook.app.page_preview import page_as_text

        return page_as_text(workspace, session, answers, kind, thing)

    with locked(workspace.answers):
        session, store = open_interview(workspace, today or datetime.date.today())
        return lead(session, store, preview)


def open_interview(workspace: Workspace, today: datetime.date) -> tuple[Session, FileStore]:
    """Return a session over an owner's answers, and the store that keeps them.

    Raise AnswersError when the file was broken by hand: better before the first question than
    after the last.
    """
    loaded = load(workspace.require().answers)
    if problems := spoilt_choice(loaded.document):
        raise AnswersError(problems)
    method = known_method()
    packs = known_packs(workspace, method)
    remembered = load_memory(workspace.memory)
    pack = loaded.answers.pack

    def followed(again: Loaded) -> tuple[Draft, Memory]:
        now, memory = upgraded(Draft.over(again.answers, packs[pack], method), remembered)
        compose_unnamed(now, again.document)
        return now, memory

    if pack not in packs:
        session = Session.over(method, packs, loaded.answers, today, remembered)
        return session, _Store(workspace, loaded, lambda again: again.answers)
    now, memory = followed(loaded)
    memory = memory if remembered.asked else remember(method, now.pack)
    session = Session.over(method, packs.replacing(now.pack), now.answers, today, memory)

    def reread(again: Loaded) -> Answers:
        return followed(again)[0].answers if again.answers.pack == pack else again.answers

    return session, _Store(workspace, loaded, reread)


class _Store(FileStore):
    """The answers file, with fresh help for editors beside it as soon as something is kept."""

    def __init__(
        self, workspace: Workspace, loaded: Loaded, followed: Callable[[Loaded], Answers]
    ) -> None:
        super().__init__(workspace.answers, loaded, workspace.memory)
        self._followed = followed
        self._folder: Path | None = workspace.folder
        self._home = workspace.folder

    def told(self, path: str) -> str:
        """Return what is to be said of a logo before it is used: nothing where all is well."""
        # What knows colours takes longer to load than a question should.
        from playbook.brand.look import told_of

        return told_of(path, self._home)

    def reload(self) -> Answers:
        """Return the answers as the file has them now, by the starter pack of today.

        Raise AnswersError with the lines of what was broken by hand meanwhile.
        """
        return self._followed(self.read_again())

    def remember(self, memory: Memory) -> None:
        """Write what the questions were, and at the first time the help for editors."""
        if self._folder is not None:
            write_schema(self._folder)
            self._folder = None
        super().remember(memory)
