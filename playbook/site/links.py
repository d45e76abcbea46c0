"""Find every link, anchor and menu entry that leads nowhere, before any engine runs."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from playbook.errors import Problem
from playbook.site.menu import Menu

_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[`~]*[ \t]*$", re.M | re.S)
_CODE = re.compile(r"(?P<ticks>`+).+?(?P=ticks)", re.S)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_INLINE = re.compile(r"(?P<image>!?)\[[^\]]*\]\(\s*(?P<target><[^>]*>|[^\s)]*)[^)]*\)")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]]+\]:\s*(?P<target>\S+)", re.M)
_RAW = re.compile(
    r"<[a-zA-Z][^<>]*?\s(?P<attribute>href|src)\s*=\s*(?P<quote>[\"'])(?P<target>.*?)(?P=quote)",
    re.S,
)
_IDS = re.compile(r"<[a-zA-Z][^<>]*?\s(?:id|name)\s*=\s*[\"'](?P<id>[^\"']+)[\"']", re.S)
_ATTRIBUTE_IDS = re.compile(r"\{:?[^{}\n]*?#(?P<id>[\w-]+)[^{}\n]*\}")
_PLACE = re.compile(r"[\w-]+")
_FRONT_MATTER = re.compile(r"---\n.*?\n---\n\s*", re.S)
_OUTSIDE = ("https", "http", "mailto", "tel")


@dataclass(frozen=True, slots=True)
class _Link:
    target: str
    line: int
    raw: bool
    """Whether it stands in an HTML tag, which engines leave as it is."""
    loads: bool
    """Whether the browser loads it by itself."""


def problems(pages: Mapping[str, str], menu: Menu, files: frozenset[str]) -> list[Problem]:
    """Return what leads nowhere; *pages* and *files* are keyed by address inside ``docs/``."""
    anchors = {address: _anchors(text) for address, text in pages.items()}
    found = [*_menu_problems(pages, menu)]
    for address, text in sorted(pages.items()):
        for link in _links(text):
            what = _wrong(address, link, anchors, files)
            if what:
                found.append(Problem(address, link.line, *what))
    return sorted(set(found))


def with_places(pages: Mapping[str, str], own: frozenset[str]) -> dict[str, str]:
    """Return *pages* with every place that a link leads to, except links on the pages in *own*.

    A template of the owner's need not know which places of its page others link to: those it
    leaves out are put at the page's beginning. What its own links name has to be there.
    """
    anchors = {address: _anchors(text) for address, text in pages.items()}
    missing: dict[str, set[str]] = {}
    for address in pages.keys() - own:
        for link in _links(pages[address]):
            path, _, place = link.target.partition("#")
            page = _page(_place(address, unquote(path)), link)
            if page in anchors and _PLACE.fullmatch(place) and place not in anchors[page]:
                missing.setdefault(page, set()).add(place)
    return {
        address: _with_ids(text, sorted(missing[address])) if address in missing else text
        for address, text in pages.items()
    }


def _with_ids(text: str, places: Sequence[str]) -> str:
    matter = _FRONT_MATTER.match(text)
    end = matter.end() if matter else 0
    spans = "".join(f'<span id="{place}"></span>' for place in places)
    return f"{text[:end]}<div>{spans}</div>\n\n{text[end:].lstrip()}"


def _menu_problems(pages: Mapping[str, str], menu: Menu) -> Iterator[Problem]:
    listed: set[str] = set()
    for top in menu:
        for entry in top.every():
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


def _links(text: str) -> Iterator[_Link]:
    for pattern in (_FENCE, _CODE, _COMMENT):
        text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    for match in _INLINE.finditer(text):
        yield _link(text, match, raw=False, loads=bool(match["image"]))
    for match in _REFERENCE.finditer(text):
        yield _link(text, match, raw=False, loads=False)
    for match in _RAW.finditer(text):
        yield _link(text, match, raw=True, loads=match["attribute"] == "src")


def _link(text: str, match: re.Match[str], *, raw: bool, loads: bool) -> _Link:
    target = html.unescape(match["target"]).strip("<>")
    return _Link(target, text.count("\n", 0, match.start("target")) + 1, raw, loads)


def _wrong(
    address: str, link: _Link, anchors: Mapping[str, frozenset[str]], files: frozenset[str]
) -> tuple[str, str] | None:
    """Return what is wrong with a link on the page at *address*, and how to mend it."""
    try:
        parts = urlsplit(link.target)
    except ValueError:
        return f"“{link.target}” is not an address.", ""
    if parts.scheme or parts.netloc:
        return _wrong_outside(parts, link)
    if parts.path.startswith("/"):
        return f"“{link.target}” starts at the root of the server.", "Write it from this page."
    if not parts.path and not parts.fragment:
        return "A link is empty.", "Name the page it leads to."
    return _wrong_inside(address, parts, link, anchors, files)


def _wrong_outside(parts: SplitResult, link: _Link) -> tuple[str, str] | None:
    if link.loads:
        return f"“{link.target}” would be loaded from outside.", "Use a file of our own."
    if parts.scheme.lower() not in _OUTSIDE:
        return f"“{link.target}” is not a web, mail or phone address.", "Start it with https://."
    return None


def _wrong_inside(
    address: str,
    parts: SplitResult,
    link: _Link,
    anchors: Mapping[str, frozenset[str]],
    files: frozenset[str],
) -> tuple[str, str] | None:
    place = _place(address, unquote(parts.path))
    page = _page(place, link)
    if page not in anchors:
        if place in files:
            return None
        return f"“{link.target}” leads to a page that does not exist.", _hint(place, link, anchors)
    if parts.fragment and unquote(parts.fragment) not in anchors[page]:
        mend = "Give the heading an id there, such as {: #returns }."
        return f"“{link.target}” leads to a place that {page} does not have.", mend
    return None


def _place(address: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(address), path)) if path else address


def _page(place: str, link: _Link) -> str:
    if link.raw and place.endswith(".html"):
        return place.removesuffix(".html") + ".md"
    if link.raw and place.endswith(".md") and not link.target.startswith("#"):
        return ""
    return place


def _hint(place: str, link: _Link, anchors: Mapping[str, frozenset[str]]) -> str:
    if link.raw and place in anchors:
        return "Inside an HTML tag, write .html where Markdown has .md."
    if place.removesuffix(".html") + ".md" in anchors:
        return "In Markdown, write .md; the engine makes .html of it."
    return "Check its spelling."


def _anchors(text: str) -> frozenset[str]:
    """Return the ids a page declares; those an engine would invent from headings do not count."""
    ids = {html.unescape(match["id"]) for match in _IDS.finditer(text)}
    return frozenset(ids | {match["id"] for match in _ATTRIBUTE_IDS.finditer(text)})
