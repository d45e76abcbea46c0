"""What people type is read the way they mean it, and echoed."""

from __future__ import annotations

import contextlib
import datetime
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.checks.vague import vague_word
from playbook.parse.colour_names import colours_like, read_colour
from playbook.parse.dates import read_days
from playbook.parse.meaning import Unclear
from playbook.parse.numbers import grouped, plainly, read_amount
from playbook.parse.reading import hardly_a_name, lines, read, typed

TODAY = datetime.date(2027, 3, 3)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("95", "95"),
        ("2.5", "2.5"),
        ("2,5", "2.5"),
        ("1.200,50", "1200.5"),
        ("1,200.50", "1200.5"),
        ("1 200", "1200"),
        ("1'200", "1200"),
        ("1,000,000", "1000000"),
        ("three", "3"),
        ("half", "0.5"),
        ("a dozen", "12"),
        ("12k", "12000"),
        ("about 40", "40"),
        ("-3", "-3"),
        ("95.", "95"),
    ],
)
def test_r18_numbers_are_read_as_people_write_them(text, number):
    assert [plainly(one) for one in read_amount("number", text)] == [number]


@pytest.mark.parametrize(
    "text", ["", "many", "12 apples", "1-2", "e5", "nan", "infinity", "1e999", "9" * 40]
)
def test_r18_what_is_no_number_is_asked_again_in_words(text):
    with pytest.raises(Unclear, match="number"):
        read_amount("number", text)


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("2h", "minutes", "120"),
        ("2 hours", "hours", "2"),
        ("half a day", "hours", "4"),
        ("half a day", "days", "0.5"),
        ("an hour and a half", "minutes", "90"),
        ("1 h 30 min", "hours", "1.5"),
        ("90 minutes", "hours", "1.5"),
        ("two weeks", "days", "14"),
        ("3", "hours", "3"),
        ("4 stars", "stars", "4"),
    ],
)
def test_r18_lengths_of_time_become_the_unit_of_the_measure(text, unit, number):
    assert [plainly(one) for one in read_amount("number", text, unit=unit)] == [number]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("$1,200", "1200"),
        ("€ 49.50", "49.5"),
        ("1.200 EUR", "1200"),
        ("50 dollars", "50"),
        ("£5k", "5000"),
    ],
)
def test_r18_money_is_read_with_any_currency(text, number):
    assert [plainly(one) for one in read_amount("money", text)] == [number]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("95 %", "95"),
        ("95%", "95"),
        ("9 out of 10", "90"),
        ("3/4", "75"),
        ("12 per cent", "12"),
        ("95,5 %", "95.5"),
    ],
)
def test_r18_percentages_are_read(text, number):
    assert [plainly(one) for one in read_amount("percent", text)] == [number]


def test_numbers_are_shown_with_thousands_apart():
    assert grouped(Decimal("1200000.5")) == "1,200,000.5"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-03-31", "2027-03-31"),
        ("31 March 2027", "2027-03-31"),
        ("March 31, 2027", "2027-03-31"),
        ("31st of March", "2027-03-31"),
        ("1 March", "2028-03-01"),
        ("31.3.2027", "2027-03-31"),
        ("3/31/2027", "2027-03-31"),
        ("31/3/27", "2027-03-31"),
        ("today", "2027-03-03"),
        ("tomorrow", "2027-03-04"),
        ("Friday", "2027-03-05"),
        ("next Friday", "2027-03-12"),
        ("last Friday", "2027-02-26"),
        ("Wednesday", "2027-03-10"),
        ("in 3 weeks", "2027-03-24"),
        ("in two months", "2027-05-03"),
        ("a year from now", "2028-03-03"),
        ("end of March", "2027-03-31"),
        ("end of the month", "2027-03-31"),
        ("end of year", "2027-12-31"),
        ("March 2028", "2028-03-31"),
        ("2 days ago", "2027-03-01"),
        ("in 6 weeks", "2027-04-14"),
        ("end of the year", "2027-12-31"),
        ("first Monday of May", "2027-05-03"),
        ("the 2nd Tuesday in April", "2027-04-13"),
        ("first Monday of March", "2028-03-06"),
        ("first Monday of March 2027", "2027-03-01"),
        ("last Fri of March", "2027-03-26"),
        ("first Monday of next month", "2027-04-05"),
        ("mid June", "2027-06-15"),
        ("mid-June 2028", "2028-06-15"),
        ("beginning of May", "2027-05-01"),
    ],
)
def test_r18_days_are_read_as_people_say_them(text, day):
    assert [one.isoformat() for one in read_days(text, today=TODAY)] == [day]


