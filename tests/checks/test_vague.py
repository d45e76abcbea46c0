from __future__ import annotations

import pytest

from playbook.checks import find, rules_for
from playbook.checks.vague import says_something_observable, vague_word


def test_a_vague_word_comes_with_what_to_say_instead():
    assert vague_word("standard", "We answer promptly.") == ("promptly", "how fast")


def test_words_are_found_whole():
    assert vague_word("standard", "The farewell is told soonest") is None


def test_a_figure_beside_the_word_says_what_is_meant():
    assert vague_word("standard", "Promptly: within 2 rings") is None


def test_fields_in_which_anything_goes_are_left_alone():
    assert vague_word("name", "Quick lunch") is None


@pytest.mark.parametrize(
    "text", ["Greeted in 30 seconds", "Every time", "Two people check", "Never"]
)
def test_something_to_count_is_observable(text: str):
    assert says_something_observable(text)


@pytest.mark.parametrize("text", ["Greeted warmly", "With care and attention"])
def test_a_feeling_is_not_observable(text: str):
    assert not says_something_observable(text)


def test_no_word_is_vague_in_a_language_without_a_list(make_playbook):
    text = "journey:\n  touchpoints:\n    - {id: gruss, name: Gruß, standard: Jeder Gast wird begrüßt}\n"
    playbook = make_playbook(text)
    found = {
        language: {one.rule for one in find(playbook, rules_for(language))}
        for language in ("en", "en-US", "de")
    }
    assert "vague-standard" in found["en"] & found["en-US"]
    assert "vague-standard" not in found["de"]
    assert found["de"] == found["en"] - {"vague-standard"}
