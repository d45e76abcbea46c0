"""What does not fit in an answers file, in words that help to mend it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from playbook.draft.lines import Lines
from playbook.draft.problems import explain
from playbook.model.playbook import Playbook
from playbook.yamlfile import read_text


def told(text: str) -> list[str]:
    document = read_text(f"business:\n  name: A\n{text}", "answers.yml")
    with pytest.raises(ValidationError) as caught:
        Playbook.model_validate(document.data)
    lines = Lines(document, document.data)
    return [str(explain(error, lines)) for error in caught.value.errors()]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("  colour: red\n", "answers.yml, line 3: “colour” is not known here."),
        ("brand:\n  colur: red\n", "    Did you mean colour?"),
        ("people:\n  roles:\n    - name: Cook\n", "people.roles.1 has no id."),
        ("people:\n  roles:\n    - id: cook\n", "the starter pack knows no “cook”"),
        ("people:\n  roles: cook\n", "must be a list"),
        ("people: cook\n", "needs indented lines below it"),
        (
            "journey:\n  stages:\n    - id: use\n      name: Use\n      feeling_level: ok\n",
            "Choose",
        ),
        ("scorecard:\n  measures:\n    - id: m\n      name: M\n      target: many\n", "“many”"),
    ],
)
def test_a_slip_is_told_with_its_line_and_what_to_do(text, problem):
    (only,) = told(text)
    assert problem in only


def test_all_slips_are_told():
    assert len(told("people: cook\nbrand: red\njourney:\n  stages: use\n")) == 3
