from __future__ import annotations

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
