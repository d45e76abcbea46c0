"""Take out of a finished site what no reader ever needs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from playbook.site.optimise.css import names, pruned, without_unused_variables
from playbook.site.source_tree import Tree, files_in

LOST = "404.html"
_INDEX = "search/search_index.json"
_SEARCH_INDEXES = frozenset({_INDEX, "search/search_index.js", "search.json", "search.js"})
# What the theme's search loads to cut sentences of these languages into words.
_CUTTERS = {"ja": "tinyseg.js", "hi": "wordcut.js", "th": "wordcut.js"}
_SOURCE_MAP = re.compile(r"\n?(?://|/\*)# sourceMappingURL=[^\s*]*(?: ?\*/)?\s*\Z")
_ALWAYS_KEPT = re.compile(r".*\.html|LICENSE.*")
# Places where white space is seen, or is part of a program.
_KEPT_AS_IS = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.S | re.I)
# White space beside the tags of a table shows nowhere.
_BETWEEN_CELLS = re.compile(r"\n?(</?(?:table|caption|thead|tbody|tr|th|td)\b[^>]*>)\n?", re.I)
# Inside HTML, a drawing needs no name space.
_XMLNS = re.compile(r'(<svg) xmlns="http://www\.w3\.org/2000/svg"')
# What opens the tab an address names, on pages that have none.
_TABS = re.compile(r"<script>[^<]*__tabbed_[^<]*</script>\n?")


def tidy(output: Path, tree: Tree) -> None:
    """Delete from *output* what no page refers to, and close up what is left."""
    _remove_unneeded(output, tree)
    pages = {place: close_up(text) for place, text in _texts(output, ".html")}
    if LOST in pages:
        pages[LOST] = without_root(pages[LOST])
    scripts = {place: without_source_map(text) for place, text in _texts(output, ".js")}
    known = names([*pages.values(), *scripts.values()])
    ours, theirs = {}, {}
    for place, text in _texts(output, ".css"):
        if f"docs/{place}" in tree:
            ours[place] = squeeze(text)
        else:
            theirs[place] = pruned(without_source_map(text), known)
    texts = pages | scripts | ours | theirs
    texts |= {
        place: without_unused_variables(text, texts.values()) for place, text in theirs.items()
    }
    for place, text in texts.items():
        (output / place).write_bytes(text.encode())


def without_source_map(text: str) -> str:
    """Return a script or a style sheet without the address of its source."""
    return _SOURCE_MAP.sub("\n", text)


def without_root(page: str) -> str:
    """Return the page for lost readers with addresses that work below any folder.

    Engines write its addresses from the root of the server, where a site seldom lies. All our
    pages lie side by side, so addresses from here are right wherever a reader went astray.
    """
    page = re.sub(r'\b(href|src)="/(?!/)', r'\1="', page)
    page = page.replace('new URL("/",location)', 'new URL(".",location)')
    return re.sub(r'"(base|search)": "/', r'"\1": "./', page)


def close_up(page: str) -> str:
    """Return an HTML page without white space, except where it shows, and other idle parts."""
    parts = _KEPT_AS_IS.split(page)
    # split() yields text, kept part, its tag name, text, …
    for index in range(0, len(parts), 3):
        part = re.sub(r"[ \t]*\n\s*", "\n", parts[index])
        parts[index] = _XMLNS.sub(r"\1", _BETWEEN_CELLS.sub(r"\1", part))
    del parts[2::3]
    page = "".join(parts).lstrip("\n")
    return _TABS.sub("", page) if page.count("__tabbed_") == 1 else page


def squeeze(style: str) -> str:
    """Return a style sheet without comments and without white space, except inside quotes."""
    style = re.sub(r"/\*.*?\*/", "", style, flags=re.S)
    parts = re.split(r"(\"[^\"]*\"|'[^']*')", style)
    closed = (re.sub(r"\s+", " ", part) for part in parts[::2])
    parts[::2] = [re.sub(r" ?([{};,]) ?", r"\1", part) for part in closed]
    return "".join(parts).strip() + "\n"


def _remove_unneeded(output: Path, tree: Tree) -> None:
    # Every page names the engine's own files alike; the first page stands for all.
    first = (output / "index.html").read_text(encoding="utf-8")
    kept = {place.removeprefix("docs/") for place in tree} | _SEARCH_INDEXES
    kept |= _search_helpers(output)
    for place, file in files_in(output).items():
        is_named = file.name in first or place in kept
        if not is_named and not _ALWAYS_KEPT.fullmatch(file.name):
            file.unlink()
    for folder in sorted(output.rglob("*/"), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _search_helpers(output: Path) -> set[str]:
    """Return the scripts that the theme's search loads for the language of its index."""
    file = output / _INDEX
    settings = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    languages = settings.get("config", {}).get("lang", ["en"])
    foreign = set(languages) - {"en"}
    if not foreign:
        return set()
    names = {f"min/lunr.{language}.min.js" for language in foreign}
    names |= {_CUTTERS[language] for language in foreign & _CUTTERS.keys()}
    names.add("min/lunr.stemmer.support.min.js")
    if len(languages) > 1:
        names.add("min/lunr.multi.min.js")
    return {f"assets/javascripts/lunr/{name}" for name in names}


def _texts(output: Path, ending: str) -> Iterator[tuple[str, str]]:
    """Yield the place and the text of each file with an *ending* that is no index."""
    for place, file in files_in(output, ending).items():
        if place not in _SEARCH_INDEXES:
            yield place, file.read_bytes().decode()
