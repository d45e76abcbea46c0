"""After the questions or the pack changed, only what is new is asked, and nothing is dropped."""

from __future__ import annotations

import json

import pytest

from playbook.draft.draft import Draft
from playbook.draft.memory import (
    NOTHING_REMEMBERED,
    Asked,
    Memory,
    fingerprint,
    load_memory,
    news,
    save_memory,
)
from playbook.draft.upgrade import carried
from playbook.interview.start import Start
from playbook.method.models import Question

SAID = {
    "business": {"name": "Rosewater", "what_we_do": "We bake."},
    "journey": {"touchpoints": [{"id": "greeting", "name": "The greeting", "owner": "counter"}]},
}
NEW = Start("new")


def asked(question_id, fills, kind, ask="Ask?"):
    texts = {"label": f"Label {question_id}", "ask": ask, "why": "Why."}
    return Question.model_validate({"id": question_id, "fills": fills, "kind": kind, **texts})


def with_parking(things):
    return [*things, {"id": "parking", "name": "Parking"}]


@pytest.fixture
def method_with(small_method):
    """Return a function that puts questions into the first chapter, and takes one out."""

    def changed(*questions, without=""):
        first, *others = small_method.chapters
        kept = tuple(one for one in first.questions if one.id != without)
        first = first.model_copy(update={"questions": (*kept, *questions)})
        return small_method.model_copy(update={"chapters": (first, *others)})

    return changed


@pytest.fixture
def what(small_method, bakery, said_of):
    """Return a function that says what is new, by question."""

    def told(memory, of=small_method, pack=bakery, **said):
        found = news(memory, Draft.over(said_of(**(said or SAID)), pack, of))
        return {one.question.id: one.what for one in found}

    return told


def test_nothing_is_new_while_nothing_changed(what, then):
    assert what(then) == {}


def test_r9_a_question_that_came_later_is_new_until_it_is_answered(what, method_with, then):
    later = method_with(asked("motto", "business.goal", "text"))
    assert what(then, later) == {"motto": "a new question"}
    said = {"business": {**SAID["business"], "goal": "Warm bread for all."}}
    assert what(then, later, **said) == {}


def test_r9_an_answered_question_that_asks_something_else_is_worth_a_look(what, method_with, then):
    changed = asked("what", "business.what_we_do", "text", ask="For whom?")
    assert what(then, method_with(changed, without="what")) == {
        "what": "asked in other words, or with other choices"
    }


def test_a_changed_question_that_nobody_answered_is_simply_open(what, method_with, then):
    changed = asked("story", "business.story", "text", ask="What do you tell?")
    assert what(then, method_with(changed, without="story")) == {}


def test_what_only_explains_a_question_does_not_ask_it_again():
    one = asked("what", "business.what_we_do", "text")
    other = one.model_copy(update={"why": "For another reason.", "example": "Say this."})
    assert fingerprint(one) == fingerprint(other)


def test_r9_what_a_pack_added_to_a_list_is_named(what, then, version_two):
    assert what(then, pack=version_two(touchpoints=with_parking)) == {"touchpoints": "new: Parking"}


def test_a_list_the_owner_has_not_looked_at_has_no_news(what, then, version_two):
    business = {"business": SAID["business"]}
    assert what(then, pack=version_two(touchpoints=with_parking), **business) == {}


def test_another_starter_pack_is_no_news(what, small_method, then, session):
    memory = then.with_pack(small_method, session.packs["generic"])
    assert what(memory, pack=session.packs["generic"]) == {}


def test_without_a_memory_nothing_is_called_new(what, method_with):
    assert what(NOTHING_REMEMBERED, method_with(asked("motto", "business.goal", "text"))) == {}


def test_r9_only_what_is_new_or_changed_is_asked_and_every_answer_stays(
    hold, method_with, bakery, then, said_of
):
    later = method_with(
        asked("motto", "business.goal", "text"),
        asked("what", "business.what_we_do", "text", ask="For whom?"),
        without="what",
    )
    held = hold(
        "Warm bread.", "", "", start=NEW, answers=said_of(**SAID), method=later, memory=then
    )
    assert "Label motto: a new question." in held.text
    assert "Label what: asked in other words, or with other choices." in held.text
    assert "Ask name?" not in held.text
    assert held.answers.get("business.what_we_do") == "We bake."
    assert held.answers.get("business.goal") == "Warm bread."
    assert held.answers.get("business.name") == "Rosewater"
    left = news(held.store.memory, Draft.over(held.answers, bakery, later))
    assert left == ()


