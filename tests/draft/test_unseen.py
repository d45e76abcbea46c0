"""Things of the pack that came into a list without the owner's seeing them."""

from __future__ import annotations

import pytest

from playbook.draft.unseen import has_unseen, is_unseen


@pytest.mark.parametrize(
    ("thing", "unseen"),
    [({"id": "a"}, True), ({"id": "a", "name": "A"}, False), ({"name": "A"}, False), ("a", False)],
)
def test_a_thing_is_unseen_that_is_only_an_id(thing, unseen):
    assert is_unseen(thing) is unseen
    assert has_unseen([{"id": "b", "name": "B"}, thing]) is unseen
    assert not has_unseen("text")
