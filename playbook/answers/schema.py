"""Describe what may stand in an answers file, for editors that check and complete as one types.

JSON Schema, draft 7: the version that editors' YAML support knows everywhere. It is as patient
as the reader is: an answer may be left empty, and a thing that a starter pack knows needs no
name. Ids that point at nothing are found on building, not by a schema.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from playbook.answers.migrate import current_format
from playbook.answers.program_files import read_own, write_own
from playbook.model.playbook import Playbook
from playbook.parse.names import TRUTHS
from playbook.workspace import Workspace

DRAFT = "http://json-schema.org/draft-07/schema#"
PLACE = Workspace(Path()).schema.as_posix()
"""Where the schema lies, seen from the answers."""
_MAY_BE_WRITTEN: dict[str, list[str]] = {
    "string": ["string", "number", "boolean", "null"],  # “name: 24” is a name for our reader
    "number": ["number", "string", "null"],
    "array": ["array", "null"],
    "object": ["object", "null"],
}
_SAID = "|".join(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in TRUTHS)
_TRUTH = {
    # The first two words are proposed while typing; all that say yes or no may stand there.
    "anyOf": [
        {"enum": ["yes", "no", True, False, None]},
        {"type": "string", "pattern": f"^({_SAID})$"},
    ]
}
_OWN_KEYS: dict[str, Any] = {
    "format": {
        "description": "The format of this file.",
        "enum": [current_format(), int(current_format())],
    },
    "pack": {
        "description": "The starter pack that suggests what you have not said.",
        "type": ["string", "null"],
    },
    "not_for_us": {
        "description": "What is not for you: answers by path, such as fairness.loyalty, or pages.",
        "type": ["array", "null"],
        "items": {"type": ["string", "null"]},
    },
    "interview": {
        "description": "What the interview notes for itself.",
        "type": ["object", "null"],
        "properties": {
            "skipped": {"type": ["array", "null"], "description": "Questions left for later."},
            "parked": {"type": ["object", "null"], "description": "Answers set aside."},
        },
        "additionalProperties": False,
    },
}


_TRUTHS = (("yes", True), ("no", False))


def schema() -> dict[str, Any]:
    """Return the JSON Schema of an answers file."""
    raw = Playbook.model_json_schema(ref_template="#/definitions/{model}")
    records = {name: _record(one) for name, one in raw["$defs"].items()}
    whole = _record(raw)
    whole["properties"] = _OWN_KEYS | whole["properties"]
    return {"$schema": DRAFT, "title": "Answers", **whole, "definitions": records}


def write_schema(folder: Path) -> None:
    """Write the schema to its place below *folder*, unless it lies there already.

    Nothing but help while typing depends on it, so a folder that refuses it is no trouble.
    """
    file = Workspace(folder).schema
    if read_own(file) != _content():
        write_own(file, _content())


@cache
def _content() -> bytes:
    """Return the schema as its file holds it; it depends on nothing that changes meanwhile."""
    return (json.dumps(schema(), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _record(raw: dict[str, Any]) -> dict[str, Any]:
    properties = {name: _field(one) for name, one in raw["properties"].items()}
    described: dict[str, Any] = {
        "description": raw["description"],
        "type": ["object", "null"],
        "properties": properties,
        "additionalProperties": False,
    }
    # The starter pack may know the name, so the id is all that cannot be done without.
    return {**described, "required": ["id"]} if "id" in properties else described


def _field(raw: dict[str, Any]) -> dict[str, Any]:
    """Return a field without its default, and as freely written as the reader takes it."""
    kinds = [one for one in raw.get("anyOf", [raw]) if one.get("type") != "null"]
    described = {"description": raw["description"]} if "description" in raw else {}
    return described | _kind(kinds[0])


def _kind(raw: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in raw:
        return {"allOf": [{"$ref": raw["$ref"]}]}  # beside a bare $ref nothing else is read
    if "enum" in raw:
        # To an editor a bare yes or no is true or false.
        truths = [truth for word, truth in _TRUTHS if word in raw["enum"]]
        return {"enum": [*raw["enum"], *truths, None]}
    if raw["type"] == "boolean":
        return dict(_TRUTH)
    kind: dict[str, Any] = {"type": _MAY_BE_WRITTEN[raw["type"]]}
    if raw["type"] == "array":
        kind["items"] = _kind(raw["items"])
    return kind
