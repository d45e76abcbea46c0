"""A playbook is started without a folder at hand: it is named after the business."""

from __future__ import annotations

import sys
from pathlib import Path

import pexpect
import pytest

from playbook.answers.file import load
from tests.terminal.screen.test_tty import environment

pytestmark = pytest.mark.slow


@pytest.fixture
def new(tmp_path: Path):
    """Return ``playbook new`` in a terminal, in an empty folder."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "playbook", "new"],
        cwd=str(tmp_path),
        env=environment(),
        dimensions=(50, 100),
        encoding="utf-8",
        timeout=20,
    )
    child.delaybeforesend = 0.15
    yield child
    child.close(force=True)


def test_the_folder_is_proposed_from_the_name_and_the_name_is_not_asked_again(new, tmp_path):
    new.expect("What is your business called")
    new.sendline("Bríd’s Violins & Cellos")
    new.expect("Into which folder does its playbook go.*brids-violins-and-cellos")
    new.sendline("")
    new.expect("trade|business do you run|line of work")
    new.sendline("quit")
    new.expect(pexpect.EOF)
    saved = load(tmp_path / "brids-violins-and-cellos" / "answers.yml").answers
    assert saved.get("business.name") == "Bríd’s Violins & Cellos"


def test_a_folder_with_a_playbook_is_refused_and_another_can_be_named(new, tmp_path):
    taken = tmp_path / "rosewater"
    taken.mkdir()
    (taken / "answers.yml").write_text("business:\n  name: Before\n")
    new.expect("What is your business called")
    new.sendline("Rosewater")
    new.expect("Into which folder")
    new.sendline("")
    new.expect("holds a playbook already")
    new.expect("Into which folder")
    new.sendline("other")
    new.expect("trade|business do you run|line of work")
    new.sendline("quit")
    new.expect(pexpect.EOF)
    assert load(tmp_path / "other" / "answers.yml").answers.get("business.name") == "Rosewater"
    assert (taken / "answers.yml").read_text() == "business:\n  name: Before\n"
