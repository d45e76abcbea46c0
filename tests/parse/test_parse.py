"""What somebody writes means the same at a question, behind --set and in the answers file."""

from __future__ import annotations

import contextlib
import datetime
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from babel.dates import get_month_names
from hypothesis import given
from hypothesis import strategies as st

from playbook.answers.answers import Answers
from playbook.brand.look import design
from playbook.checks import find_in_writing, written
from playbook.draft.compose import compose
from playbook.draft.draft import Draft
from playbook.errors import AnswersError, BrandError, SettingsError
from playbook.interview.set_option import with_settings
from playbook.interview.start import Start
from playbook.method.models import Chapter, Method, Pack
from playbook.parse import names
from playbook.parse.colour_names import read_colour
from playbook.parse.dates import read_days
from playbook.parse.meaning import Convention, Unclear
from playbook.parse.numbers import plainly, read_amount
from playbook.parse.reading import READ, read
from playbook.yamlfile import read_text
from tests.small_interview import TODAY, MemoryStore, answers_of, question

REFUSED = None
NUMBERS = [
    # As in the United States, Britain, Ireland, Japan.
    ("7", "", "7"),
    ("7.50", "", "7.5"),
    ("1,200.50", "", "1200.5"),
    ("1,234,567", "", "1234567"),
    ("1,234,567.89", "", "1234567.89"),
    (".5", "", "0.5"),
    ("95.", "", "95"),
    # As in Germany, Spain, Italy, the Netherlands, Brazil.
    ("7,50", "", "7.5"),
    ("4,5", "", "4.5"),
    ("1.234,50", "", "1234.5"),
    ("1.300,00", "", "1300"),
    ("1.234.567", "", "1234567"),
    ("1.234.567,89", "", "1234567.89"),
    ("0,500", "", "0.5"),
    (",5", "", "0.5"),
    ("1234,567", "", "1234.567"),
    ("1,2345", "", "1.2345"),
    # As in France, Sweden, Poland, with three kinds of space.
    ("1 200", "", "1200"),
    ("1 234,5", "", "1234.5"),
    ("1\N{NO-BREAK SPACE}200", "", "1200"),
    ("1\N{NARROW NO-BREAK SPACE}234\N{NARROW NO-BREAK SPACE}567,8", "", "1234567.8"),
    ("1\N{THIN SPACE}200.5", "", "1200.5"),
    # As in Switzerland, with two kinds of apostrophe.
    ("1'200", "", "1200"),
    ("1’200", "", "1200"),
    ("1'234'567.80", "", "1234567.8"),
    ("1’234,80", "", "1234.8"),
    # As in India.
    ("1,00,000", "", "100000"),
    ("12,34,567.5", "", "1234567.5"),
    # In other digits.
    ("١٢٣", "", "123"),
    ("١٬٢٠٠٫٥", "", "1200.5"),
    ("१२", "", "12"),
    ("１２，５", "", "12.5"),
    # Below nothing, about, in words.
    ("-3", "", "-3"),
    ("−3,5", "", "-3.5"),
    ("–3", "", "-3"),
    ("about 40", "", "40"),
    ("three", "", "3"),
    ("half", "", "0.5"),
    ("a dozen", "", "12"),
    ("12k", "", "12000"),
    ("1,5 million", "", "1500000"),
    # In their unit.
    ("4,5 stars", "stars", "4.5"),
    ("1 star", "stars", "1"),
    ("3 per 100 orders", "per 100 orders", "3"),
    ("95 %", "%", "95"),
    ("95,5%", "%", "95.5"),
    ("12 per cent", "%", "12"),
    ("9 out of 10", "%", "90"),
    ("120 %", "%", "120"),
    ("2.5 %", "", "2.5"),
    # Doubtful.
    ("1,200", "", ("1200", "1.2")),
    ("1.200", "", ("1.2", "1200")),
    ("12.345", "", ("12.3450", "12345")),
    ("-1,500", "", ("-1500", "-1.5")),
    ("1,200 stars", "stars", ("1200", "1.2")),
    ("1,500 km", "km", ("1500", "1.5")),
    # No numbers.
    ("many", "", REFUSED),
    ("12 apples", "", REFUSED),
    ("4 stars", "minutes", REFUSED),
    ("1-2", "", REFUSED),
    ("1/2", "", REFUSED),
    ("1.2.3", "", REFUSED),
    ("12 34", "", REFUSED),
    ("5²", "", REFUSED),
    ("12:30", "", REFUSED),
    ("9" * 20, "", REFUSED),
    ("0.00000001", "", REFUSED),
]
LENGTHS = [
    ("2h", "minutes", "120"),
    ("2 hours", "hours", "2"),
    ("1h30", "minutes", "90"),
    ("1 h 30 min", "hours", "1.5"),
    ("an hour and a half", "minutes", "90"),
    ("two and a half hours", "minutes", "150"),
    ("half an hour", "minutes", "30"),
    ("half a day", "hours", "4"),
    ("half a day", "days", "0.5"),
    ("two weeks", "days", "14"),
    ("90 sec", "minutes", "1.5"),
    ("90 mins", "hours", "1.5"),
    ("3", "hours", "3"),
    ("2,5 Stunden", "minutes", "150"),
    ("30 Min.", "minutes", "30"),
    ("3 Tage", "days", "3"),
    ("2 heures", "minutes", "120"),
    ("une heure", "minutes", REFUSED),
    ("3 jours", "days", "3"),
    ("2 horas", "minutes", "120"),
    ("2 settimane", "days", "14"),
    ("2 uur", "minutes", "120"),
    ("1,200 min", "minutes", ("1200", "1.2")),
    ("2h", "stars", REFUSED),
    ("2 months", "days", REFUSED),
]
MONEY = [
    ("7,50", "", "7.5"),
    ("$1,200", "", "1200"),
    ("€ 49.50", "", "49.5"),
    ("€7,50", "", "7.5"),
    ("7,50 €", "", "7.5"),
    ("7,50\N{NO-BREAK SPACE}€", "", "7.5"),
    ("1.200 EUR", "", "1200"),
    ("1,200", "", "1200"),
    ("1.200", "", "1200"),
    ("1.234,50 €", "", "1234.5"),
    ("CHF 1'200.-", "", "1200"),
    ("Fr. 20.–", "", "20"),
    ("₹1,00,000/-", "", "100000"),
    ("Rs.500", "", "500"),
    ("kr 1 200", "", "1200"),
    ("1\N{NARROW NO-BREAK SPACE}200,50 kr.", "", "1200.5"),
    ("49,90 zł", "", "49.9"),
    ("R$ 1.234,56", "", "1234.56"),
    ("US$50", "", "50"),
    ("£5k", "", "5000"),
    ("50 dollars", "", "50"),
    ("20 Schweizer Franken", "", "20"),
    ("20 libras", "", "20"),
    ("¥12,000", "", "12000"),
    ("-€5", "", "-5"),
    ("12,5", "", "12.5"),
    ("0.500", "", "0.5"),
    ("5 coffees", "", REFUSED),
    ("a lot", "", REFUSED),
]
SHARES = [
    ("95 %", "", "95"),
    ("95,5 %", "", "95.5"),
    ("%50", "", "50"),
    ("12 Prozent", "", "12"),
    ("3/4", "", "75"),
    ("9 out of 10", "", "90"),
    ("12,500", "", "12.5"),
    ("12.500", "", "12.5"),
    ("most", "", REFUSED),
    ("€ 5", "", REFUSED),
]
COUNTS = [
    ("24", "", "24"),
    ("1,200", "", "1200"),
    ("1.200", "", "1200"),
    ("two", "", "2"),
    ("4.5", "", REFUSED),
]
DATES = [
    ("2027-03-31", "", "2027-03-31"),
    ("2027-3-1", "", "2027-03-01"),
    ("2027/03/31", "", "2027-03-31"),
    ("20270331", "", "2027-03-31"),
    ("31 March 2027", "", "2027-03-31"),
    ("March 31, 2027", "", "2027-03-31"),
    ("31st of March 2027", "", "2027-03-31"),
    ("31-Mar-2027", "", "2027-03-31"),
    ("31 Mar 27", "", "2027-03-31"),
    ("Wed, 31 March 2027", "", "2027-03-31"),
    ("31. März 2027", "", "2027-03-31"),
    ("Mittwoch, den 31. März 2027", "", "2027-03-31"),
    ("le 3 avril 2027", "", "2027-04-03"),
    ("1er déc. 2027", "", "2027-12-01"),
    ("mercredi 31 mars 2027", "", "2027-03-31"),
    ("3 de abril de 2027", "", "2027-04-03"),
    ("3 ago 2027", "", "2027-08-03"),
    ("3 aprile 2027", "", "2027-04-03"),
    ("martedì 30 marzo 2027", "", "2027-03-30"),
    ("31 maart 2027", "", "2027-03-31"),
    ("1º de fevereiro de 2027", "", "2027-02-01"),
    ("mar. 3, 2027", "", "2027-03-03"),
    ("31.3.2027", "", "2027-03-31"),
    ("31. 3. 2027", "", "2027-03-31"),
    ("3.4.2027", "", "2027-04-03"),
    ("31/3/27", "", "2027-03-31"),
    ("3/31/2027", "", "2027-03-31"),
    ("3/3/2027", "", "2027-03-03"),
    ("Sat 3/4/2027", "", "2027-04-03"),
    ("March 2028", "", "2028-03-31"),
    ("mid-June 2028", "", "2028-06-15"),
    ("first Monday of May 2027", "", "2027-05-03"),
    ("3/4/27", "", ("2027-04-03", "2027-03-04")),
    ("3/4/2027", "", ("2027-04-03", "2027-03-04")),
    ("03-04-2027", "", ("2027-04-03", "2027-03-04")),
    ("soon", "", REFUSED),
    ("31/3", "", REFUSED),
    ("30 February 2027", "", REFUSED),
    ("Tuesday, 31 March 2027", "", REFUSED),
]
TRUTHS = [
    ("yes", "", "yes"),
    ("Y", "", "yes"),
    ("yes please", "", "yes"),
    ("true", "", "yes"),
    ("Sí", "", "yes"),
    ("ja", "", "yes"),
    ("no", "", "no"),
    ("No thanks", "", "no"),
    ("false", "", "no"),
    ("nein", "", "no"),
    ("não", "", "no"),
    ("maybe", "", REFUSED),
]
COLOURS = [
    ("teal", "", "#008080"),
    ("dark green", "", "#006400"),
    ("Dark-Green", "", "#006400"),
    ("slate grey", "", "#708090"),
    ("dark purple", "", "#450045"),
    ("#0a7a5a", "", "#0a7a5a"),
    ("0a7a5a", "", "#0a7a5a"),
    ("0A7", "", "#00aa77"),
    ("rgb(31, 92, 102)", "", "#1f5c66"),
    ("hsl(120 100% 25%)", "", "#008000"),
    ("reddish", "", REFUSED),
    ("transparent", "", REFUSED),
]
ALL = {"number": [*NUMBERS, *LENGTHS], "money": MONEY, "percent": SHARES, "count": COUNTS} | {
    "date": DATES,
    "truth": TRUTHS,
    "colour": COLOURS,
}
ROWS = [(kind, *row) for kind, rows in ALL.items() for row in rows]
MOVING = ["next Friday", "31 March", "in three weeks", "end of the month", "Freitag", "tomorrow"]

