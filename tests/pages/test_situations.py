from __future__ import annotations

import random

from playbook.pages.catalogue import build_pages
from playbook.pages.parts import Address, Link
from playbook.pages.situations import letters
from playbook.words import Words

TEXT = """
business:
  name: The Fig
customers:
  segments:
    - id: regulars
      name: Regulars
      questions:
        - question: Is there cake?
          answer: Always.
journey:
  stages:
    - id: arrive
      name: Arriving
  touchpoints:
    - id: garden
      name: Garden
      recovery:
        - wrong: It rains.
    - id: door
      name: At the door
      stage: arrive
      customer_does: Looks in
      recovery:
        - wrong: Nobody looks up.
          put_right: Say hello.
        - wrong: The door sticks.
promise:
  promises:
    - id: seen
      name: You are seen
"""


def pages(make_playbook, method):
    return {page.kind: page for page in build_pages(make_playbook(TEXT), method)}


def test_everything_that_happens_leads_to_the_place_that_says_what_to_do(make_playbook, method):
    when = pages(make_playbook, method)["when"]
    led = [(case.words, case.where.address) for group in when.wrong for case in group.cases]
    assert led == [
        ("Nobody looks up.", "when-things-go-wrong.md#wrong-door-1"),
        ("The door sticks.", "when-things-go-wrong.md#wrong-door-2"),
        ("It rains.", "when-things-go-wrong.md#wrong-garden-1"),
    ]
    assert [group.name for group in when.wrong] == ["Arriving", None]
    assert when.asked[0].cases[0].where.address == "customers.md#asked-regulars-1"
    assert when.done[0].cases[0].where.address == "touchpoint-door.md"
    assert when.promises[0].address == "promises.md#promise-seen"


def test_the_anchors_are_those_of_the_other_pages(make_playbook, method):
    built = pages(make_playbook, method)
    there = {case.anchor for group in built["recovery"].groups for case in group.situations}
    assert {
        case.where.address.anchor for group in built["when"].wrong for case in group.cases
    } == there
    assert built["customers"].segments[0].questions[0].anchor == "asked-regulars-1"


def links(*names: str) -> list[Link]:
    return [
        Link(Words(name), Address(f"touchpoint-{number}.md")) for number, name in enumerate(names)
    ]


def test_letters_know_accents_capitals_and_other_alphabets():
    found = letters(links("zebra", "Éclair", "egg", "3 knocks", "“Hello”", "Жук", "apple", "ßa"))
    assert [(one.letter, [link.title.plain for link in one.touchpoints]) for one in found] == [
        ("A", ["apple"]),
        ("E", ["Éclair", "egg"]),
        ("S", ["ßa"]),
        ("Z", ["zebra"]),
        ("Ж", ["Жук"]),
        ("#", ["3 knocks", "“Hello”"]),
    ]
    assert len({one.anchor for one in found}) == len(found)


def test_the_order_does_not_depend_on_the_file():
    given = links("Bo", "bo", "Bó", "a", "A", "Ä", "1", "", "—")
    shuffled = given[:]
    random.Random(7).shuffle(shuffled)
    assert letters(given) == letters(shuffled)
