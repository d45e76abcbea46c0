"""Turn the Markdown of a page into HTML, with the extensions that the site uses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from markdown import Markdown  # type: ignore[import-untyped]

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
# Engines add it to whatever their configuration names.
_ADDED = "fenced_code"


def to_html(markdown: str, extensions: Mapping[str, Mapping[str, Any]]) -> str:
    """Return what a page says as HTML; *extensions* are those of the site, with their settings."""
    names = dict.fromkeys([*extensions, _ADDED])
    settings = {name: dict(chosen) for name, chosen in extensions.items()}
    printer = Markdown(extensions=list(names), extension_configs=settings)
    html: str = printer.convert(_FRONT_MATTER.sub("", markdown))
    return html
