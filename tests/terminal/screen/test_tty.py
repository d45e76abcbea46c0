"""The interview in a real terminal: keys, pastes, signals, and simple terminals."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest

from playbook.answers.answers import Answers
from playbook.answers.file import create, load

if os.name == "nt":
    pytest.skip("no terminals and signals of this kind there", allow_module_level=True)

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent.parent
ANSI = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07]*\x07|[()][A-Z0-9]|[=>])|\r")
RIGHT = "\x1b[C"


def environment(**more: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), "TERM": "xterm", "PYTHONWARNINGS": "error", **more}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create(tmp_path / "answers.yml", Answers({"format": "1", "pack": "generic"}))
    return tmp_path


@pytest.fixture
def start(folder: Path) -> Iterator[Callable[..., Any]]:
    """Return a function that starts ``playbook interview`` in a terminal."""
    started: list[Any] = []

    def begin(*arguments: str, columns: int = 80, **environ: str) -> Any:
        child = pexpect.spawn(
            sys.executable,
            ["-m", "playbook", "interview", "--folder", str(folder), *arguments],
            env=environment(**environ),
            dimensions=(40, columns),
            encoding="utf-8",
            timeout=15,
        )
        child.delaybeforesend = 0.12
        started.append(child)
        return child

    yield begin
    for child in started:
        child.close(force=True)


def said(folder: Path, path: str) -> Any:
    return load(folder / "answers.yml").answers.get(path)


def end_of(child: Any) -> tuple[str, int]:
    """Return the last words of a terminal, without its codes, and the exit code."""
    rest = child.read()
    child.close()
    code = child.exitstatus if child.exitstatus is not None else 128 + child.signalstatus
    return ANSI.sub("", rest), code


def piped(folder: Path, typed: str, *arguments: str, **environ: str) -> Any:
    return subprocess.run(
        [sys.executable, "-m", "playbook", "interview", "--folder", str(folder), *arguments],
        input=typed.encode(),
        env=environment(**environ),
        capture_output=True,
        timeout=30,
        check=False,
    )


def test_r1_back_puts_the_previous_answer_in_place(start, folder):
    child = start("business", "--only")
    child.expect("What is your business called")
    child.sendline("Rosewater")
    child.expect("next to you on a train")
    child.sendline("<")
    child.expect("What is your business called")
    child.expect("Rosewater")
    child.send(RIGHT + " Flowers\r")
    child.expect("next to you on a train")
    assert said(folder, "business.name") == "Rosewater Flowers"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
@pytest.mark.parametrize("mode", [(), ("--plain",)])
def test_r3_a_signal_saves_says_so_and_has_its_exit_code(start, folder, number, code, mode):
    child = start("business", *mode)
    child.expect("What is your business called")
    child.sendline("Rosewater")
    child.expect("train")
    time.sleep(0.3)
    child.kill(number)
    words, ended = end_of(child)
    assert "Saved in answers.yml" in words
    assert "Go on whenever you like: playbook interview" in words
    assert "Traceback" not in words
    assert ended == code
    assert said(folder, "business.name") == "Rosewater"


@pytest.mark.slow
@pytest.mark.parametrize("mode", [(), ("--plain",)])
@pytest.mark.parametrize(("key", "code"), [("\x03", 130), ("\x04", 1)])
def test_r3_ctrl_c_and_end_of_input_save_and_say_so(start, folder, mode, key, code):
    child = start("business", *mode)
    child.expect("What is your business called")
    child.sendline("Rosewater")
    child.expect("train")
    child.send(key)
    words, ended = end_of(child)
    assert "Saved in answers.yml" in words
    assert ended == code
    assert said(folder, "business.name") == "Rosewater"


@pytest.mark.slow
def test_a_closed_window_ends_the_interview_quietly(start, folder):
    child = start("business")
    child.expect("What is your business called")
    child.sendline("Rosewater")
    child.expect("train")
    child.close(force=False)
    assert child.exitstatus == 129 or child.signalstatus == signal.SIGHUP
    assert said(folder, "business.name") == "Rosewater"


@pytest.mark.slow
@pytest.mark.parametrize("marked", [True, False])
def test_r8_a_pasted_paragraph_never_answers_the_next_question(start, folder, marked):
    child = start("business", "--only")
    child.expect("What is your business called")
    child.sendline("Rosewater")
    child.expect("train")
    text = "We arrange flowers.\n\n- For everyone.\n\n\n- In town."
    child.send(f"\x1b[200~{text}\x1b[201~" if marked else text.replace("\n", "\r"))
    time.sleep(0.3)
    child.send("\r\r")
    child.expect("question 3 of")
    assert said(folder, "business.what_we_do") == text
    assert said(folder, "business.customer_word") is None


@pytest.mark.slow
@pytest.mark.parametrize("mode", [(), ("--plain",)])
@pytest.mark.parametrize("marked", [True, False])
def test_r8_lines_pasted_into_a_one_line_question_stay_one_answer(start, folder, mode, marked):
    if mode and marked:
        pytest.skip("a plain screen does not ask the terminal to mark a paste")
    child = start("business", "--only", *mode)
    child.expect("What is your business called")
    end = "\n" if mode else "\r"
    child.send(
        "\x1b[200~Rosewater\nFlowers\x1b[201~\r" if marked else f"Rosewater{end}Flowers{end}"
    )
    child.expect("train")
    assert said(folder, "business.name") == "Rosewater Flowers"
    assert said(folder, "business.what_we_do") is None


@pytest.mark.slow
def test_r8_a_longer_answer_can_be_written_in_an_editor(start, folder, tmp_path):
    editor = tmp_path / "editor.sh"
    editor.write_text('#!/bin/sh\nprintf "Written\\nelsewhere" > "$1"\n')
    editor.chmod(0o755)
    child = start("--ask", "business-story", EDITOR=str(editor))
    child.expect("Enter ends it")
    child.sendline("edit")
    child.expect("Opening editor. Save and close it")
    end_of(child)
    assert said(folder, "business.story") == "Written\nelsewhere"


@pytest.mark.parametrize("mode", [(), ("--plain",)])
@pytest.mark.parametrize("word", ["skip", "?", "<", "home", "quit"])
def test_after_a_refusal_every_word_works_at_once(start, folder, mode, word):
    child = start("--ask", "reviews.next_review", *mode)
    child.expect("do it again")
    child.sendline("twelvish")
    child.expect("Write the day as")
    child.sendline(word)
    shows = {"skip": "Left open", "?": "How to answer|The idea comes|These work"}
    child.expect(shows.get(word, "Go on whenever you like|Your playbook"))
    assert said(folder, "reviews.next_review") is None


def test_after_a_refusal_an_arrow_key_mends_what_was_typed(start, folder):
    child = start("--ask", "reviews.next_review")
    child.expect("do it again")
    child.sendline("2027-05-1x")
    child.expect("takes its place")
    child.send(RIGHT + "\x7f2\r")
    end_of(child)
    assert said(folder, "reviews.next_review") == "2027-05-12"


@pytest.mark.parametrize("end", ["key", "window", "plain"])
def test_half_a_sentence_is_offered_when_the_interview_goes_on(start, folder, end):
    mode = ("--plain",) if end == "plain" else ()
    child = start("--ask", "business-story", *mode)
    child.expect("ends it|empty line")
    child.send("We began  - with\n" if mode else "We began  - with")
    time.sleep(0.3)
    if end == "window":
        child.close(force=False)
    else:
        child.send("\x03")
        end_of(child)
    assert said(folder, "business.story") is None
    child = start("--ask", "business-story", *mode)
    child.expect("You had begun to type: We began")
    child.expect("Enter takes that")
    time.sleep(0.2)
    child.send("\n" if mode else RIGHT + " bread.\r")
    end_of(child)
    assert said(folder, "business.story") == "We began  - with" + ("" if mode else " bread.")
    assert "We began" not in (folder / ".playbook" / "begun.json").read_text()


def test_r12_a_dumb_terminal_gets_plain_lines_without_any_code(start, folder):
    child = start("people", "--only", TERM="dumb")
    child.expect("1. \\[x\\] Owner")
    child.sendline("2")
    child.expect("2. \\[ \\] Enquiries and bookings")
    child.sendline("quit")
    words = child.read()
    assert "\x1b" not in (child.before or "") + words
    assert len(said(folder, "people.roles")) == 3


def test_r12_a_pipe_gets_plain_lines_and_no_answer_is_asked_for_ever(folder):
    held = piped(folder, "Rosewater\n", "business")
    words = held.stdout.decode()
    assert held.returncode == 1
    assert "\x1b" not in words
    assert "The input ended, so the interview ends here." in words
    assert said(folder, "business.name") == "Rosewater"


@pytest.mark.slow
def test_r11_without_a_terminal_and_input_there_is_no_traceback(folder):
    held = piped(folder, "")
    assert held.returncode == 1
    assert b"Traceback" not in held.stderr
    assert b"The input ended" in held.stdout


@pytest.mark.slow
def test_r12_no_color_means_no_colour(start):
    child = start("business", NO_COLOR="1")
    child.expect("What is your business called")
    child.sendline("quit")
    words = child.before + child.read()
    assert not re.search(r"\x1b\[[0-9;]*(3[0-7]|9[0-7]|4[0-7])m", words)


@pytest.mark.slow
@pytest.mark.parametrize("mode", [(), ("--plain",)])
def test_r12_forty_columns_and_wide_characters_are_enough(start, folder, mode):
    child = start("people", "--only", *mode, columns=40)
    child.expect("1. ")
    child.sendline("花屋の店長さん、とても長い名前の役割をもつひと、とても長い")
    child.expect("Added")
    child.sendline("quit")
    lines = ANSI.sub("", child.read()).split("\n")
    from playbook.text_width import columns

    assert all(columns(line) <= 40 for line in lines)


@pytest.mark.slow
def test_r24_escape_codes_in_the_file_never_reach_the_terminal(start, folder):
    file = folder / "answers.yml"
    answers = load(file).answers.with_value("business.name", "Evil \x9b31m\u202eshop")
    file.unlink()
    create(file, answers)
    child = start("business", "--only", "--plain")
    child.expect("Begin|Continue")
    child.sendline("2")
    child.expect("so far: Evil .*")
    assert "\x9b" not in child.after
    assert "\u202e" not in child.after


@pytest.mark.slow
def test_two_interviews_at_once_are_refused_with_who_and_since_when(start, folder):
    child = start("business")
    child.expect("What is your business called")
    second = piped(folder, "Tulip\n", "business")
    assert second.returncode == 1
    assert "is being worked on by" in second.stderr.decode()


@pytest.mark.slow
def test_r10_a_change_by_hand_is_noticed_and_both_are_kept(start, folder):
    child = start("business", "--only")
    child.expect("What is your business called")
    file = folder / "answers.yml"
    file.write_text(file.read_text() + "business:\n  # by hand\n  goal: Our goal\n")
    child.sendline("Rosewater")
    child.expect("changed outside this interview meanwhile")
    child.expect("train")
    assert said(folder, "business.name") == "Rosewater"
    assert said(folder, "business.goal") == "Our goal"
    assert "# by hand" in file.read_text()


@pytest.mark.slow
def test_r4_a_folder_without_rights_is_said_before_the_first_question(folder):
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    folder.chmod(0o500)
    held = piped(folder, "Rosewater\n", "business")
    folder.chmod(0o700)
    assert held.returncode == 1
    assert b"called" not in held.stdout


@pytest.mark.slow
def test_closed_input_is_one_sentence(folder):
    shell = f"exec {sys.executable} -m playbook interview --folder '{folder}' <&-"
    held = subprocess.run(
        ["sh", "-c", shell], env=environment(), capture_output=True, timeout=30, check=False
    )
    assert held.returncode == 1
    assert held.stderr.startswith(b"Error: There is no terminal here to ask questions in.")
    assert b"Traceback" not in held.stderr


@pytest.mark.parametrize("mode", [(), ("--plain",)])
@pytest.mark.parametrize(
    "environ",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "ascii:strict"},
    ],
)
def test_a_terminal_said_to_know_ascii_only_hears_every_letter_and_shows_stand_ins(
    start, folder, mode, environ
):
    child = start("business", *mode, **environ)
    child.expect("What is your business called")
    child.sendline("“Łukasz” é…")
    child.expect("next to you on a train")
    child.sendline("<")
    child.expect("What is your business called")
    child.expect_exact('"Lukasz" e...')
    child.send("\x03")
    words, ended = end_of(child)
    assert "Traceback" not in words
    assert ended == 130
    assert said(folder, "business.name") == "“Łukasz” é…"
