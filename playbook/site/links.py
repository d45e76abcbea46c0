"""Find every link, anchor and menu entry that leads nowhere, before any engine runs.

A page is read as the HTML that engines make of it. HTML does not tell lines, so each place where
the target of a link may begin is marked with its line beforehand.
"""

from __future__ import annotations

import bisect
import functools
import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from playbook.errors import Problem
from playbook.render.markdown import ElementReader, split_front_matter
from playbook.site.menu import Menu, every_line

_TARGET = re.compile(r"""\]\(\s*<?|\]:\s*<?|(?P<raw>\b(?:href|src)\s*=\s*["']?)""")
_MARKED = re.compile(r"\ue000(?P<line>\d+)(?P<raw>r?)\ue001(?P<target>.*)", re.S)
_PLACE = re.compile(r"[\w-]+")
_OUTSIDE = ("https", "http", "mailto", "tel")
_ENDINGS = {
    False: "In Markdown, write .md; the engine makes .html of it.",
    True: "Inside an HTML tag, write .html where Markdown has .md.",
}
"""What to say of a link to a page by the wrong one of its names, in Markdown and in HTML."""

Wrong = tuple[str, str]
"""What is wrong with a link, and how to mend it."""


@dataclass(frozen=True, slots=True)
class _Link:
    target: str
    line: int
    raw: bool
    """Whether it stands in an HTML tag, which engines leave as it is."""
    loads: bool
    """Whether the browser loads it by itself."""