FIELDS = {
    "number": "scorecard.measures.m.target",
    "money": "scorecard.revenue.new",
    "percent": "scorecard.revenue.repeat_share",
    "count": "journey.stages.s.heard_count",
    "date": "reviews.next_review",
    "truth": "journey.touchpoints.t.moment_of_truth",
    "colour": "brand.colour",
}
ASKED = {"count": "number", "truth": "choice"}
"""The kind of a question, where it is not that of its answer."""


def asked_about(kind: str) -> Method:
    """Return a method that asks for one field of a kind, with the things around it."""
    path = FIELDS[kind].split(".")
    inner = question("it", path[-1], ASKED.get(kind, kind))
    outer = question("it", FIELDS[kind], ASKED.get(kind, kind))
    if len(path) > 3:
        each = [{**inner.model_dump(exclude_unset=True)}]
        outer = question("it", ".".join(path[:2]), "things", thing="thing", each=each)
    chapter = Chapter(id="one", title="One", purpose="Why.", outcome="Now.", questions=(outer,))
    return Method(chapters=(chapter,), documents=(), ideas=())


METHODS = {kind: asked_about(kind) for kind in FIELDS}
PACK = Pack(id="generic", name="Any", about="")


@dataclass
class Given:
    """What came of a text on one way in."""

    value: str | None
    """What was kept or counts, None where nothing does."""
    doubts: tuple[str, ...] = ()
    """The two things it may mean."""


