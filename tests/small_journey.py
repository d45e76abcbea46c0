"""What the tests of the journey map and of the poster share: a small journey."""

from __future__ import annotations

from playbook.pages.catalogue import build_pages

TEXT = """
business:
  name: The Fig
  customer_word: guest
  customers_word: guests
  channels:
    - {id: front, name: The front door}
journey:
  stages:
    - {id: arrive, name: Arriving, feeling: Welcome, feeling_level: good, heard: 4.5,
       heard_count: 12, measure: smiles}
    - {id: eat, name: Eating, feeling_level: delighted, heard: 3, heard_count: 9}
    - {id: leave, name: Leaving}
  touchpoints:
    - id: door
      name: At the door
      stage: arrive
      channel: front
      moment_of_truth: yes
      customer_does: Comes in
      customer_wants: To be seen
      steps: [Look up, Say hello, Take the coat]
      behind_the_scenes: The book lies open
      standard: Within a minute
      promises: [seen]
      owner: host
      measure: smiles
      hurts: Nobody looks up
    - {id: coat, name: The coat, stage: arrive}
    - {id: garden, name: Garden}
promise:
  promises: [{id: seen, name: You are seen}]
people:
  roles: [{id: host, name: Host}]
  people: [{id: ana, name: Ana, roles: [host]}]
scorecard:
  measures: [{id: smiles, name: Smiles}]
"""


def map_of(make_playbook, method, text=TEXT):
    return next(one for one in build_pages(make_playbook(text), method) if one.kind == "map")
