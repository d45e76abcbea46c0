"""Say where an interview begins, and find the chapter or the questions that somebody names."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from playbook.errors import PlaybookError
from playbook.method.models import Chapter, Method, Question

Place: TypeAlias = Literal["home", "draft", "chapter", "questions", "open", "new", "to do"]


@dataclass(frozen=True, slots=True)
class Start:
    """Where an interview begins."""

    at: Place = "home"
    """``open`` asks what nobody has looked at yet, ``new`` what is new or has changed since.

    ``to do`` asks what settles the findings of the checks.
    """
    chapter: str = ""
    questions: tuple[str, ...] = ()
    alone: bool = False
    """Whether the interview ends with its chapter, rather than going on to the others."""


HOME = Start()


def chapter_named(method: Method, name: str) -> Chapter:
    """Return the chapter with an id, a title or a word that only its title has.

    Raise PlaybookError when there is none.
    """
    wanted = " ".join(name.casefold().split())
    words: dict[str, list[Chapter]] = defaultdict(list)
    for one in method.chapters:
        for word in {one.id, *re.findall(r"[\w'’]+", one.title.casefold())}:
            words[word].append(one)
    exact = [one for one in method.chapters if wanted in (one.id, one.title.casefold())]
    named = exact or words.get(wanted, [])
    if len(named) == 1:
        return named[0]
    if named:
        raise PlaybookError(f"“{name}” can mean several chapters: {_listed(named)}.")
    close = difflib.get_close_matches(wanted, words, n=1)
    meant = f" Did you mean {_listed(words[close[0]])}?" if close else ""
    raise PlaybookError(
        f"There is no chapter “{name}”.{meant} The chapters are: {_listed(method.chapters)}."
    )


def _listed(chapters: Sequence[Chapter]) -> str:
    return ", ".join(f"{chapter.id} ({chapter.title})" for chapter in chapters)


def questions_named(method: Method, names: Sequence[str]) -> tuple[Question, ...]:
    """Return the questions with some ids or fields; raise PlaybookError for an unknown one."""
    known = {key: one for one in method.questions for key in (one.id, one.fills)}
    found = []
    for name in names:
        if name not in known:
            close = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
            meant = f"Did you mean {' or '.join(close)}?"
            mend = meant if close else "docs/questions.md lists them."
            raise PlaybookError(f"There is no question “{name}”. {mend}")
        found.append(known[name])
    return tuple(found)
