"""Turn the Markdown of a page into HTML, as the engines do."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from markdown import Markdown  # type: ignore[import-untyped]

from playbook.errors import TemplateError

EXTENSIONS = ("attr_list", "md_in_html", "tables", "def_list", "admonition", "fenced_code")
"""Those of the site's configuration but the table of contents, and one that engines add."""
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def split_front_matter(markdown: str) -> tuple[str, str]:
    """Return what stands above a page, which may be nothing, and the page."""
    found = _FRONT_MATTER.match(markdown)
    end = found.end() if found else 0
    return markdown[:end], markdown[end:]


def to_html(markdown: str) -> str:
    """Return what a page says as HTML; raise TemplateError where that cannot be done."""
    _, page = split_front_matter(markdown)
    try:
        html: str = Markdown(extensions=EXTENSIONS).convert(page)
    except RecursionError:
        raise TemplateError(
            "A page nests its parts too deeply. Look at your own templates."
        ) from None
    return html


class ElementReader(HTMLParser):
    """Read HTML element by element."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Meet the beginning of an element."""
        self.begin(tag, {name: value or "" for name, value in attrs})

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Take notice of an element that begins."""

    def read_page(self, markdown: str) -> None:
        """Read a page from its beginning to its end."""
        # The parser gives up at a marked section that is none.
        self.feed(to_html(markdown).replace("<![", "&lt;!["))
        self.close()
