"""Text that people wrote for people leads to the number or address that it means, or nowhere."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from playbook.parse.reach import is_from_anywhere, is_mail, mails_in, numbers_in


def dialled(text: str, region: str | None) -> list[str]:
    return [way.to for way in numbers_in(text, region)]


ONE_NUMBER = [
    # Great Britain, with numbers that are kept free for stories among them
    ("GB", "020 7946 0018", "+442079460018"),
    ("GB", "(020) 7946 0018", "+442079460018"),
    ("GB", "01632 960214", "+441632960214"),
    ("GB", "07700 900123", "+447700900123"),
    ("GB", "7700 900123", "+447700900123"),
    ("GB", "+44 (0)20 7946 0018", "+442079460018"),
    ("GB", "(+44) 20 7946 0018", "+442079460018"),
    ("GB", "+(44) 20 7946 0018", "+442079460018"),
    ("GB", "0044 20 7946 0018", "+442079460018"),
    ("GB", "0800 1111", "+448001111"),
    ("GB", "tel. 020-7946-0018", "+442079460018"),
    ("GB", "020 7946 0018.", "+442079460018"),
    ("GB", "\u202a+44 20 7946 0018\u202c", "+442079460018"),
    ("GB", "020\N{NO-BREAK SPACE}7946\N{NON-BREAKING HYPHEN}0018", "+442079460018"),
    ("GB", "+353 1 234 5678", "+35312345678"),
    ("IE", "01 234 5678", "+35312345678"),
    ("IE", "085 123 4567", "+353851234567"),
    ("IE", "1800 123 456", "+3531800123456"),
    ("IE", "+44 (0)1632 960-001", "+441632960001"),
    ("US", "(212) 555-0142", "+12125550142"),
    ("US", "212.555.0142", "+12125550142"),
    ("US", "1-800-555-0199", "+18005550199"),
    ("US", "+1 212 555 0142", "+12125550142"),
    ("US", "011 44 20 7946 0018", "+442079460018"),
    ("US", "0044 20 7946 0018", "+442079460018"),
    ("CA", "416-555-0123", "+14165550123"),
    ("DE", "030 23125 123", "+493023125123"),
    ("DE", "0171/1234567", "+491711234567"),
    ("DE", "0123 / 456", "+49123456"),
    ("DE", "+49 (0)30/123456-78", "+493012345678"),
    ("DE", "030 12345-12", "+49301234512"),
    ("DE", "(0 30) 12 34 56", "+4930123456"),
    ("AT", "01 234 56 78", "+4312345678"),
    ("AT", "+43 (0)660 1234567", "+436601234567"),
    ("AT", "0043 1 / 2345678", "+4312345678"),
    ("CH", "044 668 18 00", "+41446681800"),
    ("CH", "+41 (0)79 123 45 67", "+41791234567"),
    ("FR", "01.23.45.67.89", "+33123456789"),
    ("FR", "06 12 34 56 78", "+33612345678"),
    ("FR", "+33 (0)1 23 45 67 89", "+33123456789"),
    ("IT", "06 1234 5678", "+390612345678"),
    ("IT", "+39 (0)6 12345678", "+390612345678"),
    ("IT", "338 123 4567", "+393381234567"),
    ("ES", "912 34 56 78", "+34912345678"),
    ("ES", "+34 (0)91 123 45 67", "+34911234567"),
    ("NL", "020-123 45 67", "+31201234567"),
    ("NL", "06 12345678", "+31612345678"),
    ("BE", "02/123.45.67", "+3221234567"),
    ("PL", "22 123 45 67", "+48221234567"),
    ("PT", "21 123 4567", "+351211234567"),
    ("SE", "08-123 456 78", "+46812345678"),
    ("SE", "070-123 45 67", "+46701234567"),
    ("DK", "12 34 56 78", "+4512345678"),
    ("NO", "22 12 34 56", "+4722123456"),
    ("AU", "(02) 5550 1234", "+61255501234"),
    ("AU", "0491 570 006", "+61491570006"),
    ("AU", "1300 123 456", "+611300123456"),
    ("NZ", "09 123 4567", "+6491234567"),
    ("NZ", "021 123 4567", "+64211234567"),
    ("IN", "98765 43210", "+919876543210"),
    ("IN", "022 2345 6789", "+912223456789"),
    ("JP", "03-1234-5678", "+81312345678"),
    ("JP", "（03）1234－5678", "+81312345678"),
    ("JP", "０９０－１２３４－５６７８", "+819012345678"),
    ("BR", "(11) 91234-5678", "+5511912345678"),
    ("BR", "11 3123-4567", "+551131234567"),
    ("ZA", "021 123 4567", "+27211234567"),
    ("ZA", "082 123 4567", "+27821234567"),
    ("SG", "6123 4567", "+6561234567"),
    ("AE", "04 123 4567", "+97141234567"),
    # an extension is said to be one
    ("GB", "020 7946 0018 ext. 12", "+442079460018;ext=12"),
    ("GB", "020 7946 0018, ext 12", "+442079460018;ext=12"),
    ("GB", "020 7946 0018 extension 4567", "+442079460018;ext=4567"),
    ("GB", "020 7946 0018x12", "+442079460018;ext=12"),
    ("US", "(212) 555-0142 x 7", "+12125550142;ext=7"),
    ("DE", "030 23125 Durchwahl 12", "+493023125;ext=12"),
    # a number that is dialled nearby only keeps its digits
    ("US", "555 0142", "5550142"),
    ("GB", "7946 0018", "79460018"),
    ("DE", "4711 223", "4711223"),
    # and so do short ones
    ("GB", "999", "999"),
    ("DE", " 116 117\n", "116117"),
    ("US", "311", "311"),
    ("AU", "13 11 14", "131114"),
    (None, "112", "112"),
    # without a country
    (None, "020 7946 0018", "02079460018"),
    (None, "020 7946 0018 ext. 12", "02079460018;ext=12"),
    (None, "+44 (0)20 7946 0018", "+442079460018"),
    (None, "0044 (0)20 7946 0018", "+442079460018"),
    (None, "0123 / 456", "0123456"),
    (None, "555-0142", "5550142"),
    (None, "٠١٢٣٤٥٦٧٨٩", "0123456789"),
    ("AQ", "020 7946 0018", "02079460018"),
]  # fmt: skip


@pytest.mark.parametrize(("region", "text", "number"), ONE_NUMBER)
def test_a_number_is_dialled_as_its_country_does(region: str | None, text: str, number: str):
    assert dialled(text, region) == [number]


@pytest.mark.parametrize("region", ["GB", None])
@pytest.mark.parametrize(
    "between", [" / ", "/", " or ", ", ", ",", "\n", "; ", " - ", "  ", " and after six ", " | "]
)
def test_two_numbers_in_one_field_are_two(region: str | None, between: str):
    text = f"(020) 7946 0018{between}07700 900123"
    found = numbers_in(text, region)
    assert [text[way.start : way.end] for way in found] == ["(020) 7946 0018", "07700 900123"]
    plus = {"GB": "+44", None: "0"}[region]
    assert [way.to for way in found] == [f"{plus}2079460018", f"{plus}7700900123"]


@pytest.mark.parametrize(
    ("region", "text", "numbers"),
    [
        ("DE", "0123 / 456 or 0171/1234567", ["+49123456", "+491711234567"]),
        ("DE", "030 12345 / 0171 1234567", ["+493012345", "+491711234567"]),
        ("DE", "030 12345 / 67", ["+493012345"]),
        ("GB", "+44 20 7946 0018 +44 7700 900123", ["+442079460018", "+447700900123"]),
        ("GB", "Mon 9-17, Sat 10-14: 020 7946 0018", ["+442079460018"]),
        ("GB", "Room 917, 020 7946 0018 ext. 4 or 112", ["+442079460018;ext=4"]),
    ],
)
def test_what_stands_between_numbers_is_none(region: str, text: str, numbers: list[str]):
    assert dialled(text, region) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "Bea, mobile 07700 900123, after six",
        "Bea (07700 900123)",
        "07700 900123 (mobile)",
        "T:07700 900123",
    ],
)
def test_words_around_a_number_are_no_part_of_it(text: str):
    [way] = numbers_in(text, "GB")
    assert (text[way.start : way.end], way.to) == ("07700 900123", "+447700900123")


@pytest.mark.parametrize("region", ["GB", "DE", "US", None])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ask for Bob",
        "9-17",
        "Room 917",
        "Emergency: 112",
        "8.00-17.00",
        "0800-1700",
        "31.03.2027",
        "2027-03-31",
        "31/12/2027",
        "2019-2024",
        "01234567890123456",
        "+99 123 456 7890 123",
        "A0123456789",
        "+1 555 0142",
        "12:30",
        "1",
        "12",
        "javascript:1",
        "help2079460018@example.com",
        "½ 1²3",
    ],
)
def test_no_number_leads_nowhere(text: str, region: str | None):
    assert dialled(text, region) == []


def test_what_can_be_called_from_anywhere_has_its_country_or_few_digits():
    assert is_from_anywhere("+442079460018;ext=12")
    assert is_from_anywhere("112")
    assert not is_from_anywhere("5550142")


PHONISH = st.text(st.sampled_from("0123456789+() .-/,\nx#٣０－") | st.characters())


@given(PHONISH, st.sampled_from(["GB", "DE", "US", "IT", "BR", "AQ", None]))
@example("+44 (0)20 7946 0018 / (020", "GB")
def test_whatever_is_typed_comes_back_in_pieces_that_can_be_dialled(text: str, region: str | None):
    at = 0
    for way in numbers_in(text, region):
        assert at <= way.start < way.end <= len(text)
        assert re.fullmatch(r"\+?[0-9]{3,15}(;ext=[0-9]{1,7})?", way.to)
        at = way.end


@given(st.text(st.sampled_from("ab1.@-_'?\n ") | st.characters()))
def test_whatever_is_typed_is_searched_for_mail_addresses(text: str):
    assert all(is_mail(way.to) and text[way.start : way.end] == way.to for way in mails_in(text))


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("a.b@c.example", ["a.b@c.example"]),
        ("Bea: bea@x.example, or jörg@müller.example.", ["bea@x.example", "jörg@müller.example"]),
        ("o'brien+shop@x.example", ["o'brien+shop@x.example"]),
        ("a@b", []),
        ("maria", []),
        ("@x.example", []),
        ("a@-x.example", []),
    ],
)
def test_mail_addresses_are_found_among_words(text: str, addresses: list[str]):
    assert [way.to for way in mails_in(text)] == addresses


def test_numbers_are_known_only_when_one_is_looked_for():
    code = (
        "import sys\n"
        "from playbook.cli import main\n"
        "main(['--help'], standalone_mode=False)\n"
        "import playbook.app.build\n"
        "assert 'phonenumbers' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