def things(kind: str, unit: str) -> dict[str, object]:
    """Return the answers around a field of a kind, with one thing in its list."""
    path = FIELDS[kind].split(".")
    if len(path) < 4:
        return {"business": {"name": "A"}}
    thing = {"id": path[2], "name": "It", **({"unit": unit} if unit else {})}
    return {"business": {"name": "A"}, path[0]: {path[1]: [thing]}}


def kept(kind: str, answers: Answers) -> str | None:
    value = answers.get(FIELDS[kind])
    assert value is None or isinstance(value, str)
    return read_colour(value)[1] if value and kind == "colour" else value


def both(text: str) -> tuple[str, ...]:
    found = re.search(r"(?:Is that|Please write|Write) (\S+) or (\S+?)[?.](?:\s|$)", text)
    return found.groups() if found else ()


def by_function(kind: str, text: str, unit: str) -> Given:
    try:
        reading = read(kind, text, today=TODAY, unit=unit)
    except Unclear:
        return Given(None)
    if reading.question:
        assert both(reading.question) == (reading.value, reading.otherwise)
        return Given(None, both(reading.question))
    value = read_colour(reading.value)[1] if kind == "colour" else reading.value
    return Given(value)


def at_question(hold, kind: str, text: str, unit: str) -> Given:
    typing = ["edit 1", text] if len(FIELDS[kind].split(".")) > 3 else [text]
    held = hold(
        *typing,
        start=Start("questions", questions=("it",)),
        method=METHODS[kind],
        packs={"generic": PACK},
        answers=answers_of(**things(kind, unit)),
    )
    return Given(kept(kind, held.answers), both(held.text))


