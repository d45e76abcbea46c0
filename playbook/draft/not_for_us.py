"""Tell what an owner cannot have said is not for them: what there is not, and what is needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playbook.answers.answers import NOT_FOR_US, PAGE, Answers
from playbook.errors import Problem, did_you_mean
from playbook.model.paths import path_to
from playbook.model.playbook import kinds_of_things, model_fields
from playbook.yamlfile import Document

_TAKE_OFF = "Take it off the list."
_HOW_TO_NAME = "Write the end of its address, as a browser shows it."


def refused_answers(answers: Answers, document: Document) -> Iterator[Problem]:
    """Yield a problem for each answer that cannot be left out; *document* is the file."""
    if not isinstance(answers.data.get(NOT_FOR_US), list | None):
        what = f"{NOT_FOR_US} must be a list: one path or page a line."
        yield document.problem((NOT_FOR_US,), what)
    for at, one in enumerate(answers.not_for_us):
        if one.endswith(PAGE):
            continue
        field = model_fields().get(_general(one).removesuffix("[]"))
        if field is None:
            what = f"“{one}” is no answer that could be left out."
            known = [name for name in model_fields() if "[" not in name]
            mend = did_you_mean(one, known) or "docs/answers.md lists every field."
            yield document.problem((NOT_FOR_US, at), what, mend)
        elif field.required:
            what = f"“{one}” is needed, so it cannot be left out."
            yield document.problem((NOT_FOR_US, at), what, _TAKE_OFF)


def refused_pages(
    answers: Answers, document: Document, names: Sequence[str], first: str
) -> Iterator[Problem]:
    """Yield a problem for each page that cannot be left out.

    *names* are the pages that there are, and *first* is the one on which everybody begins.
    """
    for at, one in enumerate(answers.not_for_us):
        if one == first:
            what = f"“{one}” is where everybody begins."
            yield document.problem((NOT_FOR_US, at), what, _TAKE_OFF)
        elif one.endswith(PAGE) and one not in names:
            what = f"There is no page “{one}” to leave out."
            mend = (
                did_you_mean(one, names) or "Write the end of its address, as a browser shows it."
            )
            yield document.problem((NOT_FOR_US, at), what, mend)


def _general(path: str) -> str:
    """Return a path with ids in its general form: ``people.roles.cook`` is ``people.roles[]``."""
    found = ""
    for step in path_to(path):
        is_thing = found in kinds_of_things()
        found = f"{found}[]" if is_thing else f"{found}.{step}".removeprefix(".")
    return found
