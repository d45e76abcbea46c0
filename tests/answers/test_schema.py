"""The schema takes what the reader takes, and editors see the slips that the reader sees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from playbook.answers.answers import Answers
from playbook.answers.file import create, load
from playbook.answers.schema import PLACE, schema, write_schema
from playbook.model.fields import fields
from playbook.model.playbook import Playbook

ROOT = Path(__file__).parent.parent.parent


class _AsEditorsRead(yaml.SafeLoader):
    """Reads dates as texts, as YAML 1.2 and the editors do."""


_AsEditorsRead.yaml_implicit_resolvers = {
    letter: [one for one in known if one[0] != "tag:yaml.org,2002:timestamp"]
    for letter, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def complaints(text: str) -> list[str]:
    data = yaml.load(text, _AsEditorsRead)
    checker = jsonschema.Draft7Validator(schema())
    return [f"{'.'.join(map(str, one.path))}: {one.message}" for one in checker.iter_errors(data)]


def test_r10_it_is_a_valid_schema() -> None:
    jsonschema.Draft7Validator.check_schema(schema())


@pytest.mark.parametrize("file", sorted(ROOT.glob("examples/*/answers.yml")), ids=str)
def test_r10_the_examples_fit_it(file: Path) -> None:
    assert complaints(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "format: 1\nbusiness:\n  name: 24\n",
        "format: '1'\npack:\nbusiness:\n  name: A\n  goal:\njourney:\n",
        "journey:\n  touchpoints:\n    - id: greeting\n      moment_of_truth: yes\n      steps:\n",
        "journey:\n  touchpoints:\n    - id: greeting\n      moment_of_truth: No thanks\n",
        "scorecard:\n  measures:\n    - id: a\n      target: 95\n      target_date: 2027-03-31\n",
        "scorecard:\n  measures:\n    - id: a\n      target: 7,50 €\n      target_date: 31. März 2027\n",
        "interview:\n  skipped: [a]\n  parked:\n    business.goal: x\n",
    ],
)
def test_what_the_reader_takes_fits_it(text: str) -> None:
    assert complaints(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("business:\n  nam: A\n", "'nam' was unexpected"),
        ("buisness:\n  name: A\n", "'buisness' was unexpected"),
        ("journey:\n  touchpoints:\n    - name: A\n", "'id' is a required property"),
        ("journey:\n  touchpoints:\n    - id: a\n      moment_of_truth: maybe\n", "'maybe'"),
        ("journey:\n  touchpoints:\n    - id: a\n      steps: one\n", "'one' is not of type"),
        ("scorecard:\n  measures:\n    - id: a\n      better: bigger\n", "'bigger'"),
        ("format: 99\n", "99 is not one of"),
    ],
)
def test_a_slip_is_seen_while_typing(text: str, told: str) -> None:
    assert told in "\n".join(complaints(text))


def test_every_field_is_there_with_what_it_means() -> None:
    described = schema()

    def look_up(path: str) -> dict[str, Any]:
        record: dict[str, Any] = described
        found: dict[str, Any] = {}
        for step in path.split("."):
            found = record["properties"][step.removesuffix("[]")]
            inner = found.get("items", found)
            if "allOf" in inner:
                name = inner["allOf"][0]["$ref"].rpartition("/")[2]
                record = described["definitions"][name]
        return found

    for field in fields(Playbook):
        found = look_up(field.path)
        assert found.get("description") or "allOf" in found, field.path
        if field.choices:
            assert [one for one in found["enum"] if not isinstance(one, bool)] == [
                *field.choices,
                None,
            ]


def test_a_choice_of_yes_or_no_may_stand_bare() -> None:
    reviews = schema()["definitions"]["Verdict"]["properties"]
    assert reviews["answer"]["enum"] == ["yes", "mostly", "no", True, False, None]


def test_r10_a_new_file_names_its_schema_in_the_first_line(tmp_path: Path) -> None:
    file = tmp_path / "answers.yml"
    create(file, Answers({"format": "1"}))
    write_schema(tmp_path)
    first = file.read_text(encoding="utf-8").split("\n")[0]
    assert first == f"# yaml-language-server: $schema={PLACE}"
    assert (tmp_path / PLACE).is_file()
    assert load(file).answers == Answers({"format": "1"})


def test_a_folder_that_refuses_the_schema_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / ".playbook").write_text("a file where the folder belongs")
    write_schema(tmp_path)
    assert (tmp_path / ".playbook").is_file()
