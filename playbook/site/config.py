"""Write the one flat mkdocs.yml that every engine reads."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

from playbook.brand.look import Look
from playbook.errors import ContentError, Problem
from playbook.language.language import Language
from playbook.site.languages import direction, interface_language
from playbook.site.menu import Menu, MenuEntry, every_line
from playbook.words import Words
from playbook.yamlfile import Plain, dump, read

BASE = "mkdocs.base.yml"
# A colon is always encoded in a title, so no section of the owner's can be called this.
HIDDEN_SECTION = "More:"
_PHRASES = {
    "not_here": "frame.not-here",
    "not_here_lead": "frame.not-here-lead",
    "first_page": "frame.first-page",
    "dark": "frame.dark",
    "on_this_page": "frame.on-this-page",
    "wide_table": "frame.wide-table",
    "late": "frame.late",
}
"""The phrases of the frame, by the name that the templates in overrides/ know them by."""


def configuration(  # noqa: PLR0913 - all that the one file of settings is made of
    name: Words,
    menu: Menu,
    look: Look,
    *,
    config: Path,
    language: Language,
    public: bool = False,
) -> str:
    """Return the text of mkdocs.yml for a site called *name*, from the settings in *config*."""
    settings = _base(config / BASE)
    theme, extra = settings["theme"], settings["extra"]
    theme["favicon"] = look.favicon
    theme["language"] = interface_language(look.language)
    settings = {"site_name": _encoded(name), **settings}
    extra["playbook"] = {**_facts(look), "say": _said(language)}
    if public:
        extra["playbook"]["public"] = True
    settings["extra_css"] = [*settings.get("extra_css", []), look.style_sheet]
    settings["nav"] = _navigation(menu)
    return dump(settings)


def _base(file: Path) -> dict[str, Any]:
    document = read(file)
    if document.problems:
        raise ContentError(document.problems)
    settings: dict[str, Any] = _typed(document.data)
    missing = {"theme", "extra"} - settings.keys()
    if missing:
        what = f"The section “{min(missing)}” is missing."
        raise ContentError([Problem(file.name, 0, what)])
    return settings


def _typed(plain: Plain) -> Any:
    """Give the settings, which are read as text, the types that engines expect."""
    if isinstance(plain, dict):
        return {key: _typed(value) for key, value in plain.items()}
    if isinstance(plain, list):
        return [_typed(value) for value in plain]
    with contextlib.suppress(TypeError, ValueError):
        # Numbers, true and false are written as in JSON.
        return json.loads(str(plain))
    return plain


def _facts(look: Look) -> dict[str, Any]:
    """Return what the templates in overrides/ print beside name and menu."""
    facts: dict[str, Any] = {"colour": look.colour}
    if look.tagline is not None:
        facts["tagline"] = _encoded(look.tagline)
    if interface_language(look.language) != look.language:
        # The frame is in the nearest language the theme knows; the page says which is its own.
        facts["language"] = look.language
        facts["direction"] = direction(look.language)
    if look.logo is not None:
        facts["logo"] = look.logo.address
        facts["logo_width"] = look.logo.width
        facts["logo_height"] = look.logo.height
        # A wide logo usually spells the name out; a phone's header has no room for both.
        facts["logo_wide"] = look.logo.width > 2 * look.logo.height
    return facts


def _said(language: Language) -> dict[str, str]:
    """Return the few phrases that the frame of every page says itself."""
    return {name: _encoded(language.say(phrase)) for name, phrase in _PHRASES.items()}


def _navigation(menu: Menu) -> list[Any]:
    listed = _lines(menu)
    hidden = [
        {_encoded(entry.title): entry.address} for entry, _ in every_line(menu) if entry.hidden
    ]
    return [*listed, {HIDDEN_SECTION: hidden}] if hidden else listed


def _lines(entries: Menu) -> list[Any]:
    return [_line(entry) for entry in entries if not entry.hidden]


def _line(entry: MenuEntry) -> dict[str, Any]:
    title = _encoded(entry.title)
    children = _lines(entry.children)
    if not children:
        return {title: entry.address}
    # A section with a page of its own lists that page first, under the section's title:
    # that is how the menu template knows it.
    own = [{title: entry.address}] if entry.address else []
    return {title: own + children}


def _encoded(words: Words) -> str:
    return str.__str__(words.attribute)
