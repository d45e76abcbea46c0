from __future__ import annotations

from playbook.pages.catalogue import build_pages

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
