"""Turn links to pages that are left out into plain text."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping


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