class _Reader(ElementReader):
    """Collect the links of a page, and the places on it that links can name, its top among them."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[_Link] = []
        self.places = {""}

    def begin(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        for name in attributes.keys() & {"href", "src"}:
            self.links.append(_link(attributes[name], loads=name == "src"))
        self.places |= {attributes[name] for name in attributes.keys() & {"id", "name"}}


Pages = Mapping[str, _Reader]


def problems(pages: Mapping[str, str], menu: Menu, files: frozenset[str]) -> list[Problem]:
    """Return what leads nowhere; *pages* and *files* are keyed by address inside ``docs/``."""
    read = {address: _read(text) for address, text in pages.items()}
    found = set(_menu_problems(pages, menu))
    for address, page in read.items():
        for link in page.links:
            wrong = _wrong(address, link, read, files)
            if wrong:
                found.add(Problem(address, link.line, *wrong))
    return sorted(found)


def with_places(pages: Mapping[str, str], own: frozenset[str]) -> dict[str, str]:
    """Return *pages* with every place that a link leads to, except links on the pages in *own*.

    A template of the owner's need not know which places of its page others link to: those it
    leaves out are put at the page's beginning. What its own links name has to be there.
    """
    named: defaultdict[str, set[str]] = defaultdict(set)
    for address in pages.keys() - own:
        for link in _read(pages[address]).links:
            path, _, place = link.target.partition("#")
            named[_page(_place(address, path), link)].add(place)
    return {address: _with_ids(text, named[address]) for address, text in pages.items()}


def _with_ids(text: str, places: set[str]) -> str:
    missing = sorted(filter(_PLACE.fullmatch, places - _read(text).places))
    if not missing:
        return text
    matter, page = split_front_matter(text)
    spans = "".join(f'<span id="{place}"></span>' for place in missing)
    return f"{matter}\n<div>{spans}</div>\n\n{page.lstrip()}"


def without_links_to(gone: Collection[str], pages: Mapping[str, str]) -> dict[str, str]:
    """Return *pages* with the words of each link to a page in *gone*, and no link.

    *gone* names files such as ``fair-dealing.md``. What somebody typed cannot be taken for a
    link: it is encoded (``playbook.words``).
    """
    if not gone:
        return dict(pages)
    stems = "|".join(re.escape(name.removesuffix(".md")) for name in gone)
    markdown = re.compile(rf"\[([^\]\n]*)\]\((?:{stems})\.md(?:#[^)\s]*)?\)")
    html = re.compile(
        rf'<a\b[^<>]*\bhref="(?:{stems})\.(?:html|md)(?:#[^"]*)?"[^<>]*>(.*?)</a>', re.DOTALL
    )
    return {name: html.sub(r"\1", markdown.sub(r"\1", text)) for name, text in pages.items()}


@functools.lru_cache(maxsize=1_000)
def _read(text: str) -> _Reader:
    reader = _Reader()
    reader.read_page(_marked(_without_loose_ends(text)))
    return reader


def _marked(markdown: str) -> str:
    """Return a page in which its line, and r inside an HTML tag, stand before each target."""
    starts = [line.start() for line in re.finditer("^", markdown, re.M)]

    def mark(found: re.Match[str]) -> str:
        line = bisect.bisect(starts, found.end())
        return f"{found[0]}\ue000{line}{'r' if found['raw'] else ''}\ue001"

    return _TARGET.sub(mark, markdown)


def _without_loose_ends(markdown: str) -> str:
    """Encode what nothing closes, thousands of which would keep the converter busy for minutes."""
    for opening, closing in ("[]", "<>"):
        before, last, after = markdown.rpartition(closing)
        markdown = before + last + after.replace(opening, f"&#{ord(opening)};")
    return markdown


def _link(value: str, *, loads: bool) -> _Link:
    found = _MARKED.match(value)
    if found is None:
        return _Link(value, 0, raw=False, loads=loads)
    return _Link(found["target"], int(found["line"]), raw=bool(found["raw"]), loads=loads)


def _menu_problems(pages: Mapping[str, str], menu: Menu) -> Iterator[Problem]:
    listed: set[str] = set()
    for entry, _ in every_line(menu):
        if entry.address is None:
            if not entry.children:
                yield Problem("the menu", 0, f"“{entry.title.plain}” leads to no page.")
            continue
        if entry.address not in pages:
            what = f"“{entry.title.plain}” leads to {entry.address}, which does not exist."
            yield Problem("the menu", 0, what)
        if entry.address in listed:
            yield Problem("the menu", 0, f"{entry.address} is listed twice.")
        listed.add(entry.address)
    if "index.md" not in pages:
        yield Problem("the menu", 0, "There is no first page, index.md.")
    for address in sorted(set(pages) - listed):
        yield Problem(address, 0, "The page is not in the menu.", "List it, or mark it as hidden.")


def _wrong(address: str, link: _Link, pages: Pages, files: frozenset[str]) -> Wrong | None:
    """Return what is wrong with a link on the page at *address*."""
    try:
        parts = urlsplit(link.target)
    except ValueError:
        return f"“{link.target}” is not an address.", ""
    if parts.scheme or parts.netloc:
        return _wrong_outside(parts, link)
    if parts.path.startswith("/"):
        return f"“{link.target}” starts at the root of the server.", "Write it from this page."
    if link.target in ("", "#"):
        return "A link is empty.", "Name the page it leads to."
    place = _place(address, parts.path)
    page = _page(place, link)
    if page in pages:
        return _wrong_place(page, unquote(parts.fragment), link, pages)
    return None if place in files else _missing(place, link, pages)


def _wrong_outside(parts: SplitResult, link: _Link) -> Wrong | None:
    if link.loads:
        return f"“{link.target}” would be loaded from outside.", "Use a file of our own."
    if parts.scheme.lower() not in _OUTSIDE:
        return f"“{link.target}” is not a web, mail or phone address.", "Start it with https://."
    return None


def _wrong_place(page: str, anchor: str, link: _Link, pages: Pages) -> Wrong | None:
    if anchor in pages[page].places:
        return None
    mend = "Give the heading an id there, such as {: #returns }."
    return f"“{link.target}” leads to a place that {page} does not have.", mend


def _missing(place: str, link: _Link, pages: Pages) -> Wrong:
    stem, _ = posixpath.splitext(place)
    mend = _ENDINGS[link.raw] if f"{stem}.md" in pages else "Check its spelling."
    return f"“{link.target}” leads to a page that does not exist.", mend


def _place(address: str, path: str) -> str:
    """Return where a path on the page at *address* leads: b/c.md from a/d.md is a/b/c.md."""
    if not path:
        return address
    return posixpath.normpath(posixpath.join(posixpath.dirname(address), unquote(path)))


def _page(place: str, link: _Link) -> str:
    """Return the page at a place: Markdown names its file, an HTML tag what engines make of it."""
    if not link.raw or link.target.startswith("#"):
        return place
    stem, ending = posixpath.splitext(place)
    return f"{stem}.md" if ending == ".html" else ""
