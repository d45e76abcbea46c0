"""A starter pack suggests what an honest owner of the trade would sign.

A rule here is a function that returns what breaks it. Each is run on the packs that were read with
it, which must break none, and on a pack broken on purpose, which must be noticed.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from playbook.yamlfile import read

ROOT = Path(__file__).parent.parent

Suggests = dict[str, Any]
Rule = Callable[[Suggests, str], Iterator[str]]
Break = Callable[[Suggests], None]

_NUMBERS = """
cafe    order-right food-on-time guests-return guests-content told-by-a-friend -
trades  right-first-time arrived-on-time services-renewed satisfaction referrals past-due
garage  right-first-time promised-time back-in-a-year customers-content sent-by-somebody past-due
salon   right-first-time started-as-booked new-clients-back clients-content sent-by-a-friend -
shop    settled-first-time orders-in-time came-again content-customers sent-by-somebody -
dental  right-first-time seen-on-time back-when-due patients-content sent-by-somebody past-due
fitness right-first-time classes-on-time members-who-stayed content-members sent-by-a-member past-due
inn     stays-without-fault room-ready came-again content-guests sent-by-somebody past-due
online-shop right-first-time right-on-the-day ordered-again content-customers sent-by-somebody past-due
professional right-first-time on-time renewals satisfaction referrals past-due
generic right-first-time on-time returning satisfaction referrals past-due
"""
NUMBERS = {pack: set(ids) - {"-"} for pack, *ids in map(str.split, _NUMBERS.strip().splitlines())}
"""Each pack that keeps the rules, with its measures for Nowak's six numbers: right the first time,
on time, coming back, satisfaction, referral, and past due, with a dash where customers pay on the
spot and owe nothing."""

MOST_WITHOUT_A_SLIP = 0.25
"""The share of standards that may hold without exception: law, safety, money, one person's hand."""
MOST_WITHOUT_A_ROLE = 10
"""How often a pack may say that it is somebody's, or nobody's, instead of naming the role."""

NO_SLIP = re.compile(
    r"\b(\w+) (?:times )?(?:out )?of \1\b|\b(?:all|always|each|every|never)\b", re.IGNORECASE
)
NO_ROLE = re.compile(r"\b(?:nobody|somebody|someone|whoever)\b", re.IGNORECASE)


def suggestions(pack: str) -> Suggests:
    data = read(ROOT / "content" / "packs" / f"{pack}.yml").data
    assert isinstance(data, dict)
    suggests: Suggests = data["suggests"]
    return suggests


def prose(value: object) -> Iterator[str]:
    """Yield what people read: every text that is no id."""
    if isinstance(value, str):
        yield from [value] if " " in value else []
    elif isinstance(value, dict):
        yield from (text for item in value.values() for text in prose(item))
    elif isinstance(value, list):
        yield from (text for item in value for text in prose(item))


def standards(suggests: Suggests) -> list[str]:
    return [str(point["standard"]) for point in suggests["journey"]["touchpoints"]]


# --- the rules ---------------------------------------------------------------------------


def more_without_a_slip_than_an_owner_can_keep(suggests: Suggests, _: str) -> Iterator[str]:
    without = [standard for standard in standards(suggests) if NO_SLIP.search(standard)]
    if len(without) > MOST_WITHOUT_A_SLIP * len(standards(suggests)):
        yield from without


def two_standards_in_one(suggests: Suggests, _: str) -> Iterator[str]:
    yield from (text for text in standards(suggests) if re.search(r"[.;] |, and ", text))


def standards_with_nothing_to_count(suggests: Suggests, _: str) -> Iterator[str]:
    yield from (text for text in standards(suggests) if not re.search(r"\d", text))


def touchpoints_and_promises_without_a_measure(suggests: Suggests, _: str) -> Iterator[str]:
    things = suggests["journey"]["touchpoints"] + suggests["promise"]["promises"]
    yield from (thing["id"] for thing in things if not thing.get("measure"))


def numbers_of_the_method_that_are_missing(suggests: Suggests, pack: str) -> Iterator[str]:
    measured = {measure["id"] for measure in suggests["scorecard"]["measures"]}
    yield from NUMBERS[pack] - measured


def meetings_of_one_person(suggests: Suggests, _: str) -> Iterator[str]:
    yield from (
        meeting["id"] for meeting in suggests["reviews"]["meetings"] if len(meeting["who"]) < 2
    )


def more_of_somebody_than_of_roles(suggests: Suggests, _: str) -> Iterator[str]:
    found = [text for text in prose(suggests) for _ in NO_ROLE.findall(text)]
    if len(found) > MOST_WITHOUT_A_ROLE:
        yield from found


# --- packs broken on purpose -------------------------------------------------------------


def every_standard(text: str) -> Break:
    def change(suggests: Suggests) -> None:
        for point in suggests["journey"]["touchpoints"]:
            point["standard"] = text

    return change


def drop_the_measures(suggests: Suggests) -> None:
    suggests["scorecard"]["measures"] = []


def drop_the_measure_of_a_promise(suggests: Suggests) -> None:
    del suggests["promise"]["promises"][0]["measure"]


def leave_the_owner_alone(suggests: Suggests) -> None:
    suggests["reviews"]["meetings"][0]["who"] = ["owner"]


def ask_for_somebody(suggests: Suggests) -> None:
    suggests["people"]["must_know"] = ["Ask somebody"] * (MOST_WITHOUT_A_ROLE + 1)


RULES: tuple[tuple[Rule, Break], ...] = (
    (more_without_a_slip_than_an_owner_can_keep, every_standard("10 of 10 guests greeted.")),
    (more_without_a_slip_than_an_owner_can_keep, every_standard("Done ten times out of ten.")),
    (more_without_a_slip_than_an_owner_can_keep, every_standard("Every guest greeted in 1 minute")),
    (two_standards_in_one, every_standard("9 of 10 rung back. 8 of 10 thanked.")),
    (two_standards_in_one, every_standard("9 of 10 rung back, and 8 of 10 thanked.")),
    (standards_with_nothing_to_count, every_standard("Guests feel welcome.")),
    (touchpoints_and_promises_without_a_measure, drop_the_measure_of_a_promise),
    (numbers_of_the_method_that_are_missing, drop_the_measures),
    (meetings_of_one_person, leave_the_owner_alone),
    (more_of_somebody_than_of_roles, ask_for_somebody),
)


def named(rule: object) -> str:
    return getattr(rule, "__name__", "")


@pytest.mark.parametrize("pack", NUMBERS)
@pytest.mark.parametrize("rule", dict.fromkeys(rule for rule, _ in RULES), ids=named)
def test_a_pack_has_no(rule: Rule, pack: str) -> None:
    assert list(rule(suggestions(pack), pack)) == []


@pytest.mark.parametrize(("rule", "spoil"), RULES, ids=named)
def test_a_pack_is_noticed_that_has(rule: Rule, spoil: Break) -> None:
    spoiled = copy.deepcopy(suggestions("cafe"))
    spoil(spoiled)
    assert list(rule(spoiled, "cafe")) != []
