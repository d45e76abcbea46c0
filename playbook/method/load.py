"""Read content/ into the method, and find the starter packs: ours, and the owner's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from playbook.errors import ContentError, Problem
from playbook.method.models import (
    Chapter,
    Described,
    Idea,
    Method,
    Prompt,
    Question,
    Search,
    SourceDocument,
    walk,
)
from playbook.method.packs import Packs, pack_files
from playbook.method.validation import read_as
from playbook.resources import data_root
from playbook.workspace import Workspace
from playbook.yamlfile import Document

CONTENT = "content"


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


def known_method() -> Method:
    """Return the method that comes with the program; raise ContentError where it is spoilt."""
    return load_method(data_root() / CONTENT)


def known_packs(workspace: Workspace, method: Method) -> Packs:
    """Return every starter pack: ours, and those in the owner's folder."""
    own = workspace.packs if workspace.packs.is_dir() else None
    return Packs(pack_files(data_root() / CONTENT, own), method)


def spoilt_choice(document: Document) -> list[Problem]:
    """Return the problem with the starter pack that some answers name, if it can be no name."""
    said = document.data.get("pack") if isinstance(document.data, dict) else None
    if isinstance(said, str | None):
        return []
    what = "The starter pack must be one word."
    return [document.problem(("pack",), what, "Write it as pack: cafe")]


def load_method(content: Path) -> Method:
    """Return the method in *content*; raise ContentError with everything wrong in it."""
    problems: list[Problem] = []
    outline = read_as(content / "method.yml", ChaptersFile, problems)
    sources = read_as(content / "sources.yml", SourcesFile, problems)
    prompts = read_as(content / "prompts.yml", PromptsFile, problems)
    search = read_as(content / "search.yml", Search, problems)
    questions = dict(_read_questions(content / "questions", problems))
    chapters = tuple(
        chapter.model_copy(update={"questions": questions.get(chapter.id, ())})
        for chapter in (outline.chapters if outline else ())
    )
    if outline is not None:
        problems += _unmatched({chapter.id for chapter in chapters}, questions.keys())
    ideas = sources.ideas if sources else ()
    problems += _repeated("method.yml", "chapter", (chapter.id for chapter in chapters))
    problems += _repeated("content/questions", "question", (each.id for _, each in walk(chapters)))
    problems += _repeated("sources.yml", "idea", (idea.id for idea in ideas))
    if problems:
        raise ContentError(problems)
    # What could not be read would have been a problem.
    assert sources is not None
    assert prompts is not None
    assert search is not None
    return Method(
        chapters=chapters,
        documents=sources.documents,
        ideas=ideas,
        prompts=prompts.prompts,
        search=search,
    )


def _read_questions(
    folder: Path, problems: list[Problem]
) -> Iterator[tuple[str, tuple[Question, ...]]]:
    """Yield the questions of each file with its name, none for a file that makes no sense."""
    for file in sorted(folder.glob("*.yml")):
        read = read_as(file, QuestionsFile, problems)
        yield file.stem, read.questions if read else ()


def _unmatched(chapters: Set[str], files: Set[str]) -> Iterator[Problem]:
    """Yield the chapters without a file of questions, and the files without a chapter."""
    for name in chapters - files:
        yield Problem("method.yml", 0, f"There is no file questions/{name}.yml.")
    for name in files - chapters:
        what = f"method.yml has no chapter with the id “{name}”."
        yield Problem(f"{name}.yml", 0, what, "Add the chapter, or rename the file.")


def _repeated(where: str, noun: str, ids: Iterable[str]) -> Iterator[Problem]:
    for item_id, count in Counter(ids).items():
        if count > 1:
            what = f"Two things are called “{item_id}”, and each {noun} needs an id of its own."
            yield Problem(where, 0, what, "Give one of the two another id.")
