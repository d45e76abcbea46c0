from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from playbook.errors import ContentError
from playbook.language.phrase_files import plain_english
from playbook.site.config import configuration
from playbook.site.menu import MenuEntry
from playbook.words import Words

CONFIG = Path(__file__).parent.parent.parent / "site_config"


def settings(look_of, menu=(), name="Corner Café"):
    return yaml.safe_load(
        configuration(Words(name), menu, look_of(), config=CONFIG, language=plain_english())
    )


def test_the_settings_are_one_flat_file_without_hooks_or_foreign_plugins(look_of):
    found = settings(look_of)
    assert set(found["plugins"]) == {"search", "offline"}
    assert not {"INHERIT", "hooks", "repo_url", "site_url"} & set(found)


def test_nothing_comes_from_outside(look_of):
    found = settings(look_of)
    assert found["theme"]["font"] is False
    assert any("iframe-worker" in script for script in found["extra"]["polyfills"])
    assert "http" not in configuration(
        Words("x"), (), look_of(), config=CONFIG, language=plain_english()
    )


def test_links_and_menu_are_checked_by_the_engine_too(look_of):
    assert settings(look_of)["validation"]["links"]["anchors"] == "warn"


def test_names_and_titles_are_written_encoded(look_of):
    menu = (MenuEntry(Words("A & <b>"), "index.md"),)
    found = settings(look_of, menu, "O'Brien & <Sons>")
    assert found["site_name"] == "O&#39;Brien &#38; &#60;Sons&#62;"
    assert found["nav"] == [{"A &#38; &#60;b&#62;": "index.md"}]


def test_a_section_with_a_page_lists_it_first_under_its_own_title(look_of):
    child = MenuEntry(Words("Stage"), "journey/stage.md")
    menu = (MenuEntry(Words("Journey"), "journey/index.md", (child,)),)
    assert settings(look_of, menu)["nav"] == [
        {"Journey": [{"Journey": "journey/index.md"}, {"Stage": "journey/stage.md"}]}
    ]


def test_hidden_pages_stand_in_a_section_no_owner_can_name(look_of):
    menu = (
        MenuEntry(Words("More:"), "index.md"),
        MenuEntry(Words("Card"), "card.md", hidden=True),
    )
    assert settings(look_of, menu)["nav"] == [
        {"More&#58;": "index.md"},
        {"More:": [{"Card": "card.md"}]},
    ]


def test_settings_that_cannot_be_read_are_named(tmp_path, look_of):
    (tmp_path / "mkdocs.base.yml").write_text("theme:\n\tname: x\n")
    with pytest.raises(ContentError, match="line 2"):
        configuration(Words("x"), (), look_of(), config=tmp_path, language=plain_english())
    (tmp_path / "mkdocs.base.yml").write_text("theme:\n  name: x\n")
    with pytest.raises(ContentError, match="extra"):
        configuration(Words("x"), (), look_of(), config=tmp_path, language=plain_english())
