"""The rich screen: every key does what the screen says."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import ColorDepth, DummyOutput
from prompt_toolkit.output.vt100 import Vt100_Output

from playbook.answers.answers import Answers
from playbook.interview.start import Start
from playbook.terminal.screen.prompt import RichPrompt
from playbook.terminal.screen.rich import RichScreen
from playbook.terminal.screen.screen import Leaving, Line, Menu, MenuEntry, Prompt, Reason

UP, DOWN, LEFT, RIGHT = "\x1b[A", "\x1b[B", "\x1b[D", "\x1b[C"
HOME, END, PAGE_UP, PAGE_DOWN = "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~"
SHIFT_TAB, BACKSPACE, CTRL_C, CTRL_D = "\x1b[Z", "\x7f", "\x03", "\x04"
FRUIT = Menu(tuple(MenuEntry(name) for name in ("Apple", "Pear", "Plum")), 1)
TICKS = Menu(tuple(MenuEntry(name, ticked=True) for name in ("Apple", "Pear", "Plum")), 0)


def pasted(text: str) -> str:
    return f"\x1b[200~{text}\x1b[201~"


@pytest.fixture
def typing() -> Iterator[Callable[..., RichScreen]]:
    """Return a function that gives a screen at which somebody presses some keys."""
    with create_pipe_input() as keyboard:

        class Typing(RichScreen):
            keys: tuple[str, ...] = ()

            def ask(self, prompt: Prompt) -> str:
                first, *rest = self.keys or (CTRL_D,)
                self.keys = tuple(rest)
                keyboard.send_text(first)
                return super().ask(prompt)

        def make(*keys: str) -> RichScreen:
            screen = Typing(keyboard=keyboard, output=DummyOutput())
            screen.keys = keys
            return screen

        yield make


@pytest.mark.parametrize(
    ("keys", "heard"),
    [
        ("Tulip\r", "Tulip"),
        (SHIFT_TAB, "<"),
        ("half" + SHIFT_TAB, "<"),
        ("<\r", "<"),
        (pasted("Tulip\nFlowers\n") + "\r", "Tulip Flowers"),
        ("Tulip\rFlowers\r", "Tulip\nFlowers"),
    ],
)
def test_one_line_is_heard(typing, keys, heard):
    assert typing(keys).ask(Prompt()) == heard


@pytest.mark.parametrize(
    ("keys", "heard"),
    [
        ("\r", "Old"),
        ("New\r", "New"),
        ("?\r", "?"),
        (RIGHT + "er\r", "Older"),
        (LEFT + "x\r", "Olxd"),
        (BACKSPACE + "\r", ""),
        (pasted("New") + "\r", "New"),
        (SHIFT_TAB, "<"),
    ],
)
def test_r1_the_answer_so_far_is_kept_changed_or_replaced(typing, keys, heard):
    assert typing(keys).ask(Prompt(filled="Old")) == heard


@pytest.mark.parametrize(
    ("keys", "heard"),
    [
        ("one\rtwo\r\r", "one\ntwo\n"),
        ("<\r", "<"),
        ("skip\r", "skip"),
        ("\r", ""),
        (pasted("one\n\ntwo") + "\r\r", "one\n\ntwo\n"),
        ("one\r\rtwo\r", "one\n\ntwo"),
        ("one\r\r\r- two\r\r…\r", "one\n\n\n- two\n\n…"),
        ("  one\rtwo\r\r", "  one\ntwo\n"),
        (pasted("one\r\n\r\n\r\n\ttwo") + "\r\r", "one\n\n\n\ttwo\n"),
    ],
)
def test_r8_several_lines_end_with_an_empty_one(typing, keys, heard):
    assert typing(keys).ask(Prompt(several_lines=True)) == heard


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("one\r\r- two\r\r\r- three\r", "one\n\n- two\n\n\n- three"),
        ("one\r\r:-)\r", "one\n\n:-)"),
        ("one\r" + UP + "\r", "one"),
        ("one\x1b\r\x1b\rtwo\r", "one\n\ntwo"),
    ],
)
def test_r8_a_paste_without_marks_keeps_its_empty_lines(typing, text, heard):
    assert typing(text).ask(Prompt(several_lines=True, enter_ends=True)) == heard


@pytest.mark.parametrize("menu", [Menu(()), TICKS])
def test_each_line_of_a_pasted_list_stays_a_line(typing, menu):
    for text in (pasted("Till\nOven\n") + "\r", "Till\rOven\r"):
        assert typing(text).ask(Prompt(lists=True, menu=menu)) == "Till\nOven"


def test_r8_enter_keeps_several_lines_as_they_are(typing):
    assert typing("\r").ask(Prompt(filled="one\ntwo", several_lines=True)) == "one\ntwo"


def test_tab_puts_the_suggestion_in_place_to_be_changed(typing):
    assert typing("\t!\r").ask(Prompt(offered="Fresh bread")) == "Fresh bread!"


@pytest.mark.parametrize(
    ("keys", "heard"),
    [
        ("\r", "2"),
        (DOWN + "\r", "3"),
        (UP + UP + "\r", "3"),
        ("1\r", "1"),
        ("Pl\r", "Pl"),
        (SHIFT_TAB, "<"),
    ],
)
def test_a_line_of_a_menu_is_chosen_by_arrows_number_or_name(typing, keys, heard):
    assert typing(keys).ask(Prompt(menu=FRUIT)) == heard


@pytest.mark.parametrize(
    ("keys", "heard"),
    [("\r", ""), (DOWN + " ", "2"), (" ", "1"), (DOWN + RIGHT, "edit 2"), ("all day\r", "all day")],
)
def test_r7_lines_are_ticked_and_opened(typing, keys, heard):
    assert typing(keys).ask(Prompt(menu=TICKS)) == heard


@pytest.mark.parametrize(
    ("keys", "heard"),
    [
        (END, "100"),
        (END + HOME, "1"),
        (PAGE_DOWN, "82"),
        (PAGE_UP, "18"),
        (PAGE_DOWN + PAGE_DOWN, "100"),
        (PAGE_UP + PAGE_UP, "1"),
    ],
)
def test_a_long_menu_is_gone_through_page_by_page_and_to_both_ends(typing, keys, heard):
    menu = Menu(tuple(MenuEntry(f"Entry {number}") for number in range(100)), 49)
    assert typing(keys + "\r").ask(Prompt(menu=menu)) == heard


@pytest.mark.parametrize(
    ("key", "reason"), [(CTRL_C, Reason.INTERRUPTED), (CTRL_D, Reason.INPUT_ENDED)]
)
def test_r3_ctrl_c_and_end_of_input_leave(typing, key, reason):
    with pytest.raises(Leaving) as leaving:
        typing(key).ask(Prompt())
    assert leaving.value.reason is reason


@pytest.mark.parametrize("prompt", [Prompt(), Prompt(several_lines=True)])
def test_what_stands_on_the_line_is_told_by_whoever_leaves(typing, prompt):
    with pytest.raises(Leaving) as leaving:
        typing("We bake and" + CTRL_C).ask(prompt)
    assert leaving.value.begun == "We bake and"


def test_r1_escape_goes_back_only_where_nothing_is_typed(typing):
    assert typing("\x1b").ask(Prompt(filled="Old")) == "<"


def test_a_colour_is_painted_in_front_of_its_name():
    shown = io.StringIO()
    output = Vt100_Output(shown, lambda: Size(40, 80), default_color_depth=ColorDepth.TRUE_COLOR)
    with create_pipe_input() as keyboard:
        screen = RichScreen(environ={}, keyboard=keyboard, output=output)
        screen.show(Line("teal, #008080", indent=2, sample="#008080"))
    assert re.search(r"38;2;0;128;128m  ███\x1b\[0m  teal, #008080", shown.getvalue())


def test_a_long_menu_shows_the_lines_around_the_cursor():
    menu = Menu(tuple(MenuEntry(f"Entry {number}") for number in range(40)), 20)
    shown = "".join(text for _, text in RichPrompt(Prompt(menu=menu), 80, 10).message())
    assert "Entry 20" in shown
    assert "more above" in shown
    assert "more below" in shown
    assert shown.count("Entry") == 10


def test_an_interview_is_held_with_keys_alone(typing, hold):
    screen: Any = typing("Rosewater\r", "\x1b", RIGHT + "!\r", "We bake\r\r", CTRL_C)
    held = hold(
        screen=screen,
        start=Start("chapter", chapter="business"),
        answers=Answers({"pack": "bakery"}),
    )
    assert held.outcome.exit_code == 130
    assert held.answers.get("business.name") == "Rosewater!"
    assert held.answers.get("business.what_we_do") == "We bake"


def test_r7_the_cursor_stays_where_a_thing_was_ticked(typing, hold):
    screen: Any = typing(DOWN + " ", DOWN + " ", "\r")
    held = hold(screen=screen, start=Start("questions", questions=("roles",)))
    assert [role["id"] for role in held.answers.get("people.roles")] == ["owner"]
