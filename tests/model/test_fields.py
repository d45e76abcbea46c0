from __future__ import annotations

from playbook.model.fields import at, fields
from playbook.model.playbook import Playbook

FIELDS = {field.path: field for field in fields(Playbook)}


def test_a_path_marks_each_list_it_goes_through():
    assert "journey.touchpoints[].recovery[].put_right" in FIELDS


def test_a_field_knows_the_list_its_ids_point_into():
    assert FIELDS["journey.touchpoints[].owner"].refers == "people.roles"
    assert FIELDS["journey.touchpoints[].promises"].refers == "promise.promises"


def test_every_reference_points_at_a_list_that_exists():
    assert {field.refers for field in FIELDS.values() if field.refers} <= set(FIELDS)


def test_a_field_knows_its_choices():
    assert FIELDS["scorecard.measures[].better"].choices == ("higher", "lower")


def test_only_names_and_ids_and_the_heart_of_a_thing_are_required():
    required = {path.rpartition(".")[2] for path, field in FIELDS.items() if field.required}
    assert required == {"business", "id", "name", "question", "wrong"}


def test_every_field_says_what_it_is_for():
    silent = [path for path, field in FIELDS.items() if "." in path and not field.help]
    assert silent == []


def test_a_value_is_looked_up_by_its_path(make_playbook):
    assert at(make_playbook(), "business.name") == "Test"
