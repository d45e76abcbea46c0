"""The plain screen: lines in, lines out, and the whole quick path with every pack."""

from __future__ import annotations

import datetime
import io
import os
import select
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from playbook.answers.answers import Answers
from playbook.answers.file import create
from playbook.app import interview as interviewing
from playbook.interview.start import Start
from playbook.method.load import known_method
from playbook.terminal.conversation import Outcome, interview
from playbook.terminal.screen.line_reader import LineReader
from playbook.terminal.screen.plain import PlainScreen
from playbook.terminal.screen.screen import Leaving, Line, Menu, MenuEntry, Prompt, Reason
from playbook.terminal.screen.tty import can_do_more, open_screen
from playbook.text_width import columns, shortened, showable, wrapped
from playbook.workspace import Workspace

PACKS = sorted(
    file.stem for file in (Path(__file__).parents[3] / "content" / "packs").glob("*.yml")
)
TEA = "We pour tea.\n\n- for trains\n\n\n- for all"
no_windows = pytest.mark.skipif(os.name == "nt", reason="no terminals of this kind there")


@pytest.fixture
def plain() -> Callable[..., tuple[PlainScreen, io.StringIO]]:
    """Return a function that gives a plain screen into which some text is piped."""

    def make(typed: str = "", width: int = 80) -> tuple[PlainScreen, io.StringIO]:
        read, write = os.pipe()
        with os.fdopen(write, "wb") as pipe:
            pipe.write(typed.encode())
        output = io.StringIO()
        return PlainScreen(output=output, reader=LineReader(read), width=lambda: width), output

    return make


def test_lines_are_heard_one_by_one_until_the_input_ends(plain):
    screen, _ = plain("one\r\ntwo")
    assert screen.ask(Prompt()) == "one"
    assert screen.ask(Prompt()) == "two"
    with pytest.raises(Leaving) as leaving:
        screen.ask(Prompt())
    assert leaving.value.reason is Reason.INPUT_ENDED


def test_r8_several_lines_end_with_an_empty_one(plain):
    screen, _ = plain("one\ntwo\n\nnext\n")
    assert screen.ask(Prompt(several_lines=True)) == "one\ntwo"
    assert screen.ask(Prompt()) == "next"


@pytest.mark.parametrize("word", ["<", "?", "skip", "quit", ""])
def test_a_word_such_as_skip_needs_no_empty_line_after_it(plain, word):
    screen, _ = plain(f"{word}\nnext\n")
    assert screen.ask(Prompt(several_lines=True)) == word


@pytest.fixture
def at_terminal() -> Iterator[Callable[..., PlainScreen]]:
    """Return a function that gives a plain screen at a terminal into which some texts are typed.

    Each text comes at once, as a paste does, and the next one only when the screen wants more.
    """
    master, slave = os.openpty()

    class Typing(LineReader):
        texts: tuple[str, ...] = ()

        def read(self) -> tuple[str, list[str]]:
            first, *rest = self.texts
            self.texts = tuple(rest)
            os.write(master, first.encode())
            return super().read()

    def make(*texts: str) -> PlainScreen:
        reader = Typing(slave)
        reader.texts = texts
        return PlainScreen(output=io.StringIO(), reader=reader, width=lambda: 80)

    yield make
    os.close(master)
    os.close(slave)


@no_windows
@pytest.mark.parametrize(
    ("texts", "heard"),
    [
        (("We pour tea.\n\n- for trains\n\n\n- for all\n", "\n"), TEA),
        (("We pour tea.\n\n- for trains\n\n\n- for all", "\n", "\n"), TEA),
        (("\n\nTea\n", "\n"), "Tea"),
        (("Tea\n", "Cake\n", "\n"), "Tea\nCake"),
    ],
)
def test_r8_a_paste_keeps_its_empty_lines_and_one_typed_alone_ends_it(at_terminal, texts, heard):
    assert at_terminal(*texts).ask(Prompt(several_lines=True)) == heard


@no_windows
def test_lines_that_were_not_finished_are_told_by_whoever_leaves():
    read, write = os.pipe()
    os.write(write, b"We pour tea.\n")

    class Interrupted(LineReader):
        def read(self) -> tuple[str, list[str]]:
            if not select.select([read], [], [], 0)[0]:
                raise Leaving(Reason.INTERRUPTED)
            return super().read()

    screen = PlainScreen(output=io.StringIO(), reader=Interrupted(read), width=lambda: 80)
    with pytest.raises(Leaving) as leaving:
        screen.ask(Prompt(several_lines=True))
    assert leaving.value.begun == "We pour tea."


