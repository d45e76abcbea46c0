"""What every screen has in common: lines, menus, words that act, and ways to leave."""

from __future__ import annotations

import os
import signal

import pytest

from playbook.errors import WorkspaceError
from playbook.parse.meaning import Unclear
from playbook.terminal.screen.keywords import Command, Key, command_in, key_in, literal
from playbook.terminal.screen.prompt import RichPrompt
from playbook.terminal.screen.screen import Leaving, Menu, MenuEntry, Prompt, Reason
from playbook.terminal.screen.signals import Interruptions
from playbook.terminal.screen.text_editor import edited
from playbook.terminal.screen.tty import require_person


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        (MenuEntry("Apple"), "Apple"),
        (MenuEntry("Apple", "sweet"), "Apple (sweet)"),
        (MenuEntry("Apple", ticked=True), "[x] Apple"),
        (MenuEntry("Apple", "sweet", ticked=False), "[ ] Apple (sweet)"),
    ],
)
def test_a_line_of_a_menu_says_whether_it_is_ticked(entry, text):
    assert entry.text == text


def test_an_empty_menu_is_a_line_to_type_in():
    assert Prompt(menu=Menu(())) == Prompt()
    assert not Menu.of([MenuEntry("Apple")]).ticks


@pytest.mark.parametrize(
    ("text", "key"),
    [("?", Key.EXPLAIN), (" BACK ", Key.BACK), ("-", Key.SKIP), ("q", Key.QUIT), ("queue", None)],
)
def test_a_few_words_act(text, key):
    assert key_in(text) is key


@pytest.mark.parametrize(
    ("text", "answer"),
    [("\\quit", "quit"), ("\\edit 7", "edit 7"), ("\\n", "\\n"), ("quit", "quit")],
)
def test_a_backslash_is_taken_off_only_where_it_kept_a_word_from_acting(text, answer):
    assert literal(text) == answer


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("edit 2", Command("edit", "2")),
        ("Describe2", Command("edit", "2")),
        ("delete 1 and 3", Command("remove", "1 and 3")),
        ("rename 2 New till", Command("rename", "2 New till")),
        ("confirm all", Command("confirm", "all")),
        ("new", Command("add")),
        ("undo", Command("undo")),
        ("New customers' evening", None),
        ("All-day menu", None),
    ],
)
def test_a_command_begins_with_its_word(text, command):
    assert command_in(text) == command


@pytest.mark.parametrize("text", ["undo it", "edit Owner", "move x", "edti 2"])
def test_a_command_with_something_else_behind_it_is_asked_about(text):
    with pytest.raises(Unclear, match="Type "):
        command_in(text)


def test_a_window_of_a_menu_shows_as_many_lines_as_there_are_rows():
    menu = Menu(tuple(MenuEntry(f"Entry {number}") for number in range(9)), 0)
    shown = "".join(text for _, text in RichPrompt(Prompt(menu=menu), 80, 5).message())
    assert "Entry 4" in shown
    assert "Entry 5" not in shown
    assert "… 4 more below" in shown


@pytest.mark.parametrize(
    ("number", "reason"),
    [(signal.SIGTERM, Reason.TERMINATED), (signal.SIGINT, Reason.INTERRUPTED)],
)
def test_a_signal_waits_until_an_answer_is_saved(number, reason):
    interruptions, steps = Interruptions(), []
    with interruptions.caught(), pytest.raises(Leaving) as leaving:  # noqa: PT012 - what comes when
        with interruptions.held():
            os.kill(os.getpid(), number)
            steps.append("saved")
        steps.append("asked on")
    assert leaving.value.reason is reason
    assert steps == ["saved"]


def test_what_was_written_in_the_editor_comes_back(tmp_path):
    editor = tmp_path / "vi"
    editor.write_text('#!/bin/sh\nprintf "Anew" > "$1"\n')
    editor.chmod(0o755)
    shown = []
    assert edited("Old", shown.append, environ={"EDITOR": str(editor)}) == "Anew"
    assert "press Esc, type :wq" in shown[0].text


@pytest.mark.parametrize("editor", ["/nowhere/editor", "false"])
def test_an_editor_that_cannot_be_used_changes_nothing(editor):
    assert edited("Old", lambda _line: None, environ={"EDITOR": editor}) is None


def test_where_nobody_is_at_the_terminal_it_is_said_what_to_do_instead(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(WorkspaceError, match=r"no terminal here to ask questions in\. Edit it"):
        require_person("Edit it.")
