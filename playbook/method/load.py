"""Read content/ into the method and the starter packs, or say everything that is wrong with it."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, Mapping, ValuesView
from pathlib import Path

from playbook.errors import ContentError, Problem
from playbook.method.models import (
    Chapter,
    Described,
    Idea,
    Method,
    Pack,
    Prompt,
    Question,
    Search,
    SourceDocument,
)
from playbook.method.packs import (
    GENERIC,
    Sheet,
    check_completed,
    complete,
    read_sheet,
    unknown_examples,
    wrong_renames,
)
from playbook.method.rewording import unknown_wording
from playbook.method.validation import read_as
from playbook.method.walk import walk


class ChaptersFile(Described):
    """What method.yml holds."""

    chapters: tuple[Chapter, ...]


class QuestionsFile(Described):
    """What a file in questions/ holds."""

    questions: tuple[Question, ...]


class SourcesFile(Described):
    """What sources.yml holds."""

    documents: tuple[SourceDocument, ...]
    ideas: tuple[Idea, ...]


class PromptsFile(Described):
    """What prompts.yml holds."""

    prompts: dict[str, tuple[Prompt, ...]]


def load_method(content: Path) -> Method:
    """Return the method in *content*; raise ContentError with everything wrong in it."""
    problems: list[Problem] = []
    outline = read_as(content / "method.yml", ChaptersFile, problems)
    sources = read_as(content / "sources.yml", SourcesFile, problems)
    prompts = read_as(content / "prompts.yml", PromptsFile, problems)
    search = read_as(content / "search.yml", Search, problems)
    questions = _read_questions(content / "questions", problems)
    chapters = _with_questions(outline.chapters if outline else (), questions, problems)
    problems += _repeated("method.yml", "chapter", (chapter.id for chapter in chapters))
    problems += _repeated("content/questions", "question", (each.id for _, each in walk(chapters)))
    if sources:
        problems += _repeated("sources.yml", "idea", (idea.id for idea in sources.ideas))
    if problems or not (sources and prompts and search):
        raise ContentError(problems)
    return Method(
        chapters=chapters,
        documents=sources.documents,
        ideas=sources.ideas,
        prompts=prompts.prompts,
        search=search,
    )


def pack_files(content: Path, own: Path | None = None) -> dict[str, Path]:
    """Return the file of each starter pack by id.

    A pack in the folder *own* joins ours, or takes the place of ours with the same id. Raise
    ContentError for a file of theirs that is a link out of that folder: a pack that was handed
    on could otherwise have any file of this computer read.
    """
    folders = [content / "packs", *([own] if own else [])]
    if own is not None:
        links = [file for file in pack_files_in(own) if file.resolve().parent != own.resolve()]
        what, mend = "The file is a link to another place.", "Put the file itself here."
        if links:
            raise ContentError([Problem(file.name, 0, what, mend) for file in links])
    return {file.stem: file for folder in folders for file in pack_files_in(folder)}


def pack_files_in(folder: Path) -> list[Path]:
    """Return the files of the packs in *folder*; hidden ones are what systems leave behind."""
    return [file for file in sorted(folder.glob("*.yml")) if not file.name.startswith(".")]


def load_packs(files: Mapping[str, Path], method: Method) -> dict[str, Pack]:
    """Return the packs in *files*, each completed from the generic one, which comes last.

    Raise ContentError with everything wrong in any.
    """
    problems: list[Problem] = []
    order = sorted(files, key=_generic_last)
    read = {name: read_sheet(files[name], problems) for name in order}
    if GENERIC not in read:
        problems.append(Problem(f"{GENERIC}.yml", 0, "The starter pack for any trade is missing."))
    sheets = {name: sheet for name, sheet in read.items() if sheet}
    packs = _completed(sheets, problems)
    questions = {question.id: question for _, question in walk(method.chapters)}
    chapters = [chapter.id for chapter in method.chapters]
    for sheet in sheets.values():
        problems += unknown_examples(sheet, questions)
        problems += unknown_wording(sheet, chapters, questions)
    if problems:
        raise ContentError(problems)
    return packs


class Packs(Mapping[str, Pack]):
    """The starter packs by id, read when they are first asked for.

    One pack is read without the others, so that a slip in a pack that is not used stands in
    nobody's way. Asking for one raises ContentError when it makes no sense, and asking for
    the values or items of all raises it with everything wrong in any.
    """

    def __init__(self, files: Mapping[str, Path], method: Method) -> None:
        self._files, self._method = files, method
        self._read: dict[str, Pack] = {}

    def __getitem__(self, name: str) -> Pack:
        if name not in self._read:
            wanted = {name: self._files[name]} | self._generic()
            self._read = load_packs(wanted, self._method) | self._read
        return self._read[name]

    def values(self) -> ValuesView[Pack]:
        """Return the packs, all read at once."""
        self._read_all()
        return super().values()

    def items(self) -> ItemsView[str, Pack]:
        """Return the packs with their ids, all read at once."""
        self._read_all()
        return super().items()

    def __contains__(self, name: object) -> bool:
        return name in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._files, key=_generic_last))

    def __len__(self) -> int:
        return len(self._files)

    def replacing(self, pack: Pack) -> Packs:
        """Return the packs with *pack* in the place of the one with its id."""
        packs = Packs(self._files, self._method)
        packs._read = {**self._read, pack.id: pack}
        return packs

    def _read_all(self) -> None:
        if self._files.keys() - self._read.keys():
            self._read = load_packs(self._files, self._method) | self._read

    def _generic(self) -> dict[str, Path]:
        return {name: file for name, file in self._files.items() if name == GENERIC}


def _generic_last(name: str) -> tuple[bool, str]:
    return name == GENERIC, name


def _completed(sheets: dict[str, Sheet], problems: list[Problem]) -> dict[str, Pack]:
    generic = sheets.get(GENERIC)
    if generic is None:
        return {}
    packs = {name: complete(sheet.pack, generic.pack) for name, sheet in sheets.items()}
    for name, pack in packs.items():
        problems += check_completed(pack, sheets[name])
        problems += wrong_renames(pack, sheets[name])
    return packs


def _read_questions(
    folder: Path, problems: list[Problem]
) -> dict[str, tuple[Question, ...] | None]:
    """Return the questions by the name of their file, None for a file that makes no sense."""
    files = {file.stem: file for file in sorted(folder.glob("*.yml"))}
    read = {name: read_as(file, QuestionsFile, problems) for name, file in files.items()}
    return {name: file.questions if file else None for name, file in read.items()}


def _with_questions(
    chapters: Iterable[Chapter],
    questions: Mapping[str, tuple[Question, ...] | None],
    problems: list[Problem],
) -> tuple[Chapter, ...]:
    """Return the chapters with their questions, each chapter's from the file of its id."""
    chapters = tuple(chapters)
    names = {chapter.id for chapter in chapters}
    problems += (
        Problem("method.yml", 0, f"There is no file questions/{name}.yml.")
        for name in sorted(names - questions.keys())
    )
    problems += (
        Problem(
            f"{name}.yml",
            0,
            f"method.yml has no chapter with the id “{name}”.",
            "Add the chapter, or rename the file.",
        )
        for name in sorted(questions.keys() - names if names else ())
    )
    return tuple(
        chapter.model_copy(update={"questions": questions.get(chapter.id) or ()})
        for chapter in chapters
    )


def _repeated(where: str, noun: str, ids: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for item_id in ids:
        if item_id in seen:
            what = f"Two things are called “{item_id}”, and each {noun} needs an id of its own."
            yield Problem(where, 0, what, "Give one of the two another id.")
        seen.add(item_id)
