"""Read content/ into the method and the starter packs, or say everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
    SourceDocument,
)
from playbook.method.packs import (
    GENERIC,
    Sheet,
    check_completed,
    complete,
    read_sheet,
    unknown_examples,
)
from playbook.method.shape import read_as


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
    questions = _read_questions(content / "questions", problems)
    chapters = _with_questions(outline.chapters if outline else (), questions, problems)
    problems += _repeated("method.yml", "chapter", (chapter.id for chapter in chapters))
    problems += _repeated("content/questions", "question", (each.id for _, each in walk(chapters)))
    if sources:
        problems += _repeated("sources.yml", "idea", (idea.id for idea in sources.ideas))
    if problems or not (sources and prompts):
        raise ContentError(problems)
    return Method(
        chapters=chapters,
        documents=sources.documents,
        ideas=sources.ideas,
        prompts=prompts.prompts,
    )


def walk(chapters: Iterable[Chapter]) -> Iterator[tuple[str, Question]]:
    """Yield every question with the full path it fills, those about the things of a list too."""

    def nested(questions: Iterable[Question], before: str) -> Iterator[tuple[str, Question]]:
        for question in questions:
            yield before + question.fills, question
            yield from nested(question.each, f"{before}{question.fills}[].")

    for chapter in chapters:
        yield from nested(chapter.questions, "")


def load_packs(
    content: Path, own: Path | None = None, method: Method | None = None
) -> dict[str, Pack]:
    """Return the starter packs by id, each completed from the generic one, which comes last.

    A pack in the folder *own* joins ours, or takes the place of ours with the same id. A caller
    that has read the *method* hands it over. Raise ContentError with everything wrong in any.
    """
    problems: list[Problem] = []
    folders = [content / "packs", *([own] if own else [])]
    files = {file.stem: file for folder in folders for file in _files(folder)}
    order = sorted(files, key=lambda name: (name == GENERIC, name))
    read = {name: read_sheet(files[name], problems) for name in order}
    if GENERIC not in read:
        problems.append(Problem(f"{GENERIC}.yml", 0, "The starter pack for any trade is missing."))
    sheets = {name: sheet for name, sheet in read.items() if sheet}
    packs = _completed(sheets, problems)
    try:
        questions = {question.id for _, question in walk((method or load_method(content)).chapters)}
    except ContentError as error:
        raise ContentError([*problems, *error.problems]) from None
    for sheet in sheets.values():
        problems += unknown_examples(sheet, questions)
    if problems:
        raise ContentError(problems)
    return packs


def _files(folder: Path) -> list[Path]:
    """Return the packs in *folder*; hidden files are what systems leave behind."""
    return [file for file in sorted(folder.glob("*.yml")) if not file.name.startswith(".")]


def read_pack(file: Path) -> Pack:
    """Return the pack in *file* as it stands there; raise ContentError with everything wrong."""
    problems: list[Problem] = []
    sheet = read_sheet(file, problems)
    if sheet is None:
        raise ContentError(problems)
    return sheet.pack


def _completed(sheets: dict[str, Sheet], problems: list[Problem]) -> dict[str, Pack]:
    generic = sheets.get(GENERIC)
    if generic is None:
        return {}
    packs = {name: complete(sheet.pack, generic.pack) for name, sheet in sheets.items()}
    for name, pack in packs.items():
        problems += check_completed(pack, sheets[name])
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
