"""What coaches and their clients do with starter packs on the command line."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from playbook.cli import main

PACK = """\
id: florist
name: Florist
about: Shops that sell flowers.
suggests:
  business:
    customer_word: buyer
"""


@pytest.fixture(name="playbook")
def _playbook() -> Callable[..., Result]:
    def run(*arguments: object) -> Result:
        return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)

    return run


@pytest.fixture
def coach(tmp_path: Path) -> Path:
    folder = tmp_path / "coach"
    folder.mkdir()
    (folder / "florist.yml").write_text(PACK)
    return folder


def test_new_brings_the_packs_of_a_coach(playbook, tmp_path: Path, coach: Path):
    shop = tmp_path / "shop"
    settings = ("--set", "pack=florist", "--set", "business.name=Stem")
    result = playbook("new", shop, "--packs", coach, "--no-input", *settings)
    assert result.exit_code == 0, result.output
    assert (shop / "packs" / "florist.yml").read_text() == PACK
    assert playbook("check", "--folder", shop).exit_code == 0


def test_a_slip_in_a_pack_leaves_no_half_made_folder(playbook, tmp_path: Path, coach: Path):
    (coach / "florist.yml").write_text(PACK.replace("name: Florist\n", ""))
    shop = tmp_path / "shop"
    result = playbook("new", shop, "--packs", coach, "--no-input", "--set", "pack=florist")
    assert result.exit_code == 1
    assert "“name” is missing" in result.output
    assert not shop.exists()


def test_packs_lists_what_can_be_read_before_it_tells_what_cannot(playbook, tmp_path: Path):
    packs = tmp_path / "packs"
    packs.mkdir()
    (packs / "florist.yml").write_text(PACK)
    (packs / "aaa.yml").write_text("id: aaa\n")
    (packs / "bbb.yml").write_text("id: ccc\n")
    result = playbook("packs", "--folder", tmp_path)
    assert result.exit_code == 1
    assert "florist  Florist" in result.output
    assert "generic  " in result.output
    assert "aaa.yml" in result.output
    assert "bbb.yml" in result.output


def test_check_tells_the_fault_of_a_template_too(playbook, tmp_path: Path):
    answers = "format: 1\npack: cafe\nbusiness:\n  name: The Fig\n"
    (tmp_path / "answers.yml").write_text(answers)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "people.md.j2").write_text("# {{ nobody }}\n")
    result = playbook("check", "--folder", tmp_path)
    assert result.exit_code == 1
    assert "people.md.j2" in result.output


def test_the_first_question_waits_for_nothing_that_makes_pages():
    program = (
        "import sys\n"
        "import playbook.cli.console, playbook.cli.interview, playbook.app.interview\n"
        "print({'jinja2', 'playbook.app.build', 'playbook.site', 'playbook.render'} & {*sys.modules})\n"
    )
    told = subprocess.check_output([sys.executable, "-c", program], text=True)
    assert told == "set()\n"
