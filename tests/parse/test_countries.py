"""A country is known by its name in several languages, by what people call it, and by two letters."""

from __future__ import annotations

import phonenumbers
import pytest
from babel.core import Locale

from playbook.parse.countries import country_name, read_country
from playbook.parse.meaning import Unclear


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Ireland", "IE"),
        ("ireland", "IE"),
        ("IE", "IE"),
        ("Éire", "IE"),
        ("UK", "GB"),
        ("U.K.", "GB"),
        ("the United Kingdom", "GB"),
        ("Scotland", "GB"),
        ("gb", "GB"),
        ("US", "US"),
        ("U.S.A.", "US"),
        ("Germany", "DE"),
        ("Deutschland", "DE"),
        ("Österreich", "AT"),
        ("The Netherlands", "NL"),
        ("Holland", "NL"),
        ("no", "NO"),
        ("Cote d'Ivoire", "CI"),
        ("Trinidad and Tobago", "TT"),
        ("  New   Zealand ", "NZ"),
        ("Turkey", "TR"),
    ],
)
def test_a_country_is_known_by_many_names(text: str, region: str):
    assert read_country(text) == region


@pytest.mark.parametrize("text", ["", "Europe", "EU", "Alderwick", "Korea", "150", "ZZ", "!"])
def test_what_names_no_country_is_asked_again(text: str):
    with pytest.raises(Unclear, match="such as Ireland or IE"):
        read_country(text)


@pytest.mark.parametrize(
    "region", sorted(phonenumbers.SUPPORTED_REGIONS & set(Locale("en").territories))
)
def test_every_country_with_phones_is_known_by_its_name_and_letters(region: str):
    assert read_country(region) == region
    assert read_country(country_name(region)) == region
