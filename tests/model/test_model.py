"""Each chapter of the interview has its nouns: frozen records with a word of help for each field."""

from __future__ import annotations

import inspect

import pytest

from playbook.model import (
    business,
    customers,
    fairness,
    improvements,
    journey,
    listening,
    people,
    promises,
    reviews,
    scorecard,
)
from playbook.model.base import Record
from playbook.model.fields import fields
from playbook.model.playbook import Playbook

CHAPTERS = (
    business,
    customers,
    fairness,
    improvements,
    journey,
    listening,
    people,
    promises,
    reviews,
    scorecard,
)
RECORDS = [
    record
    for chapter in CHAPTERS
    for _, record in inspect.getmembers(chapter, inspect.isclass)
    if issubclass(record, Record) and record.__module__ == chapter.__name__
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_record_says_what_it_is_and_cannot_be_changed(record):
    assert record.__doc__
    assert record.model_config["frozen"]
    assert record.model_config["extra"] == "forbid"


def test_every_record_is_part_of_a_playbook():
    found = {field.record for field in fields(Playbook)}
    assert set(RECORDS) <= found


def test_nothing_but_a_name_has_to_be_said():
    assert Playbook.model_validate({"business": {"name": "A"}}).journey == journey.Journey()