def test_r9_home_offers_what_is_new_first(hold, method_with, then, said_of):
    later = method_with(asked("motto", "business.goal", "text"))
    held = hold("quit", answers=said_of(**SAID), method=later, memory=then)
    assert "New or changed since you answered: 1 question." in held.text


def test_nothing_new_is_said_in_one_sentence(hold, then, said_of):
    held = hold(start=NEW, answers=said_of(**SAID), memory=then)
    assert "Nothing is new since you answered." in held.text


def test_what_a_pack_no_longer_has_stays_with_those_who_took_it(
    small_method, then, said_of, version_two, without
):
    smaller = version_two(touchpoints=without("greeting"), roles=without("counter"))
    kept = carried(Draft.over(said_of(**SAID), smaller, small_method), then)
    assert [one["id"] for one in kept.suggests["journey"]["touchpoints"]] == [
        "smell",
        "paying",
        "greeting",
    ]
    assert [one["id"] for one in kept.suggests["people"]["roles"]] == ["owner", "baker", "counter"]


def test_what_a_pack_no_longer_has_is_gone_for_those_who_never_took_it(
    small_method, then, said_of, version_two
):
    smaller = version_two(touchpoints=lambda _: [])
    kept = carried(Draft.over(said_of(), smaller, small_method), then)
    assert kept.suggests["journey"]["touchpoints"] == []


def test_r9_a_list_of_which_the_owner_saw_a_part_has_news(what, then, version_two):
    things = [{"id": "smell"}, {"id": "greeting", "standard": "At once."}, {"id": "parking"}]
    said = {"business": SAID["business"], "journey": {"touchpoints": things}}
    assert what(then, pack=version_two(touchpoints=with_parking), **said) == {
        "touchpoints": "new: Parking"
    }


def test_a_memory_survives_its_file(tmp_path, then):
    file = tmp_path / "own" / "asked.json"
    save_memory(file, then)
    assert load_memory(file) == then


@pytest.mark.parametrize(
    "spoilt",
    ["", "{", "[]", '{"format": 2}', '{"format": 1, "asked": {"name": 7}}', "[" * 100_000, "\xff"],
)
def test_a_spoilt_memory_is_an_empty_one(tmp_path, spoilt):
    file = tmp_path / "asked.json"
    file.write_bytes(spoilt.encode("latin-1"))
    assert not load_memory(file).asked


def test_a_spoilt_suggestion_in_a_memory_is_not_carried(
    tmp_path, small_method, then, said_of, version_two
):
    file = tmp_path / "asked.json"
    save_memory(file, then)
    raw = json.loads(file.read_text())
    raw["asked"]["touchpoints"]["suggested"] = [{"id": "greeting", "name": ["no", "name"]}]
    file.write_text(json.dumps(raw))
    smaller = version_two(touchpoints=lambda _: [])
    assert carried(Draft.over(said_of(**SAID), smaller, small_method), load_memory(file)) is smaller


def test_a_folder_that_cannot_be_written_costs_only_the_memory(tmp_path, then):
    (tmp_path / "own").write_text("a file where the folder belongs")
    save_memory(tmp_path / "own" / "asked.json", then)
    assert not load_memory(tmp_path / "own" / "asked.json").asked


def test_half_a_character_in_a_memory_is_spoilt_and_costs_no_save(tmp_path, then):
    file = tmp_path / "asked.json"
    half = Memory("bakery", {"what": Asked("x", "\ud800")})
    save_memory(file, half)
    assert not file.exists()
    file.write_text(json.dumps({"format": 1, "asked": {"w": {"question": "\ud800"}}}))
    assert not load_memory(file).asked
    save_memory(file, then)
    assert load_memory(file) == then
