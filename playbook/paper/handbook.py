"""Put the handbook together: title page, contents, and the pages in the order of the menu."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from xml.etree import ElementTree

from playbook.charts.svg import ELLIPSIS
from playbook.pages.parts import Answer, Page
from playbook.pages.welcome import Welcome
from playbook.paper.handbook_page import Leaf, connect, leaf
from playbook.paper.map_sheets import spread
from playbook.paper.paper_look import PaperLook, welcome_of
from playbook.paper.printer import lay_out
from playbook.render.markdown import to_html
from playbook.site.menu import every_line, menu
from playbook.words import Words

_GAP = "<!-- pages -->"
_MOST_HEAD = 60
_LONG_NAME = 34
_ROOM = (100, 120, 300)
"""How many letters of name, tagline and promise fit between the edges of the title page."""


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the contents."""

    title: Words
    place: Words
    level: Words


def handbook(pages: Sequence[Page], texts: Mapping[str, str], look: PaperLook) -> bytes:
    """Return the handbook as PDF.

    *texts* holds the Markdown of *pages* by address.
    """
    leaves = list(_leaves(pages, texts, look))
    connect(leaves)
    files = look.files()
    for one in leaves:
        spread(one.body)
        files |= one.pictures
    facts = {
        **_cover(look.name, welcome_of(pages)),
        "care": pages[0].care,
        "lines": tuple(map(_line, leaves)),
        "has_suggestions": any(page.has_suggestions for page in pages),
    }
    files["handbook.css"] = look.style("paper.css", "handbook.css").encode()
    cover = look.printed("handbook", facts)
    book = cover.replace(_GAP, "".join(_printed(one) for one in leaves), 1)
    return lay_out(book, files).pdf()


def _cover(name: Words, welcome: Welcome | None) -> dict[str, object]:
    """Return what the title page and the edges of all pages say."""
    customers, tagline, promise, edition = None, Answer(), Answer(), Answer()
    if welcome:
        customers, edition = welcome.customers, _in_brief(welcome.edition)
        tagline, promise = welcome.tagline, welcome.value_proposition
    said = (name, tagline.text or "", promise.text or "")
    return {
        "customers": customers,
        "tagline": tagline,
        "promise": promise,
        "edition": edition,
        "is_long": len(name) > _LONG_NAME,
        "is_full": any(len(text) > most for text, most in zip(said, _ROOM, strict=True)),
        "company_head": Words(_shortened(name.plain)),
    }


def _in_brief(said: Answer) -> Answer:
    return replace(said, text=Words(_shortened(said.text.plain))) if said.text else said


def _leaves(pages: Sequence[Page], texts: Mapping[str, str], look: PaperLook) -> Iterator[Leaf]:
    known = {str(page.address): page for page in pages}
    for entry, level in every_line(menu(pages)):
        address = str(entry.address)
        yield leaf(known[address], level, to_html(texts[address]), look.style)


def _line(one: Leaf) -> ContentsLine:
    return ContentsLine(one.page.title, Words(one.place), Words(str(one.level)))


def _printed(one: Leaf) -> str:
    one.body.set("data-head", _shortened(one.page.title.plain))
    return ElementTree.tostring(one.body, encoding="unicode", method="html")


def _shortened(text: str) -> str:
    """Return a text that has room at the edge of a page."""
    if len(text) <= _MOST_HEAD:
        return text
    return text[: _MOST_HEAD - 1].rstrip() + ELLIPSIS
