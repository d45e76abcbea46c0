"""Look at what an engine made before anybody else does: whole, and loading nothing from outside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from playbook.errors import EngineError

_LOADING = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "frame": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "audio": ("src",),
    "video": ("src", "poster"),
    "track": ("src",),
    "input": ("src",),
    "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
    "form": ("action",),
    "base": ("href",),
}
_LOADING_RELATIONS = frozenset(
    {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload"}
    | {"manifest"}
)
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
    finder.feed(text)
    return finder.found


def _everything_outside(output: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(output.rglob("*")):
        place = file.relative_to(output).as_posix()
        if file.suffix == ".css":
            for address in _CSS_OUTSIDE.findall(file.read_text(encoding="utf-8")):
                yield place, address
        elif file.suffix == ".html":
            for address in outside_addresses(file.read_text(encoding="utf-8")):
                yield place, address


class _Finder(HTMLParser):
    """Collect the addresses outside the site that tags and styles load."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        loading = _LOADING.get(tag, ())
        relations = set(attributes.get("rel", "").lower().split())
        if tag == "link" and relations & _LOADING_RELATIONS:
            loading = ("href",)
        for name in loading:
            value = attributes.get(name, "")
            if _OUTSIDE.search(value):
                self.found.append(value)
        self.found += _CSS_OUTSIDE.findall(attributes.get("style", ""))
        if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
            self.found.append(attributes.get("content", ""))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "style":
            self.found += _CSS_OUTSIDE.findall(data)
