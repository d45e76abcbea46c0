from __future__ import annotations

from pathlib import Path

from playbook.app.folder import open_folder
from playbook.language.phrase_files import plain_english
from playbook.model.base import Words
from playbook.paper.paper_look import PaperLook
from playbook.workspace import Workspace


def test_a_logo_cannot_ask_for_a_shade_that_repeats_without_end(tmp_path: Path):
    shade = '<linearGradient id="g" spreadMethod = "reflect" x2="1e-9"><stop/></linearGradient>'
    (tmp_path / "logo.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{shade}'
        '<rect width="9" height="9" fill="url(#g)"/></svg>'
    )
    (tmp_path / "answers.yml").write_text(
        "format: 1\npack: generic\nbusiness:\n  name: The Fig\nbrand:\n  logo: logo.svg\n"
    )
    reading = open_folder(Workspace(tmp_path))
    look = PaperLook(reading.look, reading.playbook.business.name, tmp_path, "a4", reading.language)
    logo = look.files()["assets/brand/logo.svg"]
    assert b"linearGradient" in logo
    assert b"spreadMethod" not in logo


def test_a_style_sheet_is_filled_in_with_the_brand_and_the_paper(tmp_path: Path, look_of):
    (tmp_path / "one.css").write_text("a { color: var(--pb-link); size: var(--pb-sheet); }")
    (tmp_path / "two.css").write_text("b { width: var(--paper-own); font: var(--pb-letters); }")
    look = PaperLook(
        look_of(colour="#204080"), Words("The Fig"), tmp_path, "letter", plain_english()
    )
    style = look.style("one.css", "two.css")
    assert "color: #204080; size: letter;" in style
    assert "var(--paper-own)" in style, "what the brand does not know stays"
    assert "system-ui" not in style, "paper knows no letters of menus"