@no_windows
def test_a_paste_into_one_line_becomes_one_line_and_into_a_list_several(at_terminal):
    assert at_terminal("Till\n\nOven\n").ask(Prompt()) == "Till Oven"
    assert at_terminal("Till\nOven\n").ask(Prompt(lists=True)) == "Till\nOven"


def test_r12_a_menu_is_numbered_and_says_in_words_what_is_ticked_and_offered(plain):
    screen, output = plain("\n\n")
    screen.ask(Prompt(menu=Menu((MenuEntry("Apple", "sweet"), MenuEntry("Pear")), 1)))
    screen.ask(
        Prompt(menu=Menu((MenuEntry("Apple", ticked=True), MenuEntry("Pear", ticked=False))))
    )
    assert "1. Apple (sweet)\n2. Pear, offered\n" in output.getvalue()
    assert "1. [x] Apple\n2. [ ] Pear\n" in output.getvalue()


def test_r12_after_a_tick_only_the_line_that_changed_is_said_again(plain):
    screen, output = plain("\n\n")
    for ticked in (True, False):
        entries = (MenuEntry("Apple", ticked=True), MenuEntry("Pear", ticked=ticked))
        screen.ask(Prompt(menu=Menu(entries)))
    assert output.getvalue().count("Apple") == 1
    assert output.getvalue().count("Pear") == 2


@pytest.mark.parametrize("width", [20, 40, 80])
def test_r12_no_line_is_wider_than_the_terminal(plain, width):
    screen, output = plain(width=width)
    text = (
        "花屋の店長さん、とても長い名前の役割をもつひと "
        + "Donaudampfschifffahrt" * 5
        + " 👩‍👩‍👧 é"
    )
    screen.show(Line(text), Line(text, indent=6, mark="  ?"))
    assert all(columns(line) <= width for line in output.getvalue().split("\n"))
    assert columns(shortened(text, width)) <= width


def test_r24_nothing_that_steers_a_terminal_is_shown():
    assert (
        showable("a\x1b[31mb\x9bc\u202ed\u200be\tf\x07")
        == "a\ufffd[31mb\ufffdc\ufffdd\ufffde f\ufffd"
    )
    assert showable("👩‍👧 क्‍ष") == "👩‍👧 क्‍ष"


def test_wrapping_keeps_paragraphs_and_words():
    assert list(wrapped("one two\n\nthree", 10)) == ["one two", "", "three"]
    assert list(wrapped("why we ask", 13, indent=5, first="  ?")) == ["  ?  why we ask"]
    assert list(wrapped("why we ask it", 15, indent=5, first="  ?")) == [
        "  ?  why we ask",
        "     it",
    ]


@pytest.mark.parametrize("term", ["dumb", "unknown", "DUMB"])
def test_r12_a_dumb_terminal_gets_the_plain_screen(term):
    assert not can_do_more({"TERM": term})
    assert isinstance(open_screen(plain=True), PlainScreen)


@pytest.fixture
def hold_plain(tmp_path: Path, plain: Any) -> Callable[..., tuple[Outcome, str]]:
    """Return a function that holds an interview in a real folder over a pipe."""

    def hold(pack: str, typed: list[str], start: Start, width: int = 80) -> tuple[Outcome, str]:
        workspace = Workspace(tmp_path)
        create(workspace.answers, Answers({"format": "1", "pack": pack}))
        session, store = interviewing.open_interview(workspace, datetime.date(2027, 3, 3))
        screen, output = plain("".join(f"{line}\n" for line in typed), width)
        outcome = interview(session, screen=screen, store=store, start=start)
        return outcome, output.getvalue()

    return hold


@pytest.mark.parametrize("pack", PACKS)
def test_every_chapter_can_be_gone_through_with_every_pack(hold_plain, pack):
    typed = ["Rosewater"]
    method = known_method()
    for chapter in method.chapters:
        count = len(chapter.questions)
        typed += [chapter.title, *(["skip"] * (count + 3)), "home"]
    outcome, shown = hold_plain(pack, ["1", *typed, "leave"], Start("home"), 40)
    assert outcome.reason in (Reason.LEFT, Reason.INPUT_ENDED)
    assert all(columns(line) <= 40 for line in shown.split("\n"))
    assert "\x1b" not in shown
