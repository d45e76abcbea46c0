"""What a starter pack suggests and nobody has confirmed is marked wherever a reader meets it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from playbook.language.phrase_files import plain_english
from playbook.model.base import Record
from playbook.model.editions import Edition
from playbook.model.playbook import Playbook
from playbook.pages.catalogue import build_pages
from playbook.pages.journey import TouchpointPage
from playbook.pages.people import RolePage
from playbook.paper.cards import Card
from playbook.render.markdown import to_html
from playbook.render.render import render, render_sheet
from playbook.words import Words
from playbook.yamlfile import dump

ROOT = Path(__file__).parent.parent
STAMP = re.compile(r"zq[0-9]+q")
SAID = ("customer_word", "customers_word", "colour", "accent", "font")
"""What no page states by itself: words inside our own sentences, and how the page looks."""
UNMARKED = {
    "nav": "shows ways, as the menu does; where they lead, the mark stands",
    "svg": "a picture has a sign of its own, which its legend explains",
    "pb-ask__more": "leads to what the question in front of it names, which is marked there",
}
"""The elements and classes in which nothing is marked, with the reason."""
Found = tuple[str, int]
WHOLE = ("pb-card--suggested", "pb-tick--suggested")
"""What stands for all within by the one mark in front of it."""


@pytest.fixture(scope="module", name="suggested")
def _suggested(make_playbook, packs) -> Playbook:
    """Return a playbook of which nothing but the name is said, each suggested text with a stamp."""
    numbers = count(1)

    def stamped(value: Any) -> Any:
        if isinstance(value, Words):
            return Words(f"{value.plain} zq{next(numbers)}q")
        return tuple(map(stamped, value)) if isinstance(value, tuple) else value

    def stamp(record: Record, _path: object = ()) -> Record:
        values = record.with_inner(stamp)
        texts = {name: stamped(values[name]) for name in values.keys() - set(SAID)}
        return record.model_copy(update={**values, **texts})

    playbook = make_playbook(suggests=packs["cafe"].suggests)
    named = stamp(playbook)
    business = named.business.model_copy(update={"name": playbook.business.name})
    return named.model_copy(update={"business": business})


def stamped_texts(node: LexborNode, marks: int = 0, *, whole: bool = False) -> Iterator[Found]:
    """Yield each text that bears a stamp, with the number of marks that it stands in."""
    names = (node.attributes.get("class") or "").split()
    if not {node.tag, *names}.isdisjoint(UNMARKED):
        return
    whole = whole or not {*names}.isdisjoint(WHOLE)
    marks += "pb-suggested" in names
    # The map marks a note by a word in it, which its style turns into the sign.
    marks += any(one.tag == "i" and one.text() == "Suggestion: " for one in node.iter())
    for child in node.iter(include_text=True):
        if child.tag != "-text":
            yield from stamped_texts(child, marks, whole=whole)
        elif STAMP.search(child.text()):
            yield child.text().strip(), max(marks, int(whole))


def wrongly_marked(html: str) -> set[str]:
    """Return the suggested texts of a page that stand in no mark, or in several."""
    found = stamped_texts(LexborHTMLParser(html).body)
    return {f"{marks} marks: {text}" for text, marks in found if marks != 1}


@pytest.mark.parametrize("edition", ["manager", "staff"])
def test_every_suggested_text_stands_in_one_mark(suggested: Playbook, method, edition: Edition):
    texts = render(build_pages(suggested, method, edition), [ROOT / "templates"], plain_english())
    wrong = {address: wrongly_marked(to_html(text)) for address, text in texts.items()}
    assert {address: found for address, found in wrong.items() if found} == {}


def test_every_suggested_text_on_a_card_stands_in_one_mark(suggested: Playbook, method):
    pages = [
        page
        for page in build_pages(suggested, method)
        if isinstance(page, (TouchpointPage, RolePage))
    ]
    for page in pages:
        duties = page.touchpoints if isinstance(page, RolePage) else ()
        card = Card(page, Words("place"), None, Words("page"), duties=duties)
        html = render_sheet(
            f"card-{page.kind}", {"card": card}, ROOT / "site_config" / "paper", plain_english()
        )
        assert STAMP.search(html)
        assert wrongly_marked(html) == set()


def test_no_mark_is_left_once_all_is_confirmed(make_playbook, packs, method):
    said = packs["cafe"].suggests
    playbook = make_playbook(dump(said | {"business": said["business"] | {"name": "Test"}}))
    texts = render(build_pages(playbook, method), [ROOT / "templates"], plain_english())
    # What the page about the playbook shows is how a mark looks.
    del texts["about.md"]
    for text in texts.values():
        assert "Suggestion: " not in text
        assert "--suggested" not in text
