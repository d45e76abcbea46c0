"""The page about the playbook tells what is still open, and nothing that is not."""

from __future__ import annotations

import pytest

from playbook.pages.about import build
from playbook.pages.context import Guide

SAID = "promise:\n  value_proposition: Smiles\n"
DECLINED = "not_for_us:\n  - promise.value_proposition\n"
SUGGESTS = {"promise": {"value_proposition": "Suggested"}}


@pytest.mark.parametrize(
    ("text", "suggests", "told"),
    [
        ("people: {}\n", {}, (True, False)),
        ("people: {}\n", SUGGESTS, (False, True)),
        (SAID, SUGGESTS, (False, False)),
        (DECLINED, SUGGESTS, (False, False)),
    ],
    ids=["undecided", "suggested", "said", "declined"],
)
def test_a_question_is_open_until_it_is_answered_or_declined(
    make_playbook, method, text, suggests, told
):
    ask = method.question_filling("promise.value_proposition").ask
    [about] = build(Guide(make_playbook(text, suggests), method))
    undecided = [one for chapter in about.open_chapters for one in chapter.undecided]
    unconfirmed = [one for chapter in about.open_chapters for one in chapter.unconfirmed]
    assert (ask in undecided, ask in unconfirmed) == told
