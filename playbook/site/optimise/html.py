"""Take out of a finished site what no reader ever needs."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playbook.site.optimise.css import names, pruned, without_unused_variables
from playbook.site.tree import Tree

LOST = "404.html"
_INDEX = "search/search_index.json"
_SEARCH_INDEXES = frozenset({_INDEX, "search/search_index.js", "search.json", "search.js"})
# What the theme's search loads to cut sentences of these languages into words.
_CUTTERS = {"ja": "tinyseg.js", "hi": "wordcut.js", "th": "wordcut.js"}
_SOURCE_MAP = re.compile(rb"\n?(?://|/\*)# sourceMappingURL=[^\s*]*(?: ?\*/)?\s*\Z")
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
    # Every page names the engine's own files alike; the first page stands for all.
    first = (output / "index.html").read_text(encoding="utf-8")
    kept = _SEARCH_INDEXES | _search_helpers(output)
    for file in sorted(output.rglob("*")):
        place = file.relative_to(output).as_posix()
        ours = f"docs/{place}" in tree
        if file.is_dir():
            continue
        if file.suffix == ".html":
            page = close_up(file.read_text(encoding="utf-8"))
            page = without_root(page) if place == LOST else page
            file.write_bytes(page.encode())
        elif not ours and not _needed(file, place, first, kept):
            file.unlink()
        elif file.suffix == ".css" and ours:
            file.write_bytes(squeeze(file.read_text(encoding="utf-8")).encode())
        elif file.suffix in (".js", ".css"):
            file.write_bytes(_SOURCE_MAP.sub(b"\n", file.read_bytes()))
    _remove_empty_folders(output)
    _prune(output, tree)


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
    parts[::2] = [re.sub(r"\s+", " ", part) for part in parts[::2]]
    parts[::2] = [re.sub(r" ?([{};,]) ?", r"\1", part) for part in parts[::2]]
    return "".join(parts).strip() + "\n"


def _needed(file: Path, place: str, first: str, kept: frozenset[str]) -> bool:
    return file.name in first or place in kept or file.name.startswith("LICENSE")


def _search_helpers(output: Path) -> frozenset[str]:
    """Return the scripts that the theme's search loads for the language of its index."""
    file = output / _INDEX
    if not file.is_file():
        return frozenset()
    settings = json.loads(file.read_text(encoding="utf-8")).get("config", {})
    languages = settings.get("lang", [])
    foreign = [language for language in languages if language != "en"]
    if not foreign:
        return frozenset()
    names = {"min/lunr.stemmer.support.min.js"}
    names |= {"min/lunr.multi.min.js"} if len(languages) > 1 else set()
    names |= {f"min/lunr.{language}.min.js" for language in foreign}
    names |= {_CUTTERS[language] for language in foreign if language in _CUTTERS}
    return frozenset(f"assets/javascripts/lunr/{name}" for name in names)


def _prune(output: Path, tree: Tree) -> None:
    """Take out of the theme's styles what no page and no script of this site can use."""
    texts: dict[str, str] = {}
    for file in sorted(output.rglob("*")):
        place = file.relative_to(output).as_posix()
        if file.suffix in (".html", ".js", ".css") and place not in _SEARCH_INDEXES:
            texts[place] = file.read_text(encoding="utf-8")
    styles = {place for place in texts if place.endswith(".css") and f"docs/{place}" not in tree}
    known = names(text for place, text in texts.items() if not place.endswith(".css"))
    texts |= {place: pruned(texts[place], known) for place in styles}
    for place in sorted(styles):
        style = without_unused_variables(texts[place], texts.values())
        (output / place).write_bytes(style.encode())


def _remove_empty_folders(output: Path) -> None:
    for folder in sorted(output.rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
