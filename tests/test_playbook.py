"""What all rooms share: errors, the folder's names, the program's own files, widths of text."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from playbook import __main__, __version__
from playbook.cli import main
from playbook.errors import AnswersError, Problem, WorkspaceError, did_you_mean
from playbook.resources import data_root
from playbook.workspace import Workspace


def test_problems_are_told_together_in_the_order_of_their_lines():
    late, early = (
        Problem("answers.yml", 9, "Late.", "Mend it."),
        Problem("answers.yml", 2, "Early."),
    )
    told = str(AnswersError([late, early, late])).splitlines()
    assert told[1:] == ["answers.yml, line 2: Early.", "answers.yml, line 9: Late.", "    Mend it."]


def test_a_word_that_is_nearly_known_is_asked_back():
    assert did_you_mean("gaol", ["goal", "name"], "“{}”") == "Did you mean “goal”?"
    assert did_you_mean("xyzzy", ["goal", "name"]) == ""


def test_an_edition_for_others_lies_apart():
    workspace = Workspace(Path("shop"))
    assert workspace.home_of("manager") == Path("shop")
    assert workspace.home_of("staff") == Path("shop/editions/staff")


def test_writing_through_a_link_is_refused(tmp_path: Path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "site").symlink_to(tmp_path / "elsewhere")
    workspace = Workspace(tmp_path / "shop")
    workspace.refuse_links(workspace.build / "docs")
    with pytest.raises(WorkspaceError, match="is a link"):
        workspace.refuse_links(workspace.site / "index.html")


def test_the_programs_own_files_are_found():
    assert {one.name for one in data_root().iterdir()} >= {"content", "templates", "site_config"}


def test_the_package_can_be_run():
    assert __main__.main is main
    run = [sys.executable, "-m", "playbook", "--version"]
    told = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert told == f"playbook, version {__version__}\n"