def test_r18_a_day_that_could_be_two_is_asked_about():
    reading = read("date", "3/4/2027", today=TODAY)
    assert "2027-04-03 or 2027-03-04" in reading.question


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "2027-13-01", "30 February 2027", "in 9999999 years", "the 99th", "31/3"),
        *("fifth Monday of May 2028x", "fifth Monday of April 2027", "ninth Monday of May"),
        *("0 Monday of May", "first Monday", "mid 31 June"),
    ],
)
def test_r18_what_is_no_day_is_asked_again_in_words(text):
    with pytest.raises(Unclear):
        read_days(text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "spelling", "code"),
    [
        ("teal", "teal", "#008080"),
        ("#0a7", "#0a7", "#00aa77"),
        ("0a7", "#0a7", "#00aa77"),
        ("Dark Green", "Dark Green", "#006400"),
        ("rgb(0 128 0)", "rgb(0 128 0)", "#008000"),
        ("slate grey", "slate grey", "#708090"),
        ("dark purple", "dark purple", "#450045"),
        ("Bordeaux", "Bordeaux", "#6b1f2a"),
        ("wine red", "wine red", "#6b1f2a"),
        ("petrol", "petrol", "#0f5b66"),
        ("Pale-Teal", "Pale-Teal", "#83e5e4"),
        ("deep navy", "deep navy", "#000757"),
        ("light purple", "light purple", "#e06edd"),
    ],
)
def test_r18_colours_are_read_by_name_and_code(text, spelling, code):
    assert read_colour(text) == (spelling, code)


@pytest.mark.parametrize(
    ("text", "echo"),
    [
        ("teal", "teal, which is #008080"),
        ("#dda0dd", ""),
        (
            "plum",
            "plum, which is #dda0dd, a pale one; for a darker one type dark plum or a code such as "
            "#8d558e",
        ),
        (
            "Light Green",
            "Light Green, which is #90ee90, a pale one; for a darker one type dark green or a code "
            "such as #187e22",
        ),
    ],
)
def test_a_colour_that_is_paler_than_its_name_says_so(text, echo):
    assert read("colour", text, today=TODAY).echo == echo


@pytest.mark.parametrize(
    "text",
    [
        "",
        "lila",
        "reddish",
        "dark",
        "dark transparent",
        "dark hsl(1 1% 1%)",
        "#12",
        "red; } body { display: none",
        "url(x)",
    ],
)
def test_what_is_no_colour_is_refused(text):
    with pytest.raises(Unclear, match="teal"):
        read_colour(text)


@pytest.mark.parametrize(
    ("text", "first"),
    [("reddish", "red"), ("dark purpel", "darkred"), ("bleu", "blue"), ("2", "teal"), ("", "teal")],
)
def test_colours_that_may_be_meant_are_offered_with_their_codes(text, first):
    names = dict(colours_like(text))
    assert next(iter(names)) == first
    assert len(names) == 6
    assert all(read_colour(name) == (name, code) for name, code in names.items())


@pytest.mark.parametrize(
    ("text", "like"),
    [
        *(("12 May 2027", "a date"), ("31.3.2027", "a date"), ("2027-05-12", "a date")),
        *(("Ana, ana@example.com", "a mail address"), ("Route 66 tour", "")),
        *(("Anja, 0049 40/123 45 67", "a phone number"), ("Class of 1999", "")),
        *(("help@example.com", "a mail address"), ("4711", "a number"), ("555 01-00", "a number")),
        *(("", ""), ("May", ""), ("Rosewater", ""), ("Studio 54", ""), ("24 hours a day", "")),
        *(("7th Street Deli", ""), ("C&A", ""), ("@home", ""), ("12 May", "a date")),
    ],
)
def test_what_is_hardly_a_name_is_told_from_names(text, like):
    assert hardly_a_name(text, TODAY) == like


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("#1F5C66", "#1f5c66"),
        ("1f5c66", "#1f5c66"),
        ("#fa0", "#ffaa00"),
        (" teal ", "#008080"),
        ("rgb(31, 92, 102)", "#1f5c66"),
        ("hsl(120 100% 25%)", "#008000"),
        ("hsl(none 20% 40%)", "#7a5252"),
        ("oklch(0 0 0)", "#000000"),
        ("color(display-p3 1 1 1)", "#ffffff"),
        ("rgb(0 0 0 / 50%)", "#808080"),
    ],
)
def test_a_colour_is_read_in_any_form_css_knows(text, code):
    assert read_colour(text)[1] == code


