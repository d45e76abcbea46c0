"""What names a thing by its id."""

from __future__ import annotations

from playbook.answers.answers import Answers
from playbook.answers.references import described, mentions, pointers, repointed


def test_r7_what_refers_to_a_thing_is_found_and_can_be_turned(session_of):
    session = session_of(
        people={
            "roles": [{"id": "a", "name": "A", "stand_in": "b"}, {"id": "b", "name": "B"}],
            "people": [{"id": "kim", "name": "Kim", "roles": ["a", "b"]}],
            "responsible": "b",
        }
    )
    found = pointers(session.answers, "people.roles", "b")
    assert {pointer.where for pointer in found} == {
        ("people", "roles", 0, "stand_in"),
        ("people", "people", 0, "roles"),
        ("people", "responsible"),
    }
    turned = repointed(session.answers, "people.roles", "b", "a")
    assert turned.get("people.people")[0]["roles"] == ["a"]
    assert turned.get("people.responsible") == "a"
    cut = repointed(session.answers, "people.roles", "b", None)
    assert cut.get("people.responsible") is None
    assert cut.get("people.people")[0]["roles"] == ["a"]


def test_a_mention_is_described_by_the_things_around_it():
    said = Answers(
        {
            "journey": {
                "touchpoints": [
                    {"id": "door", "name": "At the door", "owner": "host"},
                    {"id": "bill", "owner": "host"},
                ]
            },
            "people": {"responsible": "host"},
        }
    )
    told = [described(said, pointer) for pointer in pointers(said, "people.roles", "host")]
    assert sorted(told) == [
        "the role with the main responsibility for how customers are treated",
        "“At the door”: the role accountable for it",
        "“bill”: the role accountable for it",
    ]


def test_suggestions_are_looked_through_as_answers_are():
    suggests = {"journey": {"touchpoints": [{"id": "door", "stand_in": "host"}]}}
    assert list(mentions(suggests, "people.roles", "host")) == [
        ("journey.touchpoints[].stand_in", ("journey", "touchpoints", 0, "stand_in"))
    ]


def test_a_reference_spoilt_by_hand_names_nothing():
    said = Answers({"people": {"people": [{"name": "Kim", "roles": {"a": "b"}}]}})
    assert pointers(said, "people.roles", "b") == ()
