"""A trade finds its starter pack, and one without a pack finds none."""

from __future__ import annotations

import datetime

import pytest

from playbook.answers.answers import Answers
from playbook.interview.session import Session
from playbook.interview.trades import nearest, trades
from playbook.method.load import known_method, known_packs
from playbook.workspace import Workspace


@pytest.fixture(scope="module", name="options")
def _options(tmp_path_factory):
    method = known_method()
    packs = known_packs(Workspace(tmp_path_factory.mktemp("trades")), method)
    return trades(Session.over(method, packs, Answers(), datetime.date(2027, 3, 3)), "en")


@pytest.mark.parametrize(
    ("text", "pack"),
    [
        ("bakery", "cafe"),
        ("Bäckerei café", None),
        ("pub", "cafe"),
        ("tea room", "cafe"),
        ("coffee shop", "cafe"),
        ("restaurant", "cafe"),
        ("garage", "garage"),
        ("car repairs", "garage"),
        ("dentist", "dental"),
        ("physio", "dental"),
        ("physiotherapist", "dental"),
        ("optician", "dental"),
        ("yoga studio", "fitness"),
        ("gym", "fitness"),
        ("dance school", "fitness"),
        ("plumber", "trades"),
        ("electrician", "trades"),
        ("landscaping", "trades"),
        ("B&B", "inn"),
        ("guest house", "inn"),
        ("small hotel", "inn"),
        ("bookkeeping", "professional"),
        ("accountant", "professional"),
        ("architect", "professional"),
        ("law firm", None),
        ("barber", "salon"),
        ("hair salon", "salon"),
        ("nail studio", "salon"),
        ("tattoo", "salon"),
        ("online shop", "online-shop"),
        ("driving school", "generic"),
        ("dog groomer", "generic"),
        ("photographer", "generic"),
    ],
)
def test_a_trade_finds_its_pack(options, text, pack):
    assert [one.value for one in nearest(text, options)] == ([pack] if pack else [])


@pytest.mark.parametrize(
    "text",
    [
        "funeral home",
        "nursing home",
        "kennels",
        "cattery",
        "kennels and cattery",
        "language school",
        "chimney sweep",
        "translator",
        "locksmith",
        "piano teacher",
        "wedding planner",
        "undertaker",
        "hospice",
        "vet",
        "a small business",
        "bus company",
        "???",
    ],
)
def test_no_pack_is_better_than_a_wrong_one(options, text):
    assert nearest(text, options) == ()
