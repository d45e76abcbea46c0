from __future__ import annotations

import pytest

from playbook.errors import AnswersError
from playbook.yamlfile import read_text
from tests.conftest import composed

SUGGESTS = {
    "people": {"roles": [{"id": "owner", "name": "Owner"}]},
    "journey": {"touchpoints": [{"id": "door", "name": "At the door"}]},
}


def problems(text: str, suggests=SUGGESTS) -> list[str]:
    document = read_text(text, "answers.yml")
    with pytest.raises(AnswersError) as caught:
        composed(document, suggests)
    return [f"{problem.line}: {problem.what} {problem.mend}" for problem in caught.value.problems]


def test_a_missing_name_is_named():
    assert problems("business:\n  goal: x\n") == ["1: business has no name. Add a line name: …"]


def test_a_missing_business_is_named():
    assert problems("brand:\n  colour: red\n") == [
        "1: The file has no business. Add a line business: …"
    ]


def test_an_unknown_key_gets_the_nearest_known_one():
    [problem] = problems("business:\n  name: A\n  gaol: x\n")
    assert problem == "3: “gaol” is not known here. Did you mean goal?"


def test_an_unknown_key_like_none_gets_the_known_ones():
    [problem] = problems("business:\n  name: A\n  zzz: x\n")
    assert problem.startswith("3: “zzz” is not known here. Known here: name, country, what_we_do")


def test_an_unknown_chapter_gets_the_known_ones():
    [problem] = problems("business:\n  name: A\njourny:\n  unstuck: x\n")
    assert problem == "3: “journy” is not known here. Did you mean journey?"


def test_text_where_a_list_belongs_is_named():
    [problem] = problems("business:\n  name: A\nbrand:\n  voice: warm\n")
    assert problem.startswith("4: brand.voice must be a list")


def test_text_where_keys_belong_is_named():
    [problem] = problems("business:\n  name: A\nbrand: red\n")
    assert problem.startswith("3: brand needs indented lines below it")


def test_keys_where_text_belongs_are_named():
    [problem] = problems("business:\n  name: A\n  goal:\n    big: yes\n")
    assert problem.startswith("3: business.goal must be text")


def test_an_unknown_role_is_named_with_the_known_ones():
    text = "business:\n  name: A\njourney:\n  touchpoints:\n    - id: door\n      owner: hst\n"
    [problem] = problems(text)
    assert problem == "6: “hst” is not one of the roles. The ids in people.roles are: owner."


def test_an_almost_known_role_gets_a_proposal():
    text = "business:\n  name: A\npeople:\n  responsible: owners\n"
    [problem] = problems(text)
    assert problem == "4: “owners” is not one of the roles. Did you mean owner?"


def test_an_id_used_twice_is_named():
    text = (
        "business:\n  name: A\njourney:\n  touchpoints:\n    - id: x\n      name: X\n"
        "    - id: x\n      name: Y\n"
    )
    assert problems(text) == [
        "7: The id “x” is used twice in this list. Give one of the two another id."
    ]


def test_a_wrong_choice_gets_the_choices():
    text = "business:\n  name: A\nscorecard:\n  measures:\n    - id: m\n      name: M\n      better: up\n"
    assert problems(text) == ["7: “up” is not a choice for better. Choose higher or lower."]


def test_all_problems_are_told_at_once():
    text = (
        "business:\n  name: A\n  gaol: x\n"
        "people:\n  responsible: nobody-known\n"
        "journey:\n  touchpoints:\n    - name: No id\n    - id: door\n      moment_of_truth: perhaps\n"
        "      owner: stranger\n"
        "scorecard:\n  measures:\n    - id: m\n      name: M\n      target: many\n"
    )
    told = problems(text)
    assert [int(problem.split(":")[0]) for problem in told] == [3, 5, 8, 10, 11, 16]


def test_an_item_known_to_the_pack_needs_only_its_id():
    document = read_text("business:\n  name: A\njourney:\n  touchpoints:\n    - id: door\n", "a")
    assert composed(document, SUGGESTS).journey.touchpoints[0].name == "At the door"


def test_keys_about_the_file_are_no_answers():
    text = "format: 1\npack: cafe\ninterview:\n  skipped: [x]\nbusiness:\n  name: A\n"
    document = read_text(text, "a")
    assert composed(document, {}).business.name == "A"


def test_yaml_never_changes_what_was_typed():
    text = "business:\n  name: no\n  what_we_do: 12:30\n  goal: 010\n"
    document = read_text(text, "a")
    business = composed(document, {}).business
    assert (business.name, business.what_we_do, business.goal) == ("no", "12:30", "010")


def test_a_role_written_by_its_name_gets_the_id_and_no_lecture_on_ids():
    text = "business:\n  name: A\npeople:\n  responsible: Owner\n"
    assert problems(text) == ["4: “Owner” is not one of the roles. Did you mean owner?"]
