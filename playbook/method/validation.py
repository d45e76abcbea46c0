"""Give a YAML file of content/ its shape, or name what stands in the way in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from playbook.errors import Problem, did_you_mean
from playbook.method import models
from playbook.model.fields import fields
from playbook.model.playbook import Playbook
from playbook.yamlfile import Document, read

AnyShape = TypeVar("AnyShape", bound=BaseModel)
QUOTED = "“{}”"
"""How keys and ids of content/ are named in a message."""

_MUST_BE = {
    "tuple_type": "must be a list: one item a line, each behind a hyphen",
    "list_type": "must be a list: one item a line, each behind a hyphen",
    "dict_type": "must be keys with values, indented below it",
    "model_type": "must be keys with values, indented below it",
    "model_attributes_type": "must be keys with values, indented below it",
    "string_type": "must be text",
}

_PARTS: tuple[type[BaseModel], ...] = (
    models.Chapter,
    models.Question,
    models.Choice,
    models.Condition,
    models.Idea,
    models.Prompt,
    models.SourceDocument,
    models.Search,
)
"""What the files of content/ are put together from."""


def open_document(file: Path) -> Document:
    """Return what *file* says; a file that cannot be opened is a problem like any other."""
    try:
        return read(file)
    except OSError as error:
        what = f"The file cannot be read: {(error.strerror or 'unknown reason').lower()}."
        return Document(file.name, problems=(Problem(file.name, 0, what),))


def read_as(file: Path, shape: type[AnyShape], problems: list[Problem]) -> AnyShape | None:
    """Return *file* as a *shape*, or None after adding to *problems* what is wrong."""
    document = open_document(file)
    problems += document.problems
    return None if document.problems else give_shape(document, document.data, shape, problems)


def give_shape(
    document: Document,
    data: Any,
    shape: type[AnyShape],
    problems: list[Problem],
    at: tuple[str | int, ...] = (),
) -> AnyShape | None:
    """Return *data*, which stands at *at* in *document*, as a *shape*, or None with the reasons."""
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        problems += [_explain(details, document, at, shape) for details in error.errors()]
        return None


def _explain(
    details: ErrorDetails, document: Document, at: tuple[str | int, ...], shape: type[BaseModel]
) -> Problem:
    """Return one of pydantic's complaints as a problem with a line and a mend."""
    path = (*at, *details["loc"])
    name, kind = _name(path), details["type"]
    context: Mapping[str, Any] = details.get("ctx", {})
    if kind == "missing":
        return document.problem(path, f"{name} is missing.", "Add it.")
    if kind == "extra_forbidden":
        mend = did_you_mean(str(path[-1]), set(_keys(shape)), QUOTED)
        mend = mend or "Correct its spelling or delete it."
        return document.problem(path, f"{name} is not known here.", mend)
    if kind == "literal_error":
        return document.problem(path, f"{name} must be {context['expected']}.")
    if kind == "value_error":
        return document.problem(path, f"{name} {context['error']}.")
    return document.problem(path, f"{name} {_MUST_BE.get(kind, 'does not fit here')}.")


def _name(path: tuple[str | int, ...]) -> str:
    *before, last = path or ("The file",)
    if isinstance(last, int):
        return f"Item {last + 1} of “{before[-1]}”" if before else f"Item {last + 1}"
    return f"“{last}”" if path else last


def _keys(shape: type[BaseModel]) -> Iterator[str]:
    """Yield the names of all keys that may stand somewhere in a *shape*."""
    if shape is Playbook:
        yield from (field.path.rpartition(".")[2] for field in fields(Playbook))
        return
    for part in (shape, *_PARTS):
        yield from part.model_fields
