"""What the checks find is answered on the spot."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pexpect
import pytest

from playbook.answers.file import load
from tests.terminal.screen.test_tty import ANSI, environment


@pytest.mark.slow
def test_check_offers_to_answer_and_leads_through_the_questions(tmp_path: Path):
    answers = tmp_path / "answers.yml"
    answers.write_text("format: 1\npack: cafe\nbusiness:\n  name: Rosewater\n")
    child = pexpect.spawn(
        sys.executable,
        ["-m", "playbook", "check", "--folder", str(tmp_path)],
        env=environment(),
        dimensions=(60, 100),
        encoding="utf-8",
        timeout=20,
    )
    child.delaybeforesend = 0.15
    child.expect("Whom do customers ask for help")
    child.expect("Answer these now")
    child.sendline("")
    child.expect(r"\(1 of")
    child.sendline("Ana")
    child.expect(r"\(2 of")
    child.sendline("020 7946 0018")
    child.expect(r"\(3 of")
    child.sendline("quit")
    child.expect("Still to do: ")
    child.expect(pexpect.EOF)
    contact = load(answers).answers.get("people.service_contact")
    assert contact == {"name": "Ana", "phone": "020 7946 0018"}


@pytest.mark.slow
def test_no_is_an_answer_to_the_offer(tmp_path: Path):
    text = "format: 1\npack: cafe\nbusiness:\n  name: Rosewater\n"
    (tmp_path / "answers.yml").write_text(text)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "playbook", "check", "--folder", str(tmp_path)],
        env=environment(),
        dimensions=(60, 100),
        encoding="utf-8",
        timeout=20,
    )
    child.expect("Answer these now")
    child.sendline("n")
    child.expect(pexpect.EOF)
    assert "Still to do" not in re.sub(ANSI, "", child.before)
    assert (tmp_path / "answers.yml").read_text() == text
