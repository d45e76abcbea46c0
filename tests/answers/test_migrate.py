"""Answers of an older version are brought to today's format."""

from __future__ import annotations

import pytest

from playbook.answers.answers import Answers
from playbook.answers.migrate import Data, migrate
from playbook.errors import AnswersError
from playbook.yamlfile import Document

ANSWERS = Answers({"format": "1", "pack": "cafe", "business": {"name": "Morgenrot"}})


def _rename_tagline(data: Data) -> Data:
    business = data.get("business")
    if isinstance(business, dict) and "tagline" in business:
        data["business"] = {
            "slogan" if key == "tagline" else key: value for key, value in business.items()
        }
    return data


def _add_note(data: Data) -> Data:
    return {**data, "note": "was here"}


def test_answers_of_today_stay_as_they_are() -> None:
    assert migrate({"format": "1", "a": "b"}) == {"format": "1", "a": "b"}
    assert migrate({"a": "b"}) == {"a": "b"}


def test_older_answers_are_brought_up_step_by_step() -> None:
    steps = (_rename_tagline, _add_note)
    old: Data = {"business": {"tagline": "Fresh"}}
    new = {"business": {"slogan": "Fresh"}, "note": "was here", "format": "3"}
    assert migrate(old, migrations=steps) == new
    assert migrate({**old, "format": "1"}, migrations=steps) == new
    assert migrate({**old, "format": "2"}, migrations=steps) == {
        "business": {"tagline": "Fresh"}, "note": "was here", "format": "3",
    }  # fmt: skip
    assert old == {"business": {"tagline": "Fresh"}}


@pytest.mark.parametrize("named", ["", "one", "-1", "0", "1.5", "²", ["1"], {"a": "b"}])
def test_a_format_that_is_no_number_is_refused(named: object) -> None:
    with pytest.raises(AnswersError, match="format"):
        migrate({"format": named}, Document("answers.yml"))  # type: ignore[dict-item]
