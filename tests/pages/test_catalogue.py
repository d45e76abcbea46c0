from __future__ import annotations

from dataclasses import fields

from playbook.model.editions import EDITIONS
from playbook.pages.catalogue import PAGE_TYPES, build_pages

TEXT = """
business:
  name: The Fig
  customer_word: guest
  customers_word: guests
journey:
  stages:
    - id: arrive
      name: Arriving
    - id: leave
      name: Leaving
  touchpoints:
    - id: goodbye
      name: Goodbye
      stage: leave
      owner: host
      promises: [seen]
      measure: smiles
    - id: door
      name: At the door
      stage: arrive
      owner: host
      today: Nobody looks up
    - id: garden
      name: Garden
promise:
  promises:
    - id: seen
      name: You are seen
people:
  roles:
    - id: host
      name: Host
      make_good_limit: 1500
  people:
    - id: ana
      name: Ana
      roles: [host]
    - id: bo
      name: Bo
      roles: [host]
scorecard:
  revenue:
    currency: £
  measures:
    - id: smiles
      name: Smiles
      unit: "%"
      baseline: 80
      cadence: weekly
"""


def pages(make_playbook, method, text=TEXT):
    return {str(page.address): page for page in build_pages(make_playbook(text), method)}


def test_every_stage_touchpoint_and_role_has_a_page(make_playbook, method):
    found = set(pages(make_playbook, method))
    assert {"stage-arrive.md", "touchpoint-goodbye.md", "role-host.md", "index.md"} <= found


def test_addresses_are_unique(make_playbook, method):
    built = build_pages(make_playbook(TEXT), method)
    assert len({page.address for page in built}) == len(built)


def test_every_kind_of_page_is_built(make_playbook, method):
    built = {
        type(page)
        for edition in EDITIONS
        for page in build_pages(make_playbook(TEXT), method, edition)
    }
    assert built == set(PAGE_TYPES)


def test_every_page_and_field_is_described():
    for page_type in PAGE_TYPES:
        assert page_type.__doc__
        assert fields(page_type)


def test_touchpoints_follow_the_customer_not_the_file(make_playbook, method):
    door = pages(make_playbook, method)["touchpoint-door.md"]
    assert door.previous is None
    assert door.next.title == "Goodbye"


def test_a_touchpoint_without_a_stage_comes_last(make_playbook, method):
    garden = pages(make_playbook, method)["touchpoint-garden.md"]
    assert garden.stage is None
    assert (garden.previous, garden.next) == (None, None)
    assert pages(make_playbook, method)["touchpoint-goodbye.md"].next is None


def test_a_promise_names_where_it_is_kept(make_playbook, method):
    [promise] = pages(make_playbook, method)["promises.md"].promises
    assert [link.title for link in promise.kept] == ["Goodbye"]


def test_a_role_page_names_its_holders_touchpoints_and_limit(make_playbook, method):
    role = pages(make_playbook, method)["role-host.md"]
    assert role.people == "Ana and Bo"
    assert [duty.link.title for duty in role.touchpoints] == ["Goodbye", "At the door"]
    assert role.make_good_limit.text == "£1,500"


def test_a_measure_shows_its_unit_and_what_it_tells_about(make_playbook, method):
    [measure] = pages(make_playbook, method)["measures.md"].measures
    assert measure.baseline.text == "80%"
    assert measure.cadence.text == "Every week"
    assert measure.target.text is None
    assert [link.title for link in measure.tells_about] == ["Goodbye"]


def test_pages_speak_the_words_of_the_trade(make_playbook, method):
    assert pages(make_playbook, method)["customers.md"].title == "Our guests"


def test_improvements_gather_where_today_falls_short(make_playbook, method):
    page = pages(make_playbook, method)["improvements.md"]
    assert [gap.touchpoint.title for gap in page.gaps] == ["At the door"]


def test_the_about_page_lists_open_questions(make_playbook, method):
    about = pages(make_playbook, method)["about.md"]
    undecided = [ask for chapter in about.open_chapters for ask in chapter.undecided]
    assert len(undecided) > 20
    assert len(about.sources) == 5


def test_the_ideas_behind_a_page_are_named_with_their_source(make_playbook, method):
    fairness = pages(make_playbook, method)["fair-dealing.md"]
    assert any("Nowak" in note.author for note in fairness.ideas)


def test_a_page_knows_whether_anything_on_it_is_a_suggestion(make_playbook, method):
    suggests = {"fairness": {"loyalty": "A coffee on the house"}}
    built = {page.kind: page for page in build_pages(make_playbook(suggests=suggests), method)}
    assert built["fairness"].has_suggestions
    assert not built["listening"].has_suggestions


def test_the_about_page_counts_what_is_decided_as_the_interview_does(make_playbook, method):
    begun = build_pages(make_playbook(), method, decided=(3, 162))
    assert begun[-1].decided.plain == "3 of 162 answers are decided."
    done = build_pages(make_playbook(), method, decided=(162, 162))
    assert done[-1].decided.plain == ""
