"""Days, numbers, money and lists, as each language writes them."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from playbook.language.conventions import day, listed, money, number
from playbook.words import Words

DAY = datetime.date(2027, 1, 31)
NARROW, FIXED = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "31 January 2027"),
        ("en-GB", "31 January 2027"),
        ("en-US", "January 31, 2027"),
        ("de", "31. Januar 2027"),
        ("de-AT", "31. Jänner 2027"),
        ("fr", "31 janvier 2027"),
        ("es", "31 de enero de 2027"),
    ],
)
def test_a_day_is_written_in_full(code, said):
    assert day(DAY, code) == said


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "1,200.5"),
        ("en-US", "1,200.5"),
        ("de", "1.200,5"),
        ("fr", f"1{NARROW}200,5"),
        ("es-US", "1,200.5"),
    ],
)
def test_a_number_is_written_in_groups(code, said):
    assert number(Decimal("1200.5"), code) == said


def test_no_digit_of_a_number_is_lost():
    assert number(Decimal("0.123456"), "en") == "0.123456"
    assert number(Decimal("33"), "en") == "33"


@pytest.mark.parametrize(
    ("amount", "currency", "code", "said"),
    [
        ("1200", "£", "en", "£1,200"),
        ("12.5", "£", "en", "£12.50"),
        ("3.1007", "£", "en", "£3.1007"),
        ("3.1007", "coins", "en", "coins 3.1007"),
        ("1200", "EUR", "de", f"1.200{FIXED}€"),
        ("1200", "€", "en", "€1,200"),
        ("1200", "$", "en", "$1,200"),
        ("1200", "kr", "en", "kr 1,200"),
        ("1200", "", "en", "1,200"),
        ("12.5", "kr", "en", "kr 12.50"),
        ("40", "Swiss francs", "en", "Swiss francs 40"),
    ],
)
def test_an_amount_stands_with_its_currency_as_a_country_writes_it(amount, currency, code, said):
    assert money(Decimal(amount), currency, code) == said


@pytest.mark.parametrize(
    ("code", "said"),
    [("en", "Ana, Bo and Cy"), ("en-US", "Ana, Bo, and Cy"), ("de", "Ana, Bo und Cy")],
)
def test_names_are_listed_as_people_list_them(code, said):
    assert listed([Words("Ana"), Words("Bo"), Words("Cy")], code) == said
    assert listed([Words("Ana")], code) == "Ana"
