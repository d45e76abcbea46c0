"""What the tests of the site share: a small site, and hostile words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from playbook.brand.look import Look, design
from playbook.language.phrase_files import plain_english
from playbook.model.business import Brand
from playbook.site.menu import Menu, MenuEntry
from playbook.site.site import Built, build_site
from playbook.words import Words

ROOT = Path(__file__).parent.parent
CONFIG = ROOT / "site_config"
SAMPLE = Path(__file__).parent / "site" / "sample"

# Each was once enough to break or take over a page, a menu or a build.
HOSTILE = (
    "Acme</title><script>window.pwned=1</script>",
    "O'Brien & <Sons>",
    "{{ 7*7 }} {% raw %} ${7*7}",
    "a|b",
    "<![CDATA[ x",
    "---",
    "[a](javascript:window.pwned=1)",
    '"><img src=x onerror=window.pwned=1>',
    "&lt;b&gt; &amp; &#60;script&#62;",
    "<!-- unclosed",
    "{: onclick=window.pwned=1 } *b* _i_ `c` # h",
    "\u202eright to left",
)


def sample_pages() -> dict[str, str]:
    """Return the page that shows every component, and its neighbours."""
    return {
        f"docs/{file.relative_to(SAMPLE).as_posix()}": file.read_text(encoding="utf-8")
        for file in sorted(SAMPLE.rglob("*.md"))
    }


def sample_menu() -> Menu:
    return (
        MenuEntry(Words("Welcome"), "index.md"),
        MenuEntry(
            Words("The journey"),
            "journey/index.md",
            (MenuEntry(Words("The first coffee"), "journey/first-coffee.md"),),
        ),
        MenuEntry(
            Words("How we work"),
            None,
            (
                MenuEntry(Words("Who does what"), "people.md"),
                MenuEntry(Words("What we measure"), "measures.md"),
            ),
        ),
    )


def page_for(words: str) -> str:
    """Return a page that prints *words* as every kind of template does."""
    shown = Words(words).__html__()
    return (
        f"# {shown}\n\n## {shown} {{: #again }}\n\n{shown}\n\n| a | b |\n| --- | --- |\n"
        f"| {shown} | right |\n\n<p class='pb-lead'>{shown}</p>\n\n[{shown}](#again)\n"
    )


def make_look(folder: Path, name: str = "Corner Café", **brand: Any) -> Look:
    return design(Brand.model_validate(brand), Words(name), folder)


@pytest.fixture
def look_of(tmp_path: Path) -> Callable[..., Look]:
    """Return a function from a brand's fields to its look, with files in *tmp_path*."""
    return lambda **brand: make_look(tmp_path, **brand)


@pytest.fixture
def hostile_site() -> tuple[dict[str, str], Menu, tuple[str, ...]]:
    """Return pages whose text and titles are hostile, their menu, and the words used."""
    pages = {"docs/index.md": page_for("".join(HOSTILE))}
    pages |= {f"docs/p{number}.md": page_for(text) for number, text in enumerate(HOSTILE)}
    section = tuple(MenuEntry(Words(text), f"p{number}.md") for number, text in enumerate(HOSTILE))
    menu = (MenuEntry(Words(HOSTILE[0]), "index.md"), MenuEntry(Words(HOSTILE[7]), None, section))
    return pages, menu, HOSTILE


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Built]:
    """Return a function that builds a site, the sample unless told otherwise, in *tmp_path*."""

    def build(
        pages: Mapping[str, str] | None = None,
        menu: Menu | None = None,
        *,
        name: str = "Corner Café",
        engine: str = "mkdocs",
        folder: Path = tmp_path,
        **brand: Any,
    ) -> Built:
        look = make_look(folder, name, **brand)
        return build_site(
            pages or sample_pages(),
            menu or sample_menu(),
            Words(name),
            look,
            folder=folder,
            config=CONFIG,
            language=plain_english(),
            engine=engine,
        )

    return build
