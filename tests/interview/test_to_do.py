"""What the checks find comes as the interview's own questions, the gravest first."""

from __future__ import annotations

import datetime
import re

import pytest

from playbook.app.demo import copy_example
from playbook.app.folder import open_folder
from playbook.draft.draft import Draft
from playbook.interview.to_do import next_to_do
from playbook.method.load import known_method, known_packs
from playbook.workspace import Workspace

TODAY = datetime.date(2027, 3, 3)
TECHNICAL = re.compile(r"[a-z]_[a-z]|[a-z]\.[a-z]+\[|\[[a-z-]+\]|: yes\b|\w: …|\bids?\b")


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
    assert late == ("improvements.stop", "The yellow pad", ("by",))
    assert unjudged[2] == ("can_keep",)
    assert broken[2] == ("decision", "decision_owner", "decision_by")


def test_what_is_settled_meanwhile_is_not_asked(everything):
    draft = everything["bookkeeping"].draft
    before = asked(draft)
    touchpoint = next(thing for fills, thing, _ in before if fills == "journey.touchpoints")
    path = "journey.touchpoints.shoebox-morning"
    for field, value in (("owner", "owner"), ("measure", "contacts-kept"), ("standard", "By 9:00")):
        draft = draft.with_answers(draft.answers.with_value(f"{path}.{field}", value))
    assert touchpoint == "Shoebox morning on the first Tuesday"
    assert touchpoint not in [thing for _, thing, _ in asked(draft)]
