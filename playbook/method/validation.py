"""Give a file of content/ its shape, or say in plain words what stands in the way."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from playbook.errors import Problem, did_you_mean
from playbook.model.faults import must_be
from playbook.yamlfile import Document, Path, read

AnyShape = TypeVar("AnyShape", bound=BaseModel)
QUOTED = "“{}”"
"""How keys and ids of content/ are named in a message."""


def open_document(file: FilePath) -> Document:
    """Return what *file* says; a file that cannot be opened is a problem like any other."""
    try:
        return read(file)
    except OSError as error:
        what = f"The file cannot be read: {(error.strerror or 'unknown reason').lower()}."
        return Document(file.name, problems=(Problem(file.name, 0, what),))


def read_as(file: FilePath, shape: type[AnyShape], problems: list[Problem]) -> AnyShape | None:
    """Return *file* as a *shape*, or None after adding to *problems* what is wrong."""
    document = open_document(file)
    problems += document.problems
    return None if document.problems else give_shape(document, document.data, shape, problems)


def give_shape(
    document: Document, data: Any, shape: type[AnyShape], problems: list[Problem], at: Path = ()
) -> AnyShape | None:
    """Return *data*, which stands at *at* in *document*, as a *shape*, or None with the reasons."""
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        problems += [_explain(details, document, at, shape) for details in error.errors()]
        return None


def _explain(
    details: ErrorDetails, document: Document, at: Path, shape: type[BaseModel]
) -> Problem:
    """Return one of pydantic's complaints as a problem with a line and a mend."""
    path = (*at, *details["loc"])
    name = _name(path)
    if details["type"] == "missing":
        return document.problem(path, f"{name} is missing.", "Add it.")
    if details["type"] == "extra_forbidden":
        meant = did_you_mean(str(path[-1]), _keys(shape), QUOTED)
        mend = meant or "Correct its spelling or delete it."
        return document.problem(path, f"{name} is not known here.", mend)
    return document.problem(path, f"{name} {must_be(details)}.")


def _name(path: Path) -> str:
    if not path:
        return "The file"
    last = path[-1]
    return f"Item {last + 1} of “{path[-2]}”" if isinstance(last, int) else f"“{last}”"


def _keys(shape: type[BaseModel]) -> set[str]:
    """Return the names of all keys that may stand somewhere in a *shape*."""
    schema = shape.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return {key for part in parts for key in part.get("properties", ())}
