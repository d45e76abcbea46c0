from __future__ import annotations

import pytest

from playbook.language.customer_word import forms_of, several
from playbook.words import Words


@pytest.mark.parametrize(
    ("word", "with_article"),
    [
        ("customer", "a customer"),
        ("owner", "an owner"),
        ("client", "a client"),
        ("heir", "an heir"),
        ("honest guest", "an honest guest"),
        ("hour guest", "an hour guest"),
        ("honoured guest", "an honoured guest"),
        ("host", "a host"),
        ("user", "a user"),
        ("university student", "a university student"),
        ("unit holder", "a unit holder"),
        ("utility customer", "a utility customer"),
        ("uninsured driver", "an uninsured driver"),
        ("unhappy guest", "an unhappy guest"),
        ("upholsterer", "an upholsterer"),
        ("European visitor", "a European visitor"),
        ("ewe owner", "a ewe owner"),
        ("one-off visitor", "a one-off visitor"),
        ("only child", "an only child"),
        ("MP", "an MP"),
        ("FC fan", "an FC fan"),
        ("US guest", "a US guest"),
        ("8-year-old", "an 8-year-old"),
        ("11-year-old", "an 11-year-old"),
        ("18-year-old", "an 18-year-old"),
        ("1-day visitor", "a 1-day visitor"),
        ("guest", "a guest"),
        ("Employer", "an Employer"),
        ("éleveur", "an éleveur"),
    ],
)
def test_a_word_gets_the_article_that_its_sound_asks_for(word, with_article):
    assert forms_of(Words(word), None)["a customer"].plain == with_article


def test_an_article_that_was_typed_along_is_kept():
    forms = forms_of(Words("an FIFA fan"), Words("FIFA fans"))
    assert (forms["a customer"].plain, forms["customer"].plain) == ("an FIFA fan", "FIFA fan")


@pytest.mark.parametrize(("several", "theirs"), [("guests", "guests’"), ("children", "children’s")])
def test_what_is_theirs_is_said_as_english_does(several, theirs):
    forms = forms_of(Words("guest"), Words(several))
    assert (forms["customer's"].plain, forms["customers'"].plain) == ("guest’s", theirs)


def test_without_a_word_of_the_owners_they_are_customers():
    forms = forms_of(None, None)
    assert forms["customer"].plain == "customer"
    assert forms["customers"].plain == "customers"


@pytest.mark.parametrize(
    ("one", "more"),
    [
        ("guest", "guests"),
        ("family", "families"),
        ("boy", "boys"),
        ("child", "children"),
        ("schoolchild", "schoolchildren"),
        ("person", "people"),
        ("wife", "wives"),
        ("chief", "chiefs"),
        ("boss", "bosses"),
        ("coach", "coaches"),
        ("mother-to-be", "mothers-to-be"),
        ("guest of honour", "guests of honour"),
        ("sick child", "sick children"),
        ("brother-in-law", "brothers-in-law"),
        ("client", "clients"),
        ("woman", "women"),
        ("", "s"),
    ],
)
def test_several_are_called_as_english_mostly_has_it(one, more):
    assert several(one) == more
