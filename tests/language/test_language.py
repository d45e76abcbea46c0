from __future__ import annotations

import pytest

from playbook.language.customer_word import forms_of
from playbook.language.language import Language
from playbook.language.phrases import Phrase
from playbook.words import Words

PHRASES = {
    "lead": Phrase({"other": "{Customers} come to us. We see {a customer} off."}),
    "hello": Phrase({"other": "Hello {name}"}),
    "more": Phrase({"one": "and one more", "other": "and {count} more"}),
}
FAMILY = forms_of(Words("family"), Words("families"))


def language(*layers: dict[str, dict[str, str]], code: str = "en") -> Language:
    return Language(code, PHRASES, layers, FAMILY)


def test_a_phrase_is_said_in_the_owners_word_with_a_capital_where_it_begins_a_sentence():
    assert language().say("lead").plain == "Families come to us. We see a family off."


def test_the_first_layer_that_knows_a_phrase_is_heard():
    mine = {"hello": {"other": "Welcome, {name}"}}
    theirs = {"hello": {"other": "Hi {name}"}, "more": {"other": "others"}}
    speaking = language(mine, theirs)
    assert speaking.say("hello", name="Ana").plain == "Welcome, Ana"
    assert speaking.say("more", count=3).plain == "others"


@pytest.mark.parametrize(
    ("count", "said"), [(0, "and 0 more"), (1, "and one more"), (2, "and 2 more")]
)
def test_a_number_chooses_among_the_texts(count, said):
    assert language().say("more", count=count).plain == said


def test_the_language_decides_what_kind_of_number_it_is():
    arabic = language({"more": {"two": "both", "other": "others"}}, code="ar")
    assert arabic.say("more", count=2).plain == "both"
    assert arabic.say("more", count=7).plain == "others"


def test_a_kind_of_number_without_a_text_of_its_own_is_said_as_any_other():
    polish = language({"more": {"one": "jeden", "other": "inne"}}, code="pl")
    assert polish.say("more", count=3).plain == "inne"


def test_what_nothing_fills_is_no_phrase():
    with pytest.raises(KeyError):
        language().say("hello")
    with pytest.raises(KeyError):
        language().say("nothing-of-the-kind")


def test_a_slot_may_stand_for_a_customer_where_a_page_says_who():
    assert language().say("lead", **{"a customer": Words("Ana")}).plain.endswith("see Ana off.")
