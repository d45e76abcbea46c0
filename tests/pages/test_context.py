"""What page builders ask for: ways to other pages, amounts, and what belongs to whom."""

from __future__ import annotations

from decimal import Decimal

import pytest

from playbook.pages.context import Guide, owned_by
from tests.pages.conftest import TEXT


@pytest.fixture(name="guide_of")
def _guide_of(make_playbook, method):
    return lambda text=TEXT: Guide(make_playbook(text), method)


@pytest.mark.parametrize(
    ("currency", "told"), [("£", "£1,500.50"), ("kr", "kr 1,500.50"), ("EUR", "€1,500.50")]
)
def test_an_amount_names_the_currency_of_the_business(guide_of, currency, told):
    guide = guide_of(TEXT.replace("currency: £", f"currency: {currency}"))
    assert guide.money(Decimal("1500.50")).text == told


def test_a_role_without_a_limit_is_undecided(guide_of):
    guide = guide_of()
    limits = {role.id: guide.limit(role).text for role in guide.playbook.people.roles}
    assert limits == {"host": "£15", "cook": None, "porter": None}


def test_touchpoints_come_stage_by_stage_and_those_without_one_last(guide_of):
    extra = "    - id: garden\n      name: Garden\n    - id: greeting\n"
    guide = guide_of(TEXT.replace("    - id: greeting\n", extra))
    found = [
        (stage.id if stage else None, [point.id for point in points])
        for stage, points in guide.by_stage()
    ]
    assert found == [
        ("arrive", ["greeting", "soup"]),
        ("leave", ["goodbye"]),
        (None, ["garden"]),
    ]


def test_a_role_owns_what_names_it(guide_of):
    playbook = guide_of().playbook
    host = playbook.role("host")
    assert [one.id for one in owned_by(host, playbook.promise.promises)] == ["seen"]
    assert [one.id for one in owned_by(host, playbook.scorecard.measures)] == ["smiles"]


def test_both_who_gives_and_who_takes_hand_over(guide_of):
    guide = guide_of()
    hand_offs = {role.id: len(guide.hand_offs_of(role)) for role in guide.playbook.people.roles}
    assert hand_offs == {"host": 1, "cook": 1, "porter": 0}


SHARED = (
    "business:\n  name: T\npeople:\n  roles:\n    - id: host\n      name: Host\n"
    "  people:\n"
    "    - {id: ana, name: Ana, roles: [host]}\n"
    "    - {id: ben, name: Ben, roles: [host]}\n"
    "    - {id: cleo, name: Cleo, roles: [host]}\n"
)


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        ("", "Ana, Ben and Cleo"),
        ("ben", "Ben, with Ana and Cleo"),
        ("ana", "Ana, with Ben and Cleo"),
    ],
)
def test_of_several_the_one_who_answers_comes_first(guide_of, lead, told):
    guide = guide_of(SHARED.replace("name: Host\n", f"name: Host\n      lead: {lead}\n"))
    assert guide.holders(guide.playbook.role("host")) == told


def test_one_person_stands_alone(guide_of):
    text = SHARED.replace("    - {id: ben, name: Ben, roles: [host]}\n", "").replace(
        "    - {id: cleo, name: Cleo, roles: [host]}\n", ""
    )
    guide = guide_of(text.replace("name: Host\n", "name: Host\n      lead: ana\n"))
    assert guide.holders(guide.playbook.role("host")) == "Ana"
