"""When a starter pack changes, its clients keep what they took and get what they have not seen."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from playbook.answers.answers import Answers
from playbook.draft.draft import Draft
from playbook.draft.lines import Lines
from playbook.draft.memory import Memory, news, remember
from playbook.draft.upgrade import upgraded
from playbook.method.models import Pack
from playbook.yamlfile import read_text

POINTS = "journey.touchpoints"
TUTOR = {"people.roles": {"counter": "till"}}


def points(*things):
    return {
        "journey": {"touchpoints": [{"id": one} if isinstance(one, str) else one for one in things]}
    }


def ids(things):
    return [one["id"] for one in things]


@dataclass
class Read:
    """What an owner said, read by the pack of today."""

    draft: Draft
    memory: Memory

    @property
    def answers(self) -> Answers:
        return self.draft.answers

    @property
    def pack(self) -> Pack:
        return self.draft.pack


@pytest.fixture
def now(small_method, bakery):
    """Return a function that reads answers by a newer version of the pack they were made with."""
    memory = remember(small_method, bakery)

    def read(answers, pack, memory=memory):
        return Read(*upgraded(Draft.over(answers, pack, small_method), memory))

    return read


def with_parking(things):
    first, *others = things
    return [first, {"id": "parking", "name": "Parking"}, *others]


def with_till(things):
    return [{**one, "id": "till"} if one["id"] == "counter" else one for one in things]


def test_what_the_pack_added_joins_a_list_of_which_not_all_was_seen(now, version_two, said_of):
    answers = said_of(**points("smell", {"id": "greeting", "standard": "At once."}, "paying"))
    read = now(answers, version_two(touchpoints=with_parking))
    assert read.answers.get(POINTS) == [
        {"id": "smell"},
        {"id": "parking"},
        {"id": "greeting", "standard": "At once."},
        {"id": "paying"},
    ]


def test_a_list_the_owner_has_seen_stays_as_they_chose_it(now, version_two, said_of):
    answers = said_of(**points({"id": "greeting", "name": "Hello"}))
    assert now(answers, version_two(touchpoints=with_parking)).answers == answers


def test_what_was_there_when_the_list_was_made_does_not_come_back(now, version_two, said_of):
    answers = said_of(**points("smell"))
    read = now(answers, version_two(touchpoints=with_parking))
    assert ids(read.answers.get(POINTS)) == ["smell", "parking"]


def test_what_nobody_saw_goes_with_the_pack_unless_something_names_it(
    now, version_two, said_of, without
):
    pack = version_two(touchpoints=without("smell", "greeting"))
    answers = said_of(**points("smell", "greeting", "paying"))
    assert ids(now(answers, pack).answers.get(POINTS)) == ["paying"]
    named = said_of(**points("greeting", "paying"), people={"responsible": "counter"})
    roles = version_two(roles=without("counter"))
    named = named.with_value("people.roles", [{"id": "owner"}, {"id": "counter"}])
    read = now(named, roles)
    assert ids(read.answers.get("people.roles")) == ["owner", "counter"]
    assert "counter" in ids(read.pack.suggests["people"]["roles"])


def test_without_a_memory_nothing_joins_or_goes(now, version_two, said_of, without):
    answers = said_of(**points("smell", "greeting"))
    pack = version_two(touchpoints=without("smell"))
    assert now(answers, pack, Memory()).answers == answers


def test_what_is_carried_brings_what_only_it_names(now, version_two, bakery, said_of, without):
    greeting = next(one for one in bakery.suggests["journey"]["touchpoints"] if one.get("owner"))
    answers = said_of(**points({"id": greeting["id"], "standard": "At once."}))
    pack = version_two(touchpoints=without(greeting["id"]), roles=without(greeting["owner"]))
    read = now(answers, pack)
    assert greeting["id"] in ids(read.pack.suggests["journey"]["touchpoints"])
    assert greeting["owner"] in ids(read.pack.suggests["people"]["roles"])


def test_what_the_owner_replaced_brings_nothing(now, version_two, bakery, said_of, without):
    greeting = next(one for one in bakery.suggests["journey"]["touchpoints"] if one.get("owner"))
    answers = said_of(**points({"id": greeting["id"], "owner": "owner"}))
    pack = version_two(touchpoints=without(greeting["id"]), roles=without(greeting["owner"]))
    assert greeting["owner"] not in ids(now(answers, pack).pack.suggests["people"]["roles"])


def test_a_renamed_id_is_followed_wherever_it_stands(now, version_two, said_of):
    answers = said_of(
        people={
            "roles": [{"id": "owner"}, {"id": "counter", "does": "Sells."}],
            "people": [{"id": "sam", "name": "Sam", "roles": ["owner", "counter"]}],
            "responsible": "counter",
        },
        interview={
            "parked": {
                "people.first_contact": "Say hello.",
                "people.roles.counter.stand_in": "owner",
                "people.roles.owner.stand_in": "counter",
                "journey.touchpoints.door": {"id": "door", "owner": "counter"},
            }
        },
    )
    pack = version_two(roles=with_till, renamed=TUTOR)
    read = now(answers, pack)
    assert "counter" not in str(read.answers.data)
    assert read.answers.get("people.roles.till.does") == "Sells."
    assert read.answers.get("people.people.sam.roles") == ["owner", "till"]
    assert read.answers.parked == {
        "people.first_contact": "Say hello.",
        "people.roles.till.stand_in": "owner",
        "people.roles.owner.stand_in": "till",
        "journey.touchpoints.door": {"id": "door", "owner": "till"},
    }
    assert ids(read.pack.suggests["people"]["roles"]) == ids(pack.suggests["people"]["roles"])


def test_a_renamed_thing_is_no_news(now, version_two, small_method, said_of):
    answers = said_of(people={"roles": [{"id": "counter", "name": "Counter"}]})
    read = now(answers, version_two(roles=with_till, renamed=TUTOR))
    assert news(read.memory, read.draft) == ()


def test_the_lines_of_the_file_follow_what_moved(now, version_two, said_of):
    text = "journey:\n  touchpoints:\n    - id: smell\n    - id: paying\n      steps: oops\n"
    document = read_text(text)
    answers = said_of(**points("smell", {"id": "paying", "steps": "oops"}))
    read = now(answers, version_two(touchpoints=with_parking))
    lines = Lines(document, read.answers.data)
    assert ids(read.answers.get(POINTS)) == ["smell", "parking", "paying"]
    assert lines.line(("journey", "touchpoints", 2, "steps")) == 5
    assert lines.line(("journey", "touchpoints", 0)) == 3
    assert lines.line(("journey", "touchpoints", 1)) == document.line(("journey", "touchpoints"))


def test_r9_news_tell_new_from_changed_and_what_changed(now, version_two, small_method, said_of):
    def changed(things):
        return [
            *({**one, "standard": "In a minute.", "steps": ["Look up"]} for one in things[:1]),
            *things[1:],
            {"id": "parking", "name": "Parking"},
        ]

    answers = said_of(**points("smell", {"id": "greeting", "standard": "At once."}))
    read = now(answers, version_two(touchpoints=changed))
    (told,) = news(read.memory, read.draft)
    assert told.what == "new: Parking; changed: The smell (steps, standard)"
