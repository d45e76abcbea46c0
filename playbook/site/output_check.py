"""Look at what an engine made before anybody else does: whole, and loading nothing from outside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

from playbook.errors import EngineError
from playbook.render.markdown import ElementReader
from playbook.site.source_tree import files_in

_LOADING = frozenset({"src", "srcset", "data", "poster", "action", "xlink:href"})
"""Attributes that make a browser load what they name."""
_LOADING_LINKS = frozenset({"image", "use", "base"})
"""Elements whose links are loaded, and not only followed."""
_LOADING_RELATIONS = frozenset(
    {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload"}
    | {"manifest"}
)
# The name of the language of drawings, which nobody loads.
_DRAWING = 'xmlns="http://www.w3.org/2000/svg"'
_SUSPECT = re.compile(r"//|refresh", re.I)
_OUTSIDE = re.compile(r"(?:^|,)\s*(?:https?:|ftp:|wss?:)?//", re.I)
_CSS_OUTSIDE = re.compile(r"(?:url\(\s*[\"']?|@import\s+[\"'])\s*((?:https?:)?//[^\"')]*)", re.I)


def check_output(output: Path, pages: Iterable[str]) -> None:
    """Raise EngineError unless *output* holds every page and loads nothing from outside."""
    missing = [page for page in sorted(pages) if not (output / html_address(page)).is_file()]
    if missing:
        raise EngineError(
            "The site engine left out these pages; the last good site is untouched: "
            + ", ".join(missing)
        )
    outside = sorted(set(_everything_outside(output)))
    if outside:
        raise EngineError(
            "The site would load things from other computers; the last good site is untouched:\n"
            + "\n".join(f"    {place}: {address}" for place, address in outside)
        )


def html_address(page: str) -> str:
    """Return where the Markdown file *page* ends up in the site."""
    return page.removesuffix(".md") + ".html"


def outside_addresses(text: str) -> list[str]:
    """Return the outside addresses that a browser showing the HTML *text* would load."""
    finder = _Finder()
    # Most pages name nothing outside, and reading one takes a while.
    if _SUSPECT.search(unescape(text.replace(_DRAWING, ""))):
        finder.feed(text)
    return finder.found


def _everything_outside(output: Path) -> Iterator[tuple[str, str]]:
    for ending, find in ((".css", _CSS_OUTSIDE.findall), (".html", outside_addresses)):
        for place, file in files_in(output, ending).items():
            for address in find(file.read_text(encoding="utf-8")):
                yield place, address


class _Finder(ElementReader):
    """Collect the addresses outside the site that tags and styles load."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        relations = set(attributes.get("rel", "").lower().split())
        loading = set(_LOADING)
        if tag in _LOADING_LINKS or relations & _LOADING_RELATIONS:
            loading.add("href")
        named = [attributes[name] for name in loading & attributes.keys()]
        self.found += filter(_OUTSIDE.search, named)
        self.found += _CSS_OUTSIDE.findall(attributes.get("style", ""))
        if attributes.get("http-equiv", "").lower() == "refresh":
            self.found.append(attributes.get("content", ""))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "style":
            self.found += _CSS_OUTSIDE.findall(data)
