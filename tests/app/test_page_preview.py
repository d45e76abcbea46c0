"""An owner can look at the page an answer appears on while the question is asked."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from playbook.answers.answers import Answers
from playbook.app.interview import open_interview, start
from playbook.app.page_preview import page_as_text
from playbook.errors import TemplateError
from playbook.workspace import Workspace

TODAY = datetime.date(2027, 3, 3)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "shop")


@pytest.fixture
def text_of(workspace):
    """Return a function that returns a page, made from some answers, as text."""
    start(workspace)
    session, _ = open_interview(workspace, TODAY)

    def text(kind: str, thing: str = "", **said: object) -> str:
        answers = Answers({"format": "1", "pack": "cafe"} | said)
        return "\n".join(one.text for one in page_as_text(workspace, session, answers, kind, thing))

    return text


def test_r20_the_page_shows_the_answer_that_was_just_given(text_of):
    said = {"people": {"first_contact": "Whoever hears the question first stays with it."}}
    assert said["people"]["first_contact"] in text_of("people", **said)


def test_a_page_can_be_shown_before_the_business_has_a_name(text_of):
    assert "Your business" in text_of("welcome")


def test_the_page_of_one_thing_is_shown_inside_that_thing(text_of):
    assert text_of("touchpoint", "greeting").startswith("The greeting at the door")


def test_the_overview_stands_for_things_as_long_as_none_is_meant(text_of):
    assert text_of("touchpoint") == text_of("journey")
    assert text_of("role").startswith(text_of("people")[:20])


def test_what_an_owner_typed_shows_as_typed(text_of):
    said = {"business": {"name": "<b>Bo</b> & *Co* {{ 7 * 7 }}"}}
    assert "<b>Bo</b> & *Co* {{ 7 * 7 }}" in text_of("welcome", **said)


def test_the_owners_own_template_is_used_and_its_faults_are_told(text_of, workspace):
    workspace.templates.mkdir()
    (workspace.templates / "people.md.j2").write_text("# Our crew\n")
    assert text_of("people") == "Our crew"
    (workspace.templates / "people.md.j2").write_text("# {{ nobody }}\n")
    with pytest.raises(TemplateError, match=r"people\.md\.j2"):
        text_of("people")


def test_an_unknown_starter_pack_does_not_stand_in_the_way_of_a_page(text_of):
    assert text_of("welcome", pack="gone").startswith("Your business")


def test_a_list_that_counts_from_beyond_reason_is_shown_all_the_same(text_of, workspace):
    workspace.templates.mkdir()
    page = f'# Crew\n\n<ol start="{"9" * 5000}"><li>Ann</li></ol>\n'
    (workspace.templates / "people.md.j2").write_text(page)
    assert text_of("people") == "Crew\nAnn"
