"""A small restaurant and somebody who works alone, and their pages."""

from __future__ import annotations

import pytest

from playbook.pages.catalogue import build_pages

TEXT = """
business:
  name: The Fig
  customer_word: guest
  goal: Nobody leaves hungry
promise:
  promises:
    - id: seen
      name: You are seen within 1.5 minutes
      detail: By somebody who says hello
      owner: host
    - id: hot
      name: The soup is hot
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
      standard: Everybody hears thank you
    - id: greeting
      name: The greeting
      stage: arrive
      owner: host
      stand_in: cook
      moment_of_truth: yes
      promises: [seen]
      steps: [Look up, Say hello]
      say: [Good morning]
      standard: A hello within 60 seconds, every time
      today: Nobody looks up
      behind_the_scenes: The list is printed
      recovery:
        - wrong: Nobody was there.
          put_right: Say sorry first
    - id: soup
      name: The soup
      stage: arrive
      owner: cook
      moment_of_truth: yes
      promises: [hot]
      standard: On the table in 6 minutes
people:
  service_contact:
    name: Ana
    phone: 01632 960001
  roles:
    - id: host
      name: Host
      may_decide: A free drink
      make_good_limit: 15
      stand_in: cook
    - id: cook
      name: Cook
    - id: porter
      name: Porter
  hand_offs:
    - id: to-table
      name: To the table
      giver: host
      taker: cook
      passes_on: The name
scorecard:
  revenue:
    currency: £
  measures:
    - id: smiles
      name: Smiles
      owner: host
"""
ALONE = """
business:
  name: Ida’s Alterations
journey:
  touchpoints:
    - id: fitting
      name: The fitting
      owner: tailor
      standard: Pinned in 10 minutes
people:
  roles:
    - id: tailor
      name: Tailor
"""


@pytest.fixture(name="pages")
def _pages(make_playbook, method):
    def pages(text=TEXT, suggests=None):
        built = build_pages(make_playbook(text, suggests), method)
        return {str(page.address): page for page in built}

    return pages
