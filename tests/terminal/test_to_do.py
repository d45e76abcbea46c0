"""What the checks find is answered on the spot."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from playbook.answers.answers import Answers
from playbook.answers.file import load
from playbook.interview.start import Start
from playbook.method.models import Method, Pack
from tests.small_interview import Held
from tests.terminal.screen.test_tty import ANSI, environment

PROMISES = [
    {"id": "rings", "name": "We ring back", "can_keep": "not-yet"},
    {"id": "seated", "name": "We seat you in time"},
]
KEPT = """\
journey:
  stages:
    - {id: before, name: Before}
    - {id: after, name: After, after_sale: yes}
  touchpoints:
    - {id: call, name: The call, stage: after, promises: [rings]}
"""
DECIDE = "What will you do about it"
HOW_OFTEN = "How often did you keep it?"


@pytest.fixture
def settle(hold, method: Method, packs: dict[str, Pack]) -> Callable[..., Held]:
    """Return a function that holds what `check` leads to, from two promises on.

    The list of touchpoints, where promises are kept, comes before them and is accepted.
    """

    def settling(*typing: str) -> Held:
        contact = {"name": "Ana", "phone": "+44 20 7946 0018"}
        said = {"promise": {"promises": PROMISES}, "people": {"service_contact": contact}}
        answers = Answers({"pack": "cafe", "business": {"name": "Rosewater"}, **said})
        where = {"start": Start("to do"), "method": method, "packs": packs}
        return hold("", *typing, answers=answers, **where)

    return settling


def asked(held: Held) -> list[str]:
    """Return which of the two questions were asked, in turn."""
    return re.findall(f"{DECIDE}|{re.escape(HOW_OFTEN)}", held.text)


def test_r28_what_was_found_is_told_before_it_is_asked(settle):
    told = settle("1", "skip", "skip").text
    assert told.index("“We seat you in time”?") < told.index(HOW_OFTEN)
    assert told.index("You promise “We ring back”, but it is not kept yet") < told.index(DECIDE)


def test_r28_back_leads_to_what_was_asked_before_and_then_on_again(settle):
    held = settle("1", "skip", "skip", "back", "2", "skip", "skip", "skip", "skip")
    assert asked(held) == [HOW_OFTEN, DECIDE, HOW_OFTEN, DECIDE]
    assert held.answers.get("promise.promises.seated.can_keep") == "mostly"


def test_done_leads_on_to_the_next_and_a_skip_is_not_asked_again(settle):
    held = settle("done", "skip", "skip", "skip")
    assert asked(held) == [HOW_OFTEN, DECIDE]


@pytest.mark.parametrize("typed", [("home",), ("1", "home"), ("back", "back")])
def test_home_is_within_reach_and_lies_before_the_first_question(settle, typed):
    held = settle(*typed, "leave")
    assert "Review all answers" in [one.label for one in held.screen.prompts[-1].menu.entries]
    assert held.outcome.exit_code == 0


def test_r28_home_leads_to_what_is_found_and_is_come_back_to(settle):
    held = settle("home", "what is missing", "", "1", "home", "leave")
    assert asked(held) == [HOW_OFTEN, HOW_OFTEN]
    assert held.text.count("Rosewater: your playbook") == 2


@pytest.mark.slow
def test_check_offers_to_answer_and_leads_through_the_questions(tmp_path: Path):
    answers = tmp_path / "answers.yml"
    promises = '[{id: rings, name: "We ring back"}]'
    name = "format: 1\npack: cafe\nbusiness: {name: Rosewater}\n"
    answers.write_text(f"{name}promise: {{promises: {promises}}}\n{KEPT}")
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
    for part in (r"\(3 of", r"\(4 of"):
        child.expect(part)
        child.sendline("skip")
    child.expect("How often do you keep the promise “We ring back”")
    child.expect("How often did you keep it")
    child.sendline("1")
    child.expect("question 2 of")
    child.sendline("quit")
    child.expect("Still to do: ")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    said = load(answers).answers
    assert said.get("people.service_contact") == {"name": "Ana", "phone": "020 7946 0018"}
    assert said.get("promise.promises.rings.can_keep") == "always"


@pytest.mark.slow
@pytest.mark.parametrize("typed", ["n\r", "\x03", "\x04"], ids=["no", "Ctrl-C", "Ctrl-D"])
def test_no_is_an_answer_to_the_offer(tmp_path: Path, typed: str):
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
    child.expect(r"Y/n\]:")
    # The prompt stands before the terminal listens; a key that comes in between is lost.
    child.delaybeforesend = 0.8
    child.send(typed)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    told = re.sub(ANSI, "", child.before)
    assert "Still to do" not in told
    assert "Aborted" not in told
    assert (tmp_path / "answers.yml").read_text() == text
