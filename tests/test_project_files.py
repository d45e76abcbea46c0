"""What a project that people join has, is where people look, and says what is so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.test_lock import NAMED

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = [ROOT / ".github" / "ISSUE_TEMPLATE" / name for name in ("bug.yml", "idea.yml")]
READ_FIRST = "".join((ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md"))


def loaded(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def steps(workflow: Path) -> list[dict[str, Any]]:
    return [step for job in loaded(workflow)["jobs"].values() for step in job.get("steps", ())]


@pytest.mark.parametrize(
    "name",
    [
        "CHANGELOG.md",
        "LICENSE",
        "SECURITY.md",
        ".editorconfig",
        ".pre-commit-config.yaml",
        ".ci/owner",
        ".ci/venv",
        ".github/dependabot.yml",
        ".github/ISSUE_TEMPLATE/bug.yml",
        ".github/PULL_REQUEST_TEMPLATE.md",
        ".github/workflows/",
        "playbook/py.typed",
    ],
)
def test_what_is_promised_is_there_and_named_where_people_look(name: str):
    assert (ROOT / name).exists()
    assert name in READ_FIRST


@pytest.mark.parametrize("file", [*WORKFLOWS, *FORMS], ids=lambda file: file.name)
def test_workflows_and_forms_are_named_too(file: Path):
    assert file.name in READ_FIRST


def test_a_weakness_is_reported_in_private_and_the_form_for_mistakes_says_so():
    assert "Report a vulnerability" in (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    assert "SECURITY.md" in FORMS[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMS, ids=lambda file: file.name)
def test_a_form_asks_for_what_is_needed_to_help(form: Path):
    fields = [field for field in loaded(form)["body"] if field["type"] != "markdown"]
    assert len({field["id"] for field in fields}) == len(fields)
    assert all(field["attributes"]["label"] for field in fields)
    assert sum(field.get("validations", {}).get("required", False) for field in fields) >= 3


def test_a_commit_is_checked_by_what_make_check_runs():
    [repository] = loaded(ROOT / ".pre-commit-config.yaml")["repos"]
    assert repository["repo"] == "local"
    assert [hook["entry"] for hook in repository["hooks"]] == ["make check"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_may_do_no_more_than_each_job_says(workflow: Path):
    content = loaded(workflow)
    assert content["permissions"] == {}
    assert [name for name, job in content["jobs"].items() if "permissions" not in job] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)
def test_an_action_is_pinned_to_one_commit(workflow: Path):
    used = [step["uses"] for step in steps(workflow) if "uses" in step]
    assert [action for action in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action)] == []


def test_every_python_that_is_named_is_tested():
    jobs = loaded(ROOT / ".github" / "workflows" / "test.yml")["jobs"]
    assert jobs["linux"]["strategy"]["matrix"]["python"] == NAMED


def test_the_build_server_calls_the_command_that_the_readme_names():
    assert "make test" in (ROOT / ".ci" / "run").read_text().splitlines()


def test_the_readme_names_the_ways_to_install_that_are_tried():
    tried = re.findall(r"^install_with (.+)$", (ROOT / ".ci" / "owner").read_text(), re.MULTILINE)
    assert len(tried) == 2
    assert [way for way in tried if f"{way} ." not in READ_FIRST] == []
    assert ".venv/bin/playbook" in READ_FIRST


def test_the_readme_names_what_paper_needs():
    print_page = (ROOT / "docs" / "print.md").read_text(encoding="utf-8")
    [packages] = re.findall(r"sudo apt install (libpango[^`)]+)", print_page)
    assert f"sudo apt install {packages}" in READ_FIRST
    assert '".[pdf]"' in READ_FIRST
