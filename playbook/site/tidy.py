"""Take out of a finished site what no reader ever needs."""

from __future__ import annotations

import re
from pathlib import Path

from playbook.site.tree import Tree

LOST = "404.html"
_SEARCH_INDEXES = frozenset(
    {"search/search_index.json", "search/search_index.js", "search.json", "search.js"}
)
_SOURCE_MAP = re.compile(rb"\n?(?://|/\*)# sourceMappingURL=[^\s*]*(?: ?\*/)?\s*\Z")
# Places where white space is seen, or is part of a program.
_KEPT_AS_IS = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.S | re.I)


def tidy(output: Path, tree: Tree) -> None:
    """Delete from *output* what no page refers to, and close up what is left."""
    # Every page names the engine's own files alike; the first page stands for all.
    first = (output / "index.html").read_text(encoding="utf-8")
    for file in sorted(output.rglob("*")):
        place = file.relative_to(output).as_posix()
        ours = f"docs/{place}" in tree
        if file.is_dir():
            continue
        if file.suffix == ".html":
            page = close_up(file.read_text(encoding="utf-8"))
            page = without_root(page) if place == LOST else page
            file.write_bytes(page.encode())
        elif not ours and not _needed(file, place, first):
            file.unlink()
        elif file.suffix == ".css" and ours:
            file.write_bytes(squeeze(file.read_text(encoding="utf-8")).encode())
        elif file.suffix in (".js", ".css"):
            file.write_bytes(_SOURCE_MAP.sub(b"\n", file.read_bytes()))
    _remove_empty_folders(output)


def without_root(page: str) -> str:
    """Return the page for lost readers with addresses that work below any folder.

    Engines write its addresses from the root of the server, where a site seldom lies. All our
    pages lie side by side, so addresses from here are right wherever a reader went astray.
    """
    page = re.sub(r'\b(href|src)="/(?!/)', r'\1="', page)
    page = page.replace('new URL("/",location)', 'new URL(".",location)')
    return re.sub(r'"(base|search)": "/', r'"\1": "./', page)


def close_up(page: str) -> str:
    """Return an HTML page without empty lines and indents, except where they show."""
    parts = _KEPT_AS_IS.split(page)
    # split() yields text, kept part, its tag name, text, …
    for index in range(0, len(parts), 3):
        parts[index] = re.sub(r"[ \t]*\n\s*", "\n", parts[index])
    del parts[2::3]
    return "".join(parts).lstrip("\n")


def squeeze(style: str) -> str:
    """Return a style sheet without comments and without white space, except inside quotes."""
    style = re.sub(r"/\*.*?\*/", "", style, flags=re.S)
    parts = re.split(r"(\"[^\"]*\"|'[^']*')", style)
    parts[::2] = [re.sub(r"\s+", " ", part) for part in parts[::2]]
    parts[::2] = [re.sub(r" ?([{};,]) ?", r"\1", part) for part in parts[::2]]
    return "".join(parts).strip() + "\n"


def _needed(file: Path, place: str, first: str) -> bool:
    return file.name in first or place in _SEARCH_INDEXES or file.name.startswith("LICENSE")


def _remove_empty_folders(output: Path) -> None:
    for folder in sorted(output.rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