def by_setting(kind: str, text: str, unit: str) -> Given:
    answers = answers_of(**things(kind, unit))
    draft, settings = Draft.over(answers, PACK, METHODS[kind]), [f"{FIELDS[kind]}={text}"]
    try:
        after, _ = with_settings(draft, settings, MemoryStore(), packs={}, today=TODAY)
    except SettingsError as error:
        return Given(None, both(error.problems[0].what) if len(error.problems) == 1 else ())
    return Given(kept(kind, after.answers))


def in_file(kind: str, text: str, unit: str) -> Given:
    path = FIELDS[kind].split(".")
    answers = answers_of(**things(kind, unit)).with_value(tuple(path), text)
    document = read_text(json.dumps(answers.data))
    draft = Draft.over(Answers(document.data), PACK, METHODS[kind])
    try:
        playbook, lines = compose(draft, document)
        if kind == "colour":
            return Given(design(playbook.brand, playbook.business.name, Path()).colour)
    except (AnswersError, BrandError):
        return Given(None)
    value = playbook
    for step in path:
        items = isinstance(value, tuple)
        value = next(one for one in value if one.id == step) if items else getattr(value, step)
    found = find_in_writing(written(lines.tree))
    doubts = [both(one.mend) for one in found if one.rule == "doubtful"]
    return Given(plain(value), *doubts)


def plain(value: object) -> str | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return plainly(value)
    return None if value is None else str(value)


