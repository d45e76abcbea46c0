from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from pydantic import ValidationError

from playbook.model.journey import Touchpoint
from playbook.model.playbook import Playbook
from playbook.model.reviews import Reviews
from playbook.model.scorecard import Measure
from playbook.words import Words


def measure(**values: str) -> Measure:
    return Measure.model_validate({"id": "m", "name": "M", **values})


def test_text_becomes_words():
    assert type(Playbook.model_validate({"business": {"name": "A"}}).business.name) is Words


@pytest.mark.parametrize(
    ("text", "number"),
    [("95", "95"), ("1,200", "1200"), ("2.5 %", "2.5"), ("7,50", "7.5"), ("1e3", "1000")],
)
def test_a_number_is_read_as_people_write_it(text: str, number: str):
    assert measure(target=text).target == Decimal(number)


@pytest.mark.parametrize("text", ["lots", "nan", "1/2", "inf"])
def test_text_is_no_number(text: str):
    with pytest.raises(ValidationError, match="must be a number"):
        measure(target=text)


@pytest.mark.parametrize("text", ["2027-03-31", "31/3/2027", "31. März 2027"])
def test_a_date_is_read_as_people_write_it(text: str):
    assert measure(target_date=text).target_date == datetime.date(2027, 3, 31)


def test_text_is_no_date():
    with pytest.raises(ValidationError, match="year-month-day"):
        measure(target_date="soon")


@pytest.mark.parametrize("text", ["next Friday", "31 March", "in three weeks"])
def test_a_day_that_moves_is_refused(text: str):
    with pytest.raises(ValidationError, match="must be the same day whenever it is read"):
        measure(target_date=text)


def test_a_date_that_could_be_two_is_left_open():
    assert measure(target_date="3/4/27").target_date is None


def test_a_number_is_read_in_the_unit_beside_it():
    assert measure(unit="minutes", target="2h", baseline="1 h 30").target == Decimal(120)
    with pytest.raises(ValidationError, match="must be a number"):
        measure(target="2h")


@pytest.mark.parametrize(
    ("text", "truth"),
    [("yes", True), ("No", False), ("true", True), ("y", True), ("no thanks", False)],
)
def test_yes_and_no_are_truths(text: str, truth: bool):
    point = Touchpoint.model_validate({"id": "t", "name": "T", "moment_of_truth": text})
    assert point.moment_of_truth is truth


def test_an_empty_name_is_refused():
    with pytest.raises(ValidationError, match="must not be empty"):
        Playbook.model_validate({"business": {"name": "  "}})


def test_a_single_text_is_no_list():
    with pytest.raises(ValidationError, match="must be a list"):
        Touchpoint.model_validate({"id": "t", "name": "T", "steps": "Smile"})


@pytest.mark.parametrize("bad", ["Front Desk", "front--desk", "-a", "a_b", "ü", "../x", "a\n"])
def test_an_id_is_lower_case_letters_digits_and_hyphens(bad: str):
    with pytest.raises(ValidationError, match="lower-case letters"):
        Touchpoint.model_validate({"id": bad, "name": "T"})


def test_nobody_can_claim_a_suggestion_by_hand():
    with pytest.raises(ValidationError, match="is not a key you can use"):
        Playbook.model_validate({"business": {"name": "A", "suggested": ["name"]}})


def test_a_record_cannot_be_changed():
    playbook = Playbook.model_validate({"business": {"name": "A"}})
    with pytest.raises(ValidationError, match="frozen"):
        playbook.business = None  # type: ignore[assignment]


def test_too_long_a_text_is_refused():
    with pytest.raises(ValidationError, match="longer than"):
        Playbook.model_validate({"business": {"name": "A", "goal": "x" * 20_001}})


@pytest.mark.parametrize(
    "text", ["https://fig.example", "http://10.0.0.7:8080/team/", " https://fig.example/a/b.html "]
)
def test_a_web_address_is_kept_without_space_around_it(text: str):
    reviews = Reviews.model_validate({"address": text})
    assert reviews.address == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "www.fig.example",
        "javascript:x",
        "file:///etc",
        "https://a b",
        "https://x?q",
        "https://x#y",
        "https://u:p@x/",
        "https://",
        'https://x/"',
        "https://x/" + "a" * 400,
    ],
)
def test_anything_else_is_no_web_address(text: str):
    with pytest.raises(ValidationError, match="must be a web address"):
        Reviews.model_validate({"address": text})
