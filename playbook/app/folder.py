"""Open an owner's folder: answers, pack and memory become a playbook, or all its problems."""

from __future__ import annotations

import datetime
import difflib
from dataclasses import dataclass, replace
from pathlib import Path

from playbook.answers.answers import PAGE, Answers
from playbook.answers.file import inspect
from playbook.brand.look import Look, design
from playbook.checks import (
    Finding,
    find,
    find_in_notes,
    find_in_writing,
    find_overdue,
    gravest_first,
    rules_for,
    written,
)
from playbook.draft.compose import compose
from playbook.draft.draft import Draft
from playbook.draft.lines import Lines
from playbook.draft.memory import load_memory
from playbook.draft.progress import counted_in, progress_in
from playbook.draft.upgrade import upgraded
from playbook.errors import AnswersError, BrandError
from playbook.language.language import Language
from playbook.language.phrase_files import spoken
from playbook.method.load import known_method, known_packs, spoilt_choice
from playbook.method.models import Method
from playbook.model.paths import with_ids
from playbook.model.playbook import Playbook
from playbook.model.promises import why_not_told
from playbook.resources import GENERIC
from playbook.workspace import Workspace
from playbook.yamlfile import Path as Place


@dataclass(frozen=True, slots=True)
class Folder:
    """An owner's folder, opened: what it says, and the method it was read by."""

    draft: Draft
    lines: Lines
    playbook: Playbook
    look: Look
    method: Method
    language: Language
    """How the business says what every playbook says."""

    @property
    def answers(self) -> Answers:
        """What the owner said."""
        return self.draft.answers

    @property
    def decided(self) -> tuple[int, int]:
        """How many answers are decided, and of how many, as the interview counts them."""
        return counted_in(progress_in(self.draft))

    @property
    def left_out(self) -> tuple[str, ...]:
        """The files of the pages that are not for the owner."""
        return tuple(f"{name.removesuffix(PAGE)}.md" for name in self.answers.declined_pages)

    def line(self, finding: Finding) -> int | None:
        """Return the line that a finding is about, or None where it is not there yet."""
        return self.lines.line(finding.path) if self.lines.is_there(finding.path) else None

    def place(self, finding: Finding) -> str:
        """Return the file and line that a finding is about."""
        line = self.line(finding)
        return f"{self.lines.document.name}, {f'line {line}' if line else 'not there yet'}"

    def named(self, path: Place) -> str:
        """Return a path as ``--set`` takes it, with the ids of things."""
        return ".".join(map(str, with_ids(self.lines.tree, path)))

    def findings(self, today: datetime.date | None = None) -> tuple[Finding, ...]:
        """Return what is lacking, not clear in the file, or, given *today*, overdue."""
        late = find_overdue(self.playbook, today) if today else ()
        lost = self.lines.document.lost.items()
        by_hand = (
            *find_in_notes({self.lines.path_of(place): words for place, words in lost}),
            *find_in_writing(written(self.lines.tree)),
        )
        found = find(self.playbook, rules_for(self.draft.pack.language))
        return gravest_first((*late, *found, *self.look.findings, *by_hand))

    def untold(self) -> dict[str, str]:
        """Return the promises that the edition for customers leaves out, and why."""
        promises = self.playbook.promise.promises
        return {one.name.plain: why for one in promises if (why := why_not_told(one))}


def open_folder(workspace: Workspace) -> Folder:
    """Open an owner's folder.

    Raise AnswersError with every problem, slips of YAML and answers that do not fit alike;
    ContentError or WorkspaceError.
    """
    return open_file(workspace.require().answers, workspace)


def open_file(file: Path, workspace: Workspace) -> Folder:
    """Open the answers in *file* as those of an owner's folder; raise as ``open_folder`` does."""
    loaded = inspect(file)
    if not isinstance(loaded.document.data, dict):
        raise AnswersError(loaded.document.problems)
    method = known_method()
    packs = known_packs(workspace, method)
    problems = [*loaded.document.problems, *spoilt_choice(loaded.document)]
    name = loaded.answers.pack
    if name not in packs:
        # The pack that was probably meant keeps one slip from making many more.
        name = next(iter(difflib.get_close_matches(name, packs, n=1)), GENERIC)
        what = f"There is no starter pack “{loaded.answers.pack}”."
        mend = f"Choose from: {', '.join(sorted(packs))}."
        problems.append(loaded.document.problem(("pack",), what, mend))
    draft = Draft.over(loaded.answers, packs[name], method)
    draft, _ = upgraded(draft, load_memory(workspace.memory))
    try:
        playbook, lines = compose(draft, loaded.document)
    except AnswersError as error:
        raise AnswersError([*problems, *error.problems]) from None
    if problems:
        raise AnswersError(problems)
    look = replace(_look(playbook, lines, workspace.folder), language=draft.pack.language)
    language = language_of(workspace, draft, playbook)
    return Folder(draft, lines, playbook, look, method, language)


def language_of(workspace: Workspace, draft: Draft, playbook: Playbook) -> Language:
    """Return how the business speaks; raise ContentError where its own phrases make no sense."""
    business, worded = playbook.business, draft.pack.wording.phrases
    return spoken(workspace, worded, business.customer_word, business.customers_word)


def _look(playbook: Playbook, lines: Lines, folder: Path) -> Look:
    try:
        return design(playbook.brand, playbook.business.name, folder)
    except BrandError as error:
        problems = [lines.problem(("brand", key), what) for key, what in error.faults]
        raise AnswersError(problems) from None
