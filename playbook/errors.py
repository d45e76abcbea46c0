"""Say what can go wrong in words the person at the keyboard can act on.

PlaybookError                     anything the business owner or a content author can put right
├── ContentError(problems)        content/ or a pack does not make sense
├── AnswersError(problems)        answers.yml does not make sense
├── SettingsError(problems)       answers given on the command line make no sense
├── TemplateError                 a template asked for something its page does not have
├── BrandError                    a colour, logo or font cannot be used
├── WorkspaceError                a folder is missing, not ours, not empty or not writable
├── TreeError(problems)           the pages do not fit together: a link or menu entry leads nowhere
├── EngineError                   the site engine is missing or failed
└── PaperError                    what makes PDF files is missing or failed
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, where it is, and how to mend it."""

    file: str
    line: int
    what: str
    mend: str = ""

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{where}: {self.what}" + (f"\n    {self.mend}" if self.mend else "")


def did_you_mean(word: str, known: Iterable[str], named: str = "{}") -> str:
    """Return a question whether the nearest known word was meant, or an empty text.

    *named* says how that word is written.
    """
    close = difflib.get_close_matches(word, list(known), n=1)
    return f"Did you mean {named.format(close[0])}?" if close else ""


def refusal(error: Exception, otherwise: str = "the system refused") -> str:
    """Return why the system refused to touch a file, as far as it says so."""
    return getattr(error, "strerror", None) or otherwise


class PlaybookError(Exception):
    """Something a user can put right; shown as a message, never as a traceback."""


class ProblemsError(PlaybookError):
    """Several problems, reported together."""

    heading = "Something does not make sense"

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join([f"{self.heading}:", *map(str, self.problems)]))


class ContentError(ProblemsError):
    """The method or a pack does not make sense."""

    heading = "The questions or a starter pack need mending"


class AnswersError(ProblemsError):
    """The answers file does not make sense."""

    heading = "Your answers need mending first; nothing was changed"


class SettingsError(ProblemsError):
    """Answers given on the command line make no sense."""

    heading = "These answers cannot be set; nothing was changed"


class TreeError(ProblemsError):
    """The pages do not fit together."""

    heading = "The pages do not fit together; the last good site is untouched"


class TemplateError(PlaybookError):
    """A template cannot be filled."""


class BrandError(PlaybookError):
    """A colour, logo or font cannot be used.

    ``faults`` pairs each answer about the brand that is at fault with what is wrong with it.
    """

    def __init__(self, what: str, faults: Sequence[tuple[str, str]] = ()) -> None:
        self.faults = tuple(faults)
        super().__init__(what)


class WorkspaceError(PlaybookError):
    """A folder or file is missing, not ours, or cannot be written."""


class EngineError(PlaybookError):
    """The site engine is missing or failed."""


class PaperError(PlaybookError):
    """What makes PDF files is missing or failed."""