def test_there_are_many_rows_and_each_stands_once():
    assert len(ROWS) >= 120
    assert len({row[:3] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("kind", "text", "unit", "meant"), ROWS)
def test_a_text_means_the_same_on_every_way_in(hold, kind, text, unit, meant):
    doubts = meant if isinstance(meant, tuple) else ()
    on_screens = Given(None if doubts else meant, doubts)
    assert by_function(kind, text, unit) == on_screens
    assert at_question(hold, kind, text, unit) == on_screens
    assert by_setting(kind, text, unit) == on_screens
    # In a file nobody can be asked: a number counts as before, a day is left open.
    counts = doubts[0] if doubts and kind != "date" else on_screens.value
    assert in_file(kind, text, unit) == Given(counts, doubts)


@pytest.mark.parametrize(("kind", "text", "unit", "meant"), ROWS)
def test_each_of_two_readings_is_clear_when_it_is_typed(hold, kind, text, unit, meant):
    for proposal in meant if isinstance(meant, tuple) else ():
        assert at_question(hold, kind, proposal, unit) == Given(proposal)


@pytest.mark.parametrize("text", MOVING)
def test_a_day_that_moves_is_understood_while_somebody_knows_what_day_it_is(hold, text):
    on_screen = at_question(hold, "date", text, "")
    assert on_screen.value is not None
    assert by_setting("date", text, "") == by_function("date", text, "") == on_screen
    assert in_file("date", text, "").value is None


@pytest.mark.parametrize(
    ("kind", "text", "convention", "value"),
    [
        ("number", "1,200", Convention(decimal="point"), "1200"),
        ("number", "1,200", Convention(decimal="comma"), "1.2"),
        ("number", "1.200", Convention(decimal="point"), "1.2"),
        ("number", "1.200", Convention(decimal="comma"), "1200"),
        ("number", "1,200.50", Convention(decimal="comma"), "1200.5"),
        ("money", "1.200", Convention(decimal="point"), "1200"),
        ("percent", "12.500", Convention(decimal="comma"), "12.5"),
        ("date", "3/4/27", Convention(first="day"), "2027-04-03"),
        ("date", "3/4/27", Convention(first="month"), "2027-03-04"),
        ("date", "3.4.27", Convention(first="month"), "2027-03-04"),
        ("date", "31/3/27", Convention(first="month"), "2027-03-31"),
    ],
)
def test_what_is_doubtful_is_clear_by_a_convention(kind, text, convention, value):
    reading = read(kind, text, today=TODAY, convention=convention)
    assert (reading.value, reading.question) == (value, "")


characters = st.text(
    st.sampled_from("0123456789.,'’ -+%€$kmhdays/:()٣٬marchokt\n\N{NO-BREAK SPACE}")
)


@given(st.sampled_from(sorted(READ)), st.text() | characters, st.sampled_from(["", "%", "hours"]))
def test_whatever_is_typed_is_refused_or_read_and_then_read_as_itself(kind, text, unit):
    with contextlib.suppress(Unclear):
        reading = read(kind, text, today=TODAY, unit=unit)
        assert reading == read(kind, text, today=TODAY, unit=unit)
        again = read(kind, str(reading.value), today=TODAY, unit=unit)
        assert (again.value, again.question) == (reading.value, "")


@given(st.decimals(-999_999_999_999, 999_999_999_999, places=4))
def test_a_number_that_is_kept_reads_back_as_itself(number):
    assert read_amount("number", plainly(number)) == (number,)


@given(st.dates(datetime.date(1000, 1, 1)))
def test_a_day_that_is_kept_reads_back_as_itself(day):
    assert read_days(day.isoformat()) == (day,)


def test_no_names_are_loaded_before_one_is_looked_up():
    code = (
        "import datetime, sys\n"
        "from playbook.parse.reading import read\n"
        "for kind, text in (('number', '1.234,50'), ('date', '2027-03-31'), ('truth', 'yes')):\n"
        "    read(kind, text, today=datetime.date(2027, 3, 3), unit='stars')\n"
        "assert 'babel' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("language", names.LANGUAGES)
def test_a_months_name_in_any_language_means_that_month(language):
    for number in range(1, 13):
        for width in ("wide", "abbreviated"):
            name = get_month_names(width, locale=language)[number]
            assert read("date", f"3 {name} 2027", today=TODAY).value == f"2027-{number:02}-03"


def test_mar_is_march_though_it_is_a_tuesday_in_spanish():
    assert read("date", "mar", today=TODAY).value == "2027-03-31"
