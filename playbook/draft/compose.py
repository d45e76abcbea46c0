"""Turn a draft into a Playbook, or into every reason why that is not possible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError

from playbook.answers.answers import NOT_FOR_US
from playbook.draft.declined import wrongly_declined
from playbook.draft.draft import Draft
from playbook.draft.lines import Lines
from playbook.draft.merged import Merged, merge
from playbook.draft.problems import explain
from playbook.errors import AnswersError, Problem, did_you_mean
from playbook.model.base import Record
from playbook.model.ids import loose_ends, repeated_ids
from playbook.model.paths import path_to
from playbook.model.playbook import Playbook, field_at
from playbook.yamlfile import Document, Path

AnyRecord = TypeVar("AnyRecord", bound=Record)


def compose(draft: Draft, document: Document) -> tuple[Playbook, Lines]:
    """Return the Playbook that *draft* describes, and on which lines its parts stand.

    *document* is the file of the answers. Raise AnswersError with every problem.
    """
    merged = merge(draft)
    lines = Lines(document, merged.tree, draft.pack.renamed)
    problems = [*_wrong_ids(merged.tree, lines), *_wrongly_declined(draft, document)]
    try:
        playbook = Playbook.model_validate(merged.tree)
    except ValidationError as error:
        # An id that points at nothing is told as such, not by its form.
        faults = [one for one in error.errors() if not _is_reference(one["loc"])]
        raise AnswersError([*problems, *(explain(one, lines) for one in faults)]) from None
    if problems:
        raise AnswersError(problems)
    return _marked(playbook, (), merged), lines


def compose_unnamed(draft: Draft, document: Document, name: str = "?") -> Playbook:
    """Return the Playbook as ``compose`` does, called *name* as long as its name was not asked."""
    path = path_to("business.name")
    named = draft.put(path, name) if draft.holds(path) is None else draft
    return compose(named, document)[0]


def _marked(record: AnyRecord, path: Path, merged: Merged) -> AnyRecord:
    """Return *record*, which stands at *path*, with its suggestions and gaps marked as such."""
    values: dict[str, Any] = {}
    for name in record.own_fields():
        value = getattr(record, name)
        if isinstance(value, Record):
            values[name] = _marked(value, (*path, name), merged)
        elif isinstance(value, tuple):
            values[name] = tuple(
                _marked(one, (*path, name, at), merged) if isinstance(one, Record) else one
                for at, one in enumerate(value)
            )
    names = record.own_fields()
    suggested = frozenset(name for name in names if (*path, name) in merged.proposed)
    declined = frozenset(name for name in names if (*path, name) in merged.declined)
    return record.model_copy(update={**values, "suggested": suggested, "declined": declined})


def _wrong_ids(tree: Any, lines: Lines) -> Iterator[Problem]:
    """Yield a problem for each id that stands twice in its list, or points at nothing.

    One slip must not hide another, so ids are looked up in the plain data.
    """
    for path, item_id in repeated_ids(tree):
        what = f"The id “{item_id}” is used twice in this list."
        yield lines.problem(path, what, "Give one of the two another id.")
    for end in loose_ends(tree):
        what = f"“{end.id}” is not one of the {end.to.rpartition('.')[2].replace('_', ' ')}."
        listed = f"The ids in {end.to} are: {', '.join(end.known)}."
        mend = listed if end.known else f"{end.to} has none yet."
        yield lines.problem(end.path, what, did_you_mean(end.id, end.known) or mend)


def _wrongly_declined(draft: Draft, document: Document) -> Iterator[Problem]:
    listed = draft.answers.data.get(NOT_FOR_US)
    if listed is not None and not isinstance(listed, list):
        yield document.problem(
            (NOT_FOR_US,), f"{NOT_FOR_US} must be a list: one path or page a line."
        )
    for at, what, mend in wrongly_declined(draft.answers):
        yield document.problem((NOT_FOR_US, at), what, mend)


def _is_reference(path: Path) -> bool:
    """Return whether a field, or each item of a list at *path*, holds the id of another thing."""
    is_item = isinstance(path[-1], int) if path else False
    field = field_at(path[:-1] if is_item else path)
    return field is not None and field.refers is not None and field.is_list == is_item
