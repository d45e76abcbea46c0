from __future__ import annotations

import re

from playbook.language.phrase_files import plain_english
from playbook.pages.catalogue import build_pages
from playbook.render.render import render
from playbook.resources import data_root

TEXT = """
business:
  name: The Fig
journey:
  touchpoints:
    - id: door
      name: At the door
      owner: host
      moment_of_truth: yes
people:
  must_know: [Where the fuse box is]
  roles:
    - id: host
      name: Host
    - id: porter
      name: Porter
      stand_in: host
"""


def role(make_playbook, method, name):
    built = build_pages(make_playbook(TEXT), method)
    return next(page for page in built if page.address == f"role-{name}.md")


def test_a_start_page_tells_the_first_days_in_a_few_lines(make_playbook, method):
    days = role(make_playbook, method, "host").first_days
    assert {str(day.title): [str(link.title) for link in day.highlights] for day in days} == {
        "Day 1": ["What everyone knows", "My moments of truth"],
        "Day 30": ["Sign the sheet"],
    }


def test_the_first_days_lead_to_the_page_for_getting_started(make_playbook, method):
    page = role(make_playbook, method, "host")
    assert page.onboarding.address == "onboarding-host.md"
    assert page.first_days[0].highlights[1].address == "onboarding-host.md#moments-of-truth"


def test_only_who_answers_for_something_has_a_sheet_to_sign(make_playbook, method):
    assert role(make_playbook, method, "host").sign_off.address == "sign-off-host.md"
    assert role(make_playbook, method, "porter").sign_off is None


def test_cover_is_told_only_where_it_is_known(make_playbook, method):
    def titles(name):
        days = role(make_playbook, method, name).first_days
        topics = [topic for day in days for topic in day.topics]
        return [str(task.link.title) for topic in topics for task in topic.tasks]

    assert "Who covers for me" in titles("porter")
    assert "Who covers for me" not in titles("host")


REACHED = """
business:
  name: X
  country: UK
people:
  people:
    - {id: a, name: Ann, phone: +44 (0)20 7946 0018}
    - {id: b, name: Bo, phone: (020) 7946 0018 / 07700 900123}
    - {id: c, name: Cy, phone: 020 7946 0018 ext. 12, email: cy@x.example or c@x.example}
    - {id: d, name: Di, phone: 9-17, email: ask Di}
"""


def test_people_are_reached_by_the_numbers_that_were_meant(make_playbook, method):
    page = next(one for one in build_pages(make_playbook(REACHED), method) if one.kind == "people")
    [printed] = render([page], [data_root() / "templates"], plain_english()).values()
    assert re.findall(r'href="(\w+:[^"]*)"', printed) == [
        "tel:+442079460018",
        "tel:+442079460018",
        "tel:+447700900123",
        "tel:+442079460018;ext=12",
        "mailto:cy@x.example",
        "mailto:c@x.example",
    ]
    assert "9&#45;17" in printed
    assert "ask Di" in printed
