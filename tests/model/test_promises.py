"""A promise is told to customers when it is confirmed and kept every time."""

from __future__ import annotations

import pytest

from playbook.model.promises import why_not_told
from playbook.yamlfile import dump

UNSAID = "nobody has said yet how often it is kept"


@pytest.mark.parametrize(
    ("said", "suggested", "why"),
    [
        ({"name": "A", "can_keep": "always"}, {}, ""),
        ({"name": "A", "can_keep": "mostly"}, {}, "it is kept mostly, not every time"),
        ({"name": "A", "can_keep": "not-yet"}, {}, "it is not kept yet"),
        ({"name": "A"}, {}, UNSAID),
        ({"name": "A"}, {"can_keep": "always"}, UNSAID),
        ({}, {"name": "A", "can_keep": "always"}, "nobody has confirmed it"),
        ({"can_keep": "always"}, {"name": "A"}, "nobody has confirmed it"),
    ],
)
def test_why_customers_are_not_told(said, suggested, why, make_playbook):
    text = dump({"business": {"name": "T"}, "promise": {"promises": [{"id": "a", **said}]}})
    suggests = {"promise": {"promises": [{"id": "a", **suggested}]}} if suggested else {}
    [promise] = make_playbook(text, suggests).promise.promises
    assert why_not_told(promise) == why
