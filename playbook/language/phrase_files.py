"""Find the files of phrases: those that come with the program, and the owner's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from playbook.errors import ContentError, Problem, WorkspaceError
from playbook.language.customer_word import forms_of
from playbook.language.language import ENGLISH, Language
from playbook.language.phrases import Layer, Phrase, layer, read_phrases, worded
from playbook.resources import data_root
from playbook.words import Words
from playbook.workspace import Workspace
from playbook.yamlfile import read, read_bytes

_FILE = "phrases.yml"


@cache
def known_phrases(code: str = ENGLISH) -> Mapping[str, Phrase]:
    """Return the phrases of a language that come with the program; raise ContentError."""
    known, problems = read_phrases(read(data_root() / "content" / "languages" / code / _FILE))
    if problems:
        raise ContentError(problems)
    return known


def plain_english(customer: Words | None = None, customers: Words | None = None) -> Language:
    """Return English as it comes with the program, for a business with a word for customers."""
    return Language(ENGLISH, known_phrases(), forms=forms_of(customer, customers))


def spoken(
    workspace: Workspace,
    worded_by_pack: Mapping[str, str | dict[str, str]],
    customer: Words | None,
    customers: Words | None,
) -> Language:
    """Return English as a business speaks it: the owner's phrases before the pack's, then ours.

    Raise ContentError with everything wrong in the owner's.
    """
    own, problems = own_phrases(workspace, ENGLISH)
    if problems:
        raise ContentError(problems)
    layers = (own, worded(worded_by_pack))
    return replace(plain_english(customer, customers), layers=layers)


def own_phrases(workspace: Workspace, code: str) -> tuple[Layer, list[Problem]]:
    """Return what the owner words otherwise in a language, and what is wrong there.

    Raise WorkspaceError for a link, which is not followed, and OSError where a file that is there
    cannot be read.
    """
    file = workspace.languages / code / _FILE
    for step in workspace.steps_to(file):
        if step.is_symlink():
            raise WorkspaceError(f"{step} is a link. Put the file itself in its place.")
    if not file.is_file():
        return {}, []
    document = read_bytes(file.read_bytes(), file.relative_to(workspace.folder).as_posix())
    return layer(document, known_phrases(code))
