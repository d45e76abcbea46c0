"""Say what does not fit in an answers file in words that help to mend it."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic_core import ErrorDetails

from playbook.draft.answers_over_pack import OWN_KEYS
from playbook.draft.lines import Lines
from playbook.errors import Problem, did_you_mean
from playbook.model.faults import must_be
from playbook.model.paths import general
from playbook.model.playbook import fields_of
from playbook.yamlfile import Path

_BELOW = "needs indented lines below it, each with a key and a colon"
_ASKED = dict.fromkeys(("model_type", "model_attributes_type"), _BELOW)
"""What is asked of a value, where it is said in other words than of the content."""


def explain(details: ErrorDetails, lines: Lines) -> Problem:
    """Return one pydantic error as a problem an owner can mend."""
    return _SAYING.get(details["type"], _refused)(details, lines)


def _unknown(details: ErrorDetails, lines: Lines) -> Problem:
    *above, key = details["loc"]
    known = _keys_at(tuple(above))
    mend = did_you_mean(str(key), known) or f"Known here: {', '.join(known)}."
    return lines.problem(details["loc"], f"“{key}” is not known here.", mend)


def _no_choice(details: ErrorDetails, lines: Lines) -> Problem:
    what = f"“{details['input']}” is not a choice for {details['loc'][-1]}."
    choices = str(details["ctx"]["expected"]).replace("'", "")
    return lines.problem(details["loc"], what, f"Choose {choices}.")


def _refused(details: ErrorDetails, lines: Lines) -> Problem:
    asked = _ASKED.get(details["type"]) or must_be(details)
    says = f"; it says “{str(details['input'])[:40]}”" if details["type"] == "value_error" else ""
    return lines.problem(details["loc"], f"{_label(details['loc'])} {asked}{says}.")


def _missing(details: ErrorDetails, lines: Lines) -> Problem:
    path, key, given = details["loc"][:-1], details["loc"][-1], details["input"]
    item_id = given.get("id") if isinstance(given, dict) else None
    what, mend = f"{_label(path)} has no {key}.", f"Add a line {key}: …"
    if key == "name" and item_id:
        what = f"“{item_id}” has no name, and the starter pack knows no “{item_id}”."
    if key == "id":
        mend = f"{mend} with a short name in lower-case letters, such as front-desk."
    return lines.problem(path, what, mend)


def _label(path: Iterable[str | int]) -> str:
    label = ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
    return label or "The file"


def _keys_at(path: Path) -> list[str]:
    own = () if path else OWN_KEYS
    return [*own, *(field.name for field in fields_of(general(path)))]


_SAYING = {"extra_forbidden": _unknown, "missing": _missing, "literal_error": _no_choice}
