from __future__ import annotations

import pytest
from pydantic import ValidationError

from playbook.model.journey import Stage


def stage(**said):
    return Stage(id="eat", name="Eating", **said)


@pytest.mark.parametrize("average", ["0.9", "5.1", "-3", "much"])
def test_what_customers_said_lies_between_one_and_five(average):
    with pytest.raises(ValidationError):
        stage(heard=average)


@pytest.mark.parametrize("count", ["2.5", "-1", "many"])
def test_answers_are_counted_in_whole_numbers(count):
    with pytest.raises(ValidationError):
        stage(heard_count=count)


def test_a_level_of_feeling_is_one_of_five_words():
    assert stage(feeling_level="so-so").feeling_level == "so-so"
    with pytest.raises(ValidationError):
        stage(feeling_level="4")


def test_an_average_and_a_count_are_kept_as_numbers():
    said = stage(heard="4.2", heard_count="12")
    assert (str(said.heard), str(said.heard_count)) == ("4.2", "12")