@pytest.mark.parametrize(
    "text",
    ["", "red; background: url(x)", "currentcolor", "transparent", "#12345", "</style>", "#" * 500],
)
def test_what_nobody_can_see_is_no_colour(text):
    with pytest.raises(Unclear):
        read_colour(text)


@given(st.text(max_size=60))
def test_any_text_becomes_a_plain_hex_colour_or_is_refused(text):
    with contextlib.suppress(Unclear):
        colour = read_colour(text)[1]
        assert re.fullmatch("#[0-9a-f]{6}", colour)


def test_pasted_lists_lose_their_bullets_and_numbers():
    assert lines("- one\n* two\n\n3. three\n  four  ") == ("one", "two", "three", "four")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Night phone - my sister Bríd", ("Night phone - my sister Bríd",)),
        ("call before 10. then again", ("call before 10. then again",)),
        ("2-3 days - always", ("2-3 days - always",)),
        ("- 2-3 days - always", ("2-3 days - always",)),
        ("24. December closed", ("24. December closed",)),
        ("1. Greet", ("1. Greet",)),
        ("1. Greet\n2. Seat\n3. Serve", ("Greet", "Seat", "Serve")),
        ("1) Greet\n2) Seat", ("Greet", "Seat")),
        ("2. floor left\n1. floor right", ("2. floor left", "1. floor right")),
        ("24. December\n31. December", ("24. December", "31. December")),
        ("•\tfrom a word processor\n·\tanother", ("from a word processor", "another")),
        ("-5 degrees\n*sic*", ("-5 degrees", "*sic*")),
        ("two  blanks  stay", ("two  blanks  stay",)),
    ],
)
def test_a_list_loses_only_the_marks_in_front_of_its_lines(text, kept):
    assert lines(typed(text)) == kept


def test_a_list_that_lost_its_marks_says_so():
    assert read("lines", "- one\n- two", today=TODAY).echo == "lines without the mark in front"
    assert read("lines", "one\ntwo", today=TODAY).echo == ""


def test_words_from_a_word_processor_stay_apart():
    assert typed("one\vtwo\u2028three\r\nfour\tfive") == "one\ntwo\nthree\nfour five"


def test_r24_escape_codes_are_taken_out_of_what_is_typed():
    assert typed("Rose\x1b[D\x1b[31mwater\x07\x00 \x1b]0;title\x07shop") == "Rosewater shop"


@pytest.mark.parametrize(
    ("part", "text"), [("phone", "call me"), ("email", "maria"), ("email", "a@b")]
)
def test_a_contact_that_cannot_be_reached_is_asked_again(part, text):
    with pytest.raises(Unclear):
        read(part, text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "echo"),
    [("UK", "United Kingdom"), ("ie", "Ireland"), ("Ireland", ""), ("Österreich", "Austria")],
)
def test_a_country_is_kept_as_typed_and_its_name_is_said(text, echo):
    reading = read("country", text, today=TODAY)
    assert (reading.value, reading.echo) == (text, echo)


def test_a_country_that_nobody_knows_is_asked_again():
    with pytest.raises(Unclear, match="by its name or its two letters"):
        read("country", "Alderwick", today=TODAY)


def test_text_that_is_too_long_is_refused_in_words():
    with pytest.raises(Unclear, match="20,000 characters"):
        read("text", "x" * 20_001, today=TODAY)


@pytest.mark.parametrize(
    ("field", "text", "word"),
    [
        ("standard", "We answer quickly", "quickly"),
        ("standard", "Be professional. Answer in 3 rings.", "professional"),
        ("detail", "As soon as possible", "As soon as possible"),
        ("how_often", "regularly", "regularly"),
    ],
)
def test_vague_words_are_noticed(field, text, word):
    assert vague_word(field, text)[0] == word


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("standard", "We answer quickly, within 3 rings"),
        ("standard", "Quicksilver is on the shelf"),
        ("story", "We are quick and professional"),
    ],
)
def test_words_that_a_figure_makes_plain_are_left_alone(field, text):
    assert vague_word(field, text) is None


def test_a_share_of_a_number_nobody_could_mean_is_asked_about():
    with pytest.raises(Unclear, match="percent"):
        read_amount("percent", f"1 of {'9' * 5000}")
