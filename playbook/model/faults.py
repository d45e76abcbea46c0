"""Say what pydantic refuses in plain words, alike for content/ and for the answers."""

from __future__ import annotations

from pydantic_core import ErrorDetails

_LIST = "must be a list: one item a line, each behind a hyphen"
_KEYS = "must be keys with values, indented below it"
_MUST_BE = {
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _KEYS,
    "model_type": _KEYS,
    "model_attributes_type": _KEYS,
    "string_type": "must be text, on one line or in a block that starts with |",
}


def must_be(details: ErrorDetails) -> str:
    """Return what is asked of a value, as it is said behind its name: “must be a list …”."""
    if details["type"] == "value_error":
        return str(details["ctx"]["error"])
    if details["type"] == "literal_error":
        return f"must be {details['ctx']['expected']}"
    return _MUST_BE.get(details["type"], "does not fit here")
