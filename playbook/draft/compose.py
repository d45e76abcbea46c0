"""Turn a draft into a Playbook, or into every reason why that is not possible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from playbook.draft.answers_over_pack import merge
from playbook.draft.draft import Draft
from playbook.draft.lines import Lines
from playbook.draft.not_for_us import refused_answers
from playbook.draft.problems import explain
from playbook.errors import AnswersError, Problem, did_you_mean
from playbook.model.ids import wrong_ids
from playbook.model.paths import general, path_to
from playbook.model.playbook import Playbook, referring
from playbook.yamlfile import Document, Path


def compose(draft: Draft, document: Document) -> tuple[Playbook, Lines]:
    """Return the Playbook that *draft* describes, and on which lines its parts stand.

    *document* is the file of the answers. Raise AnswersError with every problem.
    """
    problems = list(refused_answers(draft.answers, document))
    merged = merge(draft)
    lines = Lines(document, merged.tree, draft.pack.renamed)
    problems += _wrong_ids(merged.tree, lines)
    try:
        playbook = Playbook.model_validate(merged.tree)
    except ValidationError as error:
        # An id that points at nothing is told as such, not by its form.
        problems += [explain(one, lines) for one in error.errors() if not _is_reference(one["loc"])]
        raise AnswersError(problems) from None
    if problems:
        raise AnswersError(problems)
    return merged.marked(playbook), lines


def compose_unnamed(draft: Draft, document: Document, name: str = "?") -> Playbook:
    """Return the Playbook as ``compose`` does, called *name* as long as its name was not asked."""
    path = path_to("business.name")
    named = draft.put(path, name) if draft.holds(path) is None else draft
    return compose(named, document)[0]


def _wrong_ids(tree: Any, lines: Lines) -> Iterator[Problem]:
    """Yield a problem for each id that stands twice in its list, or points at nothing.

    One slip must not hide another, so ids are looked up in the plain data.
    """
    for one in wrong_ids(tree):
        what = f"The id “{one.id}” is used twice in this list."
        mend = "Give one of the two another id."
        if one.to:
            what = f"“{one.id}” is not one of the {one.to.rpartition('.')[2].replace('_', ' ')}."
            listed = f"The ids in {one.to} are: {', '.join(one.known)}."
            known = listed if one.known else f"{one.to} has none yet."
            mend = did_you_mean(one.id, one.known) or known
        yield lines.problem(one.path, what, mend)


def _is_reference(path: Path) -> bool:
    """Return whether a field, or each item of a list at *path*, holds the id of another thing."""
    return general(path) in [field.each for field in referring()]
