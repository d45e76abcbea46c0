"""Turn the HTML of a page into a part of the handbook: only what paper can show, on safe ground."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urlsplit
from xml.etree.ElementTree import Element

from playbook.pages.parts import Page
from playbook.paper.elements import append, classes, with_class
from playbook.paper.html_allowlist import carried_over, is_left_out
from playbook.paper.inline_svg import redrawn
from playbook.paper.printer import parsed
from playbook.paper.quiz_answers import answers_apart

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
    return f"{stem}.{anchor}" if anchor else stem


def leaf(page: Page, level: int, html: str, restyle: Callable[[str], str]) -> Leaf:
    """Return *page*, whose content is *html*; *restyle* gives its drawings their colours."""
    made = Leaf(page, level)
    made.body.set("class", f"pb-page pb-page--{page.kind} paper-leaf paper-leaf--{level}")
    _Copier(made, restyle).fill(made.body, parsed(html), 0)
    _give_title(made)
    answers_apart(made.body)
    return made


def connect(leaves: list[Leaf]) -> None:
    """Lead every link inside the handbook to its place; one that leads nowhere becomes plain text.

    Where a page lacks the place that a link names, the link leads to the page itself.
    """
    known = {name for one in leaves for each in one.body.iter() if (name := each.get("id"))}
    for one in leaves:
        for link in one.body.iter("a"):
            target = link.get("href", "")
            if not target.startswith("#"):
                continue
            place = unquote(target[1:])
            if place not in known:
                place = place.partition(".")[0]
            if place in known:
                link.set("href", "#" + quote(place))
            else:
                link.tag = "span"
                del link.attrib["href"]


class _Copier:
    """Carry elements over from a page to its leaf."""

    def __init__(self, made: Leaf, restyle: Callable[[str], str]) -> None:
        self._made = made
        self._restyle = restyle

    def fill(self, into: Element, old: Element, depth: int) -> None:
        """Carry over what stands in *old*."""
        append(into, old.text or "")
        for child in old:
            if isinstance(child.tag, str) and depth < _MOST_DEPTH:
                for piece in self._carried(child, depth):
                    append(into, piece)
            append(into, child.tail or "")

    def _carried(self, old: Element, depth: int) -> Iterator[Element | str]:
        if old.tag.startswith("{"):
            yield from self._picture(old)
        elif not is_left_out(old):
            new = carried_over(old, self._made.level)
            self._identify(new, old)
            if new.tag == "a" and not self._link(new, old):
                new.tag = "span"
            self.fill(new, old, depth + 1)
            yield new

    def _identify(self, new: Element, old: Element) -> None:
        name = old.get("id") or (old.get("name") if old.tag == "a" else None)
        if name:
            new.set("id", f"{self._made.place}.{name}")

    def _link(self, new: Element, old: Element) -> bool:
        """Give a link its target in the handbook, or outside; return whether there is one."""
        target = old.get("href", "").strip()
        try:
            parts = urlsplit(target)
        except ValueError:
            return False
        if parts.scheme or parts.netloc:
            if parts.scheme.lower() not in _OUTSIDE:
                return False
            new.set("href", target)
            return True
        page = unquote(parts.path) or str(self._made.page.address)
        if not page.endswith((".html", ".md")):
            return False
        anchor = unquote(parts.fragment)
        place = place_of(f"{page}#{anchor}" if anchor else page)
        new.set("href", "#" + quote(place))
        return True

    def _picture(self, old: Element) -> Iterator[Element]:
        drawn = redrawn(old, self._restyle)
        if drawn is not None:
            address = f"drawn/{self._made.place}-{len(self._made.pictures) + 1}.svg"
            self._made.pictures[address] = drawn.content
            yield Element("img", {"src": address, "alt": drawn.says, "class": drawn.look})


def _give_title(made: Leaf) -> None:
    """Mark the heading of a leaf as its title, or give it one."""
    page, level = made.page, made.level
    titles = [one for one in made.body.iter() if "paper-h1" in classes(one)]
    title = titles[0] if titles else Element(f"h{level}", {"class": "paper-h1"})
    if not titles:
        title.text = page.title.plain
        made.body.insert(0, title)
    if title.get("id"):
        # Links lead to either name.
        title.insert(0, Element("span", {"id": title.get("id", "")}))
        title[0].tail, title.text = title.text, None
    title.set("id", made.place)
    title.set("data-title", page.title.plain)
    with_class(title, f"paper-title paper-title--{level}")
