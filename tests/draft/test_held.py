"""The owner's word, the starter pack's, nobody's, or not for them."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.answers.answers import Answers
from playbook.draft.answers_over_pack import merge
from playbook.draft.compose import compose
from playbook.draft.draft import Draft
from playbook.draft.held import has_unseen, is_unseen
from playbook.method.models import Method, Pack
from playbook.model.paths import find, path_to, put
from playbook.model.playbook import Playbook, model_fields
from playbook.yamlfile import Document

NOTHING_ASKED = Method(chapters=(), documents=(), ideas=())

SUGGESTS = {
    "business": {"goal": "Happy people"},
    "people": {
        "roles": [{"id": "host", "name": "Host", "does": "Greets"}, {"id": "cook", "name": "Cook"}]
    },
    "fairness": {"billing": {"how": "At the till", "right": "Read aloud"}},
    "journey": {
        "touchpoints": [
            {
                "id": "door",
                "name": "At the door",
                "owner": "host",
                "standard": "In a minute",
                "moment_of_truth": "yes",
            },
            {"id": "bill", "name": "The bill", "owner": "cook", "stand_in": "host"},
        ]
    },
}


def draft(said: dict[str, Any]) -> Draft:
    pack = Pack(id="some", name="Some", about="", suggests=SUGGESTS)
    return Draft.over(Answers(said), pack, NOTHING_ASKED)


def playbook_of(said: dict[str, Any]) -> Playbook:
    return compose(draft(said), Document("answers.yml"))[0]


def test_what_the_owner_left_open_is_suggested(make_playbook):
    business = make_playbook(suggests=SUGGESTS).business
    assert business.goal == "Happy people"
    assert business.suggested == {"goal"}


def test_what_the_owner_said_is_never_a_suggestion(make_playbook):
    business = make_playbook("business:\n  name: A\n  goal: Mine\n", SUGGESTS).business
    assert business.goal == "Mine"
    assert business.suggested == frozenset()


def test_an_empty_answer_counts_as_open(make_playbook):
    assert make_playbook("business:\n  name: A\n  goal:\n", SUGGESTS).business.suggested == {"goal"}


def test_a_list_nobody_answered_is_suggested_as_a_whole(make_playbook):
    journey = make_playbook(suggests=SUGGESTS).journey
    assert [point.id for point in journey.touchpoints] == ["door", "bill"]
    assert all("name" in point.suggested for point in journey.touchpoints)


def test_a_list_the_owner_gave_is_their_selection(make_playbook):
    journey = make_playbook("journey:\n  touchpoints:\n    - id: door\n", SUGGESTS).journey
    assert [point.id for point in journey.touchpoints] == ["door"]


def test_an_empty_list_means_none(make_playbook):
    assert make_playbook("journey:\n  touchpoints: []\n", SUGGESTS).journey.touchpoints == ()


def test_a_ticked_item_inherits_what_the_owner_left_open(make_playbook):
    text = (
        "journey:\n  touchpoints:\n    - id: door\n      name: Our door\n      standard: At once\n"
    )
    point = make_playbook(text, SUGGESTS).journey.touchpoints[0]
    assert (point.name, point.standard, point.owner) == ("Our door", "At once", "host")
    assert point.moment_of_truth
    assert point.suggested == {"owner", "moment_of_truth"}


def test_an_item_of_the_owners_own_inherits_nothing(make_playbook):
    text = "journey:\n  touchpoints:\n    - id: garden\n      name: The garden\n"
    point = make_playbook(text, SUGGESTS).journey.touchpoints[0]
    assert point.owner is None
    assert point.suggested == frozenset()


def test_parts_of_a_record_are_suggested_one_by_one(make_playbook):
    billing = make_playbook("fairness:\n  billing:\n    how: Online\n", SUGGESTS).fairness.billing
    assert (billing.how, billing.right) == ("Online", "Read aloud")
    assert billing.suggested == {"right"}


def test_a_suggestion_that_points_at_something_left_out_is_dropped(make_playbook):
    role = "    - id: {}\n      name: {}\n"
    text = "people:\n  roles:\n" + role.format("host", "Host") + role.format("baker", "Baker")
    bill = make_playbook(text, SUGGESTS).journey.touchpoints[1]
    assert bill.owner is None
    assert bill.stand_in == "host"
    assert "owner" not in bill.suggested


def test_where_one_role_does_everything_all_work_falls_to_it(make_playbook):
    text = "people:\n  roles:\n    - id: host\n      name: Host\n"
    bill = make_playbook(text, SUGGESTS).journey.touchpoints[1]
    assert bill.owner == "host"
    assert "owner" in bill.suggested
    assert bill.stand_in is None


def test_an_item_that_gives_its_id_alone_stays_a_suggestion(make_playbook):
    text = "journey:\n  touchpoints:\n    - id: door\n      today: Slow\n"
    point = make_playbook(text, SUGGESTS).journey.touchpoints[0]
    assert point.name == "At the door"
    assert {"name", "owner"} <= point.suggested
    assert "today" not in point.suggested


def test_a_blank_text_says_nothing(make_playbook):
    business = make_playbook('business:\n  name: A\n  goal: "  "\n', SUGGESTS).business
    assert business.goal == "Happy people"
    assert business.suggested == {"goal"}


@pytest.mark.parametrize(
    ("said", "value", "origin"),
    [
        ({}, "Happy people", "pack"),
        ({"business": {"goal": "Mine"}}, "Mine", "owner"),
        ({"business": {"goal": "Mine"}, "not_for_us": ["business.goal"]}, None, "declined"),
        ({"not_for_us": ["business.goal"]}, None, "declined"),
        ({"not_for_us": ["business"]}, None, "declined"),
    ],
)
def test_a_place_is_the_owners_the_packs_or_not_for_them(said, value, origin):
    held = draft(said).held(path_to("business.goal"))
    assert (held.value, held.origin) == (value, origin)


def test_a_place_that_neither_speaks_of_is_nobodys():
    held = draft({}).held(path_to("business.story"))
    assert (held.value, held.origin) == (None, "nobody")


def test_a_thing_is_found_by_its_id_and_by_its_position():
    here = draft({"journey": {"touchpoints": [{"id": "bill"}, {"id": "door", "name": "Ours"}]}})
    by_id, by_position = (("journey", "touchpoints", step, "standard") for step in ("door", 1))
    assert here.holds(by_id) == here.holds(by_position) == "In a minute"
    assert here.said(("journey", "touchpoints", "door", "name")) == "Ours"


def test_what_is_not_for_them_leaves_the_answer_in_the_file():
    here = draft({"business": {"goal": "Mine"}, "not_for_us": ["business.goal"]})
    assert here.said(path_to("business.goal")) == "Mine"


def test_a_thing_that_is_not_for_them_goes_and_nothing_points_at_it():
    said = {
        "business": {"name": "A"},
        "people": {"responsible": "cook"},
        "not_for_us": ["people.roles.cook", "journey.touchpoints.door.standard"],
    }
    playbook = playbook_of(said)
    assert [role.id for role in playbook.people.roles] == ["host"]
    assert playbook.people.responsible is None
    door, bill = playbook.journey.touchpoints
    assert (door.standard, door.declined) == (None, {"standard"})
    assert bill.owner == "host"  # the only role that is left


@given(st.data())
def test_a_place_holds_the_same_for_a_question_and_for_the_whole_website(packs, data):
    """What is asked step by step, and what is merged at once, follow one rule."""
    pack = packs[data.draw(st.sampled_from(sorted(packs)))]
    said: Any = copy.deepcopy(pack.suggests)
    for dotted in data.draw(st.lists(st.sampled_from(sorted(model_fields())), max_size=12)):
        for path, _ in list(find(said, dotted)):
            if data.draw(st.booleans()):
                said = put(said, path, None) or {}
    declined = data.draw(st.lists(st.sampled_from(["fairness", "business.goal"]), unique=True))
    here = Draft.over(Answers({**said, "not_for_us": declined}), pack, NOTHING_ASKED)
    merged = merge(here)
    for dotted, field in model_fields().items():
        if field.record is not None:
            continue
        for path, value in find(merged.tree, dotted):
            held = here.held(path)
            assert held.value == value
            assert (held.origin == "pack") == (path in merged.proposed)
    for path in merged.declined:
        assert here.held(path).origin == "declined"


@pytest.mark.parametrize(
    ("thing", "unseen"),
    [({"id": "a"}, True), ({"id": "a", "name": "A"}, False), ({"name": "A"}, False), ("a", False)],
)
def test_a_thing_is_unseen_that_is_only_an_id(thing, unseen):
    assert is_unseen(thing) is unseen
    assert has_unseen([{"id": "b", "name": "B"}, thing]) is unseen
    assert not has_unseen("text")
