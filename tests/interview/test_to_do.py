"""What the checks find comes as the interview's own questions, the gravest first."""

from __future__ import annotations

import datetime
import re

import pytest

from playbook.app.demo import copy_example
from playbook.app.folder import open_folder
from playbook.checks import find
from playbook.draft.draft import Draft
from playbook.interview.to_do import next_to_do
from playbook.method.load import known_method, known_packs
from playbook.method.models import walk
from playbook.model.paths import general
from playbook.model.playbook import Playbook
from playbook.workspace import Workspace
from tests.checks.test_rules import BREAKS, SUGGESTS, broken

TODAY = datetime.date(2027, 3, 3)
PARTS = "|".join(Playbook.own_fields())
TECHNICAL = re.compile(
    rf"[a-z]_[a-z]|[a-z]\.[a-z]+\[|\b({PARTS})\.[a-z]|\[[a-z-]+\]|: yes\b|\w: …|\bids?\b"
)


@pytest.fixture(scope="module")
def everything(tmp_path_factory):
    """Return the findings of each example, and of each pack with nothing but a name over it."""
    folder = tmp_path_factory.mktemp("folders")
    found = {}
    for name in ("cafe", "plumbing", "bookkeeping"):
        found[name] = open_folder(copy_example(name, folder / name))
    for name in known_packs(Workspace(folder), known_method()):
        (folder / f"pack-{name}").mkdir()
        answers = folder / f"pack-{name}" / "answers.yml"
        answers.write_text(f"pack: {name}\nbusiness:\n  name: Rosewater\n")
        found[f"pack-{name}"] = open_folder(Workspace(answers.parent))
    return found


def asked(draft: Draft) -> list[tuple[str, str, tuple[str, ...]]]:
    done: set = set()
    found = []
    while one := next_to_do(draft, TODAY, done):
        done.update(one.fields)
        thing = one.thing.name if one.thing else ""
        found.append((one.question.fills, thing, one.thing.fields if one.thing else ()))
    return found


def test_nothing_is_told_by_default_that_only_a_file_explains(everything):
    later = TODAY + datetime.timedelta(days=2000)
    told = {one.plainly for opened in everything.values() for one in opened.findings(later)}
    assert len(told) > 100
    assert {text for text in told if TECHNICAL.search(text)} == set()


@pytest.mark.parametrize("rule", BREAKS)
def test_each_rule_asks_plainly_and_for_what_the_interview_asks(rule, make_playbook, method):
    found = find(make_playbook(broken(rule), SUGGESTS.get(rule)))
    told = [one for one in found if one.rule == rule]
    assert [one.plainly for one in told if TECHNICAL.search(one.plainly)] == []
    asked_for = {path for path, _ in walk(method.chapters)}
    for field in (field for one in told for field in one.asks):
        assert {general(field), general(field[:-1])} & asked_for, field


def test_each_field_that_a_finding_asks_for_is_asked_by_a_question(everything):
    for opened in everything.values():
        questions = asked(opened.draft)
        wanted = {opened.named(field) for one in opened.findings(TODAY) for field in one.asks}
        assert bool(wanted) == bool(questions)
        lists = {fills for fills, thing, _ in questions if thing}
        alone = {fills for fills, thing, _ in questions if not thing}
        for field in wanted:
            assert any(field.startswith(fills) for fills in lists | alone), field


def test_all_about_one_thing_comes_together_and_the_gravest_first(everything):
    late, unjudged, broken, *_ = asked(everything["plumbing"].draft)
    assert late == ("improvements.stop", "The yellow pad", ("by", "progress"))
    assert unjudged[2] == ("can_keep",)
    assert broken[2] == ("decision", "decision_owner", "decision_by")


def test_each_question_comes_with_what_was_found(everything):
    draft = everything["plumbing"].draft
    late = next_to_do(draft, TODAY, ())
    assert late is not None
    assert late.why == (
        "“The yellow pad”, which should stop: it was due on Sunday, 31 January 2027. "
        "Is it done, or which other day is it?",
    )
    before = datetime.date(2027, 1, 31)
    assert next_to_do(draft, before, ()) == next_to_do(draft, TODAY, late.fields)


def test_a_day_that_may_mean_two_is_asked_about(everything):
    draft = everything["pack-cafe"].draft
    doubted = draft.with_answers(draft.answers.with_value("reviews.next_review", "3/4/27"))
    found = next_to_do(doubted, TODAY, [("people", "service_contact")])
    assert found is not None
    assert found.question.fills == "reviews.next_review"
    assert found.why[0].startswith("“3/4/27” may mean 2027-04-03 or 2027-03-04")


def test_promises_that_nobody_keeps_are_asked_about_together_where_they_are_kept(everything):
    draft = everything["pack-cafe"].draft
    empty = draft.with_answers(draft.answers.with_value("journey.touchpoints", []))
    found = next_to_do(empty, TODAY, ())
    assert found is not None
    assert found.fields == (("journey", "touchpoints"),)
    kept = [why for why in found.why if why.startswith("Where in the journey do you keep")]
    assert len(kept) == len(draft.things("promise.promises"))


def test_what_is_settled_meanwhile_is_not_asked(everything):
    draft = everything["bookkeeping"].draft
    before = asked(draft)
    touchpoint = next(thing for fills, thing, _ in before if fills == "journey.touchpoints")
    path = "journey.touchpoints.shoebox-morning"
    for field, value in (("owner", "owner"), ("measure", "contacts-kept"), ("standard", "By 9:00")):
        draft = draft.with_answers(draft.answers.with_value(f"{path}.{field}", value))
    assert touchpoint == "Shoebox morning on the first Tuesday"
    assert touchpoint not in [thing for _, thing, _ in asked(draft)]
