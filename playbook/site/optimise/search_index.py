"""Let the search of a finished site find pages by words that do not stand on them.

The engine has made the index; here each of its entries gets the words that readers may type
instead, in a field of their own, which is searched but never shown. Which page comes first is
settled here too, for the engine that knows weights.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from playbook.method.models import Search
from playbook.site.output_check import html_address

# Material reads its fields from the index, and so takes one more. Its own weights put any word
# of a title above all else; with these, what answers a question can win.
_FIELDS = {
    "title": 100.0,
    "places": 1000.0,
    "named": 30.0,
    "words": 20.0,
    "text": 1.0,
    "tags": 1.0,
}
_MATERIAL = ("search/search_index.json", "search/search_index.js")
_ZENSICAL = ("search.json", "search.js")
_KIND = re.compile(r"^kind: ([a-z-]+)$", re.M)
_TAG = re.compile(r"<[^>]*>")
_BARE = re.compile(r"\A\s*([^<\s][^<]*)")
_NO_WORD = re.compile(r"[^\w]+")
_REPEATS = frozenset({"when"})
"""Kinds of pages that only repeat what other pages say."""

Entry = dict[str, Any]


def improve(output: Path, pages: Mapping[str, str], search: Search) -> None:
    """Put words and weights into the search index in *output*; *pages* are its Markdown."""
    kinds = {
        html_address(address.removeprefix("docs/")): found[1]
        for address, text in pages.items()
        if (found := _KIND.search(text))
    }
    for places, change in ((_MATERIAL, _for_material), (_ZENSICAL, _for_zensical)):
        file = output / places[0]
        if file.is_file():
            index = json.loads(file.read_text(encoding="utf-8"))
            change(index, kinds, search)
            text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
            file.write_text(text, encoding="utf-8")
            # A page opened from a folder may load a script, but not JSON.
            (output / places[1]).write_text(f"var __index = {text};", encoding="utf-8")


def other_words(text: str, groups: tuple[tuple[str, ...], ...]) -> list[str]:
    """Return the words that mean the same as words in *text*, and do not stand there."""
    said = _plain(text)
    found: list[str] = []
    for sayings, words in _normalised(groups):
        if any(saying in said for saying in sayings):
            found += words
    return [word for word in dict.fromkeys(found) if f" {word} " not in said]


@functools.lru_cache(maxsize=4)
def _normalised(groups: tuple[tuple[str, ...], ...]) -> list[tuple[list[str], list[str]]]:
    """Return each of *groups* as plain sayings and single words: once, not for every entry."""
    plain = [list(map(_plain, group)) for group in groups]
    return [(sayings, "".join(sayings).split()) for sayings in plain]


def _for_material(index: Entry, kinds: Mapping[str, str], search: Search) -> None:
    index["config"]["fields"] = {name: {"boost": boost} for name, boost in _FIELDS.items()}
    for entry, kind in _entries(index["docs"], kinds):
        places, named, words = _found_by(entry, kind, search)
        others = [word for word in words if word not in named]
        fields = {"places": places, "named": named, "words": others}
        entry |= {name: " ".join(found) for name, found in fields.items() if found}
        # Text that stands in no paragraph of its own would be shown in full.
        entry["text"] = _BARE.sub(r"<p>\1</p> ", entry["text"])
        weight = search.weights.get(kind, 1.0)
        if weight != 1:
            entry["boost"] = weight


def _for_zensical(index: Entry, kinds: Mapping[str, str], search: Search) -> None:
    """Add the words; it knows no such field, so search-first.js hands them over as titles."""
    for entry, kind in _entries(index["items"], kinds):
        places, _, words = _found_by(entry, kind, search)
        found = dict.fromkeys([*places, *words])
        if found:
            entry["words"] = " ".join(found)


def _entries(entries: list[Entry], kinds: Mapping[str, str]) -> Iterator[tuple[Entry, str]]:
    for entry in entries:
        kind = kinds.get(entry["location"].partition("#")[0], "")
        if kind in _REPEATS:
            entry["text"] = ""
        yield entry, kind


def _found_by(entry: Entry, kind: str, search: Search) -> tuple[list[str], list[str], list[str]]:
    """Return other words for the place of an entry, for its title, and for all that it says."""
    if kind in _REPEATS or search.weights.get(kind, 1.0) < 1:
        return [], [], []
    named = other_words(entry["title"], search.groups)
    words = other_words(f"{entry['title']} {entry['text']}", search.groups)
    return _of_place(entry, kind, search), named, words


def _of_place(entry: Entry, kind: str, search: Search) -> list[str]:
    anchor = entry["location"].partition("#")[2]
    words = search.places.get(f"{kind}#{anchor}" if anchor else kind, ())
    return list(dict.fromkeys(_plain(" ".join(words)).split()))


def _plain(text: str) -> str:
    """Return the words of *text* with one space around each."""
    return f" {_NO_WORD.sub(' ', _TAG.sub(' ', text).casefold()).strip()} "
