"""Turn the HTML of a page into a part of the handbook: only what paper can show, on safe ground."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urlsplit
from xml.etree.ElementTree import Element, SubElement

from playbook.pages.parts import Page
from playbook.paper.html_allowlist import carried_over, is_left_out
from playbook.paper.html_tree import add_text, classes, parsed, with_class
from playbook.paper.inline_svg import redrawn

_OUTSIDE = ("https", "http", "mailto", "tel")
# Browsers build trees of any depth; nobody writes, and no printer can print, one deeper than this.
_MOST_DEPTH = 150


@dataclass(slots=True)
class Leaf:
    """A page as it stands in the handbook."""

    page: Page
    level: int
    """How deep it stands in the menu, from 1."""
    body: Element = field(default_factory=lambda: Element("article"))
    pictures: dict[str, bytes] = field(default_factory=dict)
    """Drawings it shows, by their address."""

    @property
    def place(self) -> str:
        """The id of the page in the handbook, which its heading bears."""
        return place_of(self.page.address)


def place_of(address: str) -> str:
    """Return the id that an address inside the site has in the handbook."""
    page, _, anchor = address.partition("#")
    stem = page.removesuffix(".html").removesuffix(".md")
    return f"{stem}.{anchor}".removesuffix(".")


def leaf(page: Page, level: int, html: str, restyle: Callable[[str], str]) -> Leaf:
    """Return *page*, whose content is *html*; *restyle* gives its drawings their colours."""
    made = Leaf(page, level)
    made.body.set("class", f"pb-page pb-page--{page.kind} paper-leaf paper-leaf--{level}")
    _Copier(made, restyle).fill(made.body, parsed(html), 0)
    _give_title(made)
    _part_answers(made.body)
    return made


def connect(leaves: list[Leaf]) -> None:
    """Lead every link inside the handbook to its place; one that leads nowhere becomes plain text.

    Where a page lacks the place that a link names, the link leads to the page itself.
    """
    known = {"#" + quote(each.get("id", "")) for one in leaves for each in one.body.iter()}
    for link in [link for one in leaves for link in one.body.iter("a")]:
        target = link.get("href", "")
        if target.startswith("#"):
            page = target.partition(".")[0]
            target = next((one for one in (target, page) if one in known), "")
            link.set("href", target)
        if not target:
            link.tag = "span"
            del link.attrib["href"]


class _Copier:
    """Carry elements over from a page to its leaf."""

    def __init__(self, made: Leaf, restyle: Callable[[str], str]) -> None:
        self._made = made
        self._restyle = restyle

    def fill(self, into: Element, old: Element, depth: int) -> None:
        """Carry over what stands in *old*."""
        add_text(into, old.text)
        for child in old:
            if isinstance(child.tag, str) and depth < _MOST_DEPTH:
                into.extend(self._carried(child, depth))
            add_text(into, child.tail)

    def _carried(self, old: Element, depth: int) -> Iterator[Element]:
        if old.tag.startswith("{"):
            yield from self._picture(old)
        elif not is_left_out(old):
            new = carried_over(old, self._made.level)
            name = old.get("id", "")
            if new.tag == "a":
                name = name or old.get("name", "")
                new.set("href", self._target(old.get("href", "").strip()))
            if name:
                new.set("id", f"{self._made.place}.{name}")
            self.fill(new, old, depth + 1)
            yield new

    def _target(self, target: str) -> str:
        """Return where a link leads, in the handbook or outside; nothing where it must not."""
        try:
            parts = urlsplit(target)
        except ValueError:
            return ""
        if parts.scheme or parts.netloc:
            return target if parts.scheme.lower() in _OUTSIDE else ""
        page = unquote(parts.path) or str(self._made.page.address)
        if not page.endswith((".html", ".md")):
            return ""
        return "#" + quote(place_of(f"{page}#{unquote(parts.fragment)}"))

    def _picture(self, old: Element) -> Iterator[Element]:
        drawn = redrawn(old, self._restyle)
        if drawn is not None:
            address = f"drawn/{self._made.place}-{len(self._made.pictures) + 1}.svg"
            self._made.pictures[address] = drawn.content
            yield Element("img", {"src": address, "alt": drawn.says, "class": drawn.look})


def _give_title(made: Leaf) -> None:
    """Mark the heading of a leaf as its title, or give it one."""
    page, level = made.page, made.level
    title = next((one for one in made.body.iter() if "paper-h1" in classes(one)), None)
    if title is None:
        title = Element(f"h{level}", {"class": "paper-h1"})
        title.text = page.title.plain
        made.body.insert(0, title)
    old = title.get("id")
    if old:
        # Links lead to either name.
        title.insert(0, Element("span", {"id": old}))
        title[0].tail, title.text = title.text, None
    title.set("id", made.place)
    title.set("data-title", page.title.plain)
    with_class(title, f"paper-title paper-title--{level}")


def _part_answers(body: Element) -> None:
    """Number the questions that lie side by side in *body*, and put their answers behind them.

    On the site an answer unfolds. On paper nobody is to read it before they have tried.
    """
    asked = [one for one in body if "pb-ask" in classes(one)]
    if not asked:
        return
    place = list(body).index(asked[0])
    questions = Element("ol", {"class": "paper-questions"})
    head = Element("p", {"class": "paper-answers__head"})
    head.text = "The answers"
    answers = Element("ol", {"class": "paper-answers"})
    for one in asked:
        body.remove(one)
        question, answer = SubElement(questions, "li"), SubElement(answers, "li")
        for part in one:
            is_question = "paper-open__head" in classes(part)
            (question if is_question else answer).append(part)
    body[place:place] = [questions, head, answers]
