"""What was typed is what is saved, by whichever way it came in.

Outer blanks go, and in answers that are lists the mark in front of a line.
"""

from __future__ import annotations

import io
import os
import re
import tempfile
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from playbook.answers.file import create, load
from playbook.draft.draft import Draft
from playbook.interview.file_store import FileStore
from playbook.interview.session import Session
from playbook.interview.set_option import with_settings
from playbook.interview.start import Start
from playbook.parse.reading import NOT_KNOWN
from playbook.terminal.conversation import interview
from playbook.terminal.screen.keywords import is_for_a_list, key_in, literal
from playbook.terminal.screen.line_reader import LineReader
from playbook.terminal.screen.plain import PlainScreen
from playbook.terminal.screen.rich import RichScreen
from playbook.terminal.screen.screen import Leaving, Line, Prompt, Reason, Screen
from playbook.terminal.screen.text_editor import edited
from tests.small_interview import BAKERY, METHOD, PACKS, TODAY, TypingScreen, answers_of

FIELDS = {
    "word": "business.customer_word",
    "what": "business.what_we_do",
    "files": "brand.font_files",
    "roles": "people.roles",
}
"""What a question of each kind fills: a line, a text, a list of lines, and things with names."""
SAID = answers_of(brand={"font": "own"})
MARK = re.compile(r"([-*•–·▪◦‣●○]|\d\d?[.)])\s+")
PIECES = (
    *("- ", " - ", "– ", "•\u00a0", "* ", "1. ", "2) ", "10. ", "24. ", "2-3", "…", "  ", "\u2009"),
    *("#", " #1", ": ", ":", "'", '"', "“so”", "\\", "|", ">", "%", "& ", "!", "@", "`", "?", ","),
    *("[x]", "{y}", "---", "~", "null", "no", "007", "12:30", "=", "+", "<", "skip", "undo"),
    *(
        "call before ",
        "Bríd",
        "Weiß",
        "İzmir",
        "مرحبا",
        "花屋",
        "👩‍🍳",
        "e\u0301",
        "\u200b",
        "a",
        "Z",
    ),
)
letters = st.characters(
    exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"), exclude_characters="\ufffd"
)
piece = st.sampled_from(PIECES) | st.text(letters, max_size=4)
line = st.lists(piece, min_size=1, max_size=6).map("".join)
several = st.lists(line | st.just(""), min_size=1, max_size=5).map("\n".join)


def is_answer(text: str) -> bool:
    """Tell whether a text is an answer: no word that acts, and nothing that says there is none."""
    acts = key_in(text) or is_for_a_list(text) or literal(text) != text or text.startswith("+")
    return bool(text) and not acts and text.casefold() not in NOT_KNOWN


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


lines = line.map(composed).filter(is_answer)
texts = several.map(composed).filter(is_answer)
OWN = {"owner", "counter", "baker"}


def are_new(text: str) -> bool:
    """Tell whether every line of a text can become a thing of its own in the list of roles."""
    names = [name.casefold() for name in without_marks(text)]
    return len({*names} | OWN) == len(names) + len(OWN)


def lines_of(text: str) -> list[str]:
    return [one.strip() for one in text.split("\n") if one.strip()]


def without_marks(text: str) -> list[str]:
    return [MARK.sub("", one, count=1) for one in lines_of(text)]


TEXTS: Mapping[str, st.SearchStrategy[str]] = {
    "word": lines,
    "what": texts,
    "files": texts,
    "roles": texts.filter(are_new),
}
answers = st.sampled_from([*FIELDS]).flatmap(lambda one: st.tuples(st.just(one), TEXTS[one]))
single = st.sampled_from(["word", "what", "files"]).flatmap(
    lambda one: st.tuples(st.just(one), TEXTS[one])
)


def assert_kept(question: str, text: str, saved: Any) -> None:
    """Check what the file says against what was typed."""
    if question in ("word", "what"):
        assert saved == text
        return
    found = [one["name"] for one in saved if one["id"] not in OWN] if question == "roles" else saved
    typed = lines_of(text)
    assert len(found) == len(typed)
    for kept, whole in zip(found, typed, strict=True):
        assert kept == whole or MARK.fullmatch(whole.removesuffix(kept)), (kept, whole)


def entered(question: str, text: str) -> str:
    """Return a text as it is typed at a question: names are added to a list."""
    return f"add {text}" if question == "roles" else text


def saved_after(question: str, screen_in: Callable[[Path], Screen]) -> Any:
    """Return what the file says once somebody was asked one question on a screen."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "answers.yml"
        create(file, SAID)
        loaded = load(file)
        store = FileStore(file, loaded, Path(folder) / "asked.json")
        session = Session.over(METHOD, PACKS, loaded.answers, TODAY)
        start = Start("questions", questions=(question,))
        interview(session, screen=screen_in(Path(folder)), store=store, start=start)
        return load(file).answers.get(FIELDS[question])


def typed(question: str, text: str) -> Any:
    return saved_after(question, lambda _: TypingScreen([entered(question, text)]))


def set_by_name(question: str, text: str) -> Any:
    draft = Draft.over(SAID, BAKERY, METHOD)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "answers.yml"
        create(file, SAID)
        store = FileStore(file, load(file), Path(folder) / "asked.json")
        setting = f"{FIELDS[question]}={text}"
        after, _ = with_settings(draft, [setting], store, packs=PACKS, today=TODAY)
        store.save(after.answers)
        return load(file).answers.get(FIELDS[question])


def pressed(question: str, keys: str) -> Any:
    """Return what is saved after some keys on the screen that can do more."""
    with create_pipe_input() as keyboard:

        class Pressing(RichScreen):
            keys: str = ""

            def ask(self, prompt: Prompt) -> str:
                keyboard.send_text(self.keys or "\x04")
                self.keys = ""
                return super().ask(prompt)

        screen = Pressing(environ={}, keyboard=keyboard, output=DummyOutput())
        screen.keys = keys
        return saved_after(question, lambda _: screen)


def pasted_with_marks(question: str, text: str) -> Any:
    before = "add " if question == "roles" else ""
    return pressed(question, f"{before}\x1b[200~{text}\x1b[201~\r\r")


def pasted_without_marks(question: str, text: str) -> Any:
    keys = entered(question, text).replace("\n", "\r")
    return pressed(question, f"{keys}\r\r")


def pasted_into_lines(question: str, text: str) -> Any:
    """Return what is saved after a paste into a terminal of plain lines."""
    import termios

    master, slave = os.openpty()
    mode = termios.tcgetattr(slave)
    mode[3] &= ~termios.ECHO
    termios.tcsetattr(slave, termios.TCSANOW, mode)

    class Pasting(LineReader):
        texts: tuple[str, ...] = (f"{entered(question, text)}\n", "\n")

        def read(self) -> tuple[str, list[str]]:
            if not self.texts:
                raise Leaving(Reason.LEFT)
            os.write(master, self.texts[0].encode())
            self.texts = self.texts[1:]
            return super().read()

    screen = PlainScreen(output=io.StringIO(), reader=Pasting(slave), width=lambda: 80)
    try:
        return saved_after(question, lambda _: screen)
    finally:
        os.close(master)
        os.close(slave)


def written_in_an_editor(question: str, text: str) -> Any:
    @dataclass
    class Writing(TypingScreen):
        """Has an editor that puts the text into the file it is given."""

        editor: str = ""

        def edit(self, text: str) -> str | None:
            return edited(text, self.put, environ={"EDITOR": self.editor})

        def put(self, line: Line) -> None:
            self.show(line)

    def screen(folder: Path) -> Screen:
        written = folder / "written"
        written.write_text(text, encoding="utf-8")
        return Writing(["edit"], editor=f"cp {written}")

    return saved_after(question, screen)


@pytest.mark.parametrize("question", [*FIELDS])
def test_what_is_typed_is_kept(question):
    @given(TEXTS[question])
    @example("Night phone - my sister Bríd")
    @example("call before 10. then again")
    @example("2-3 days - always")
    def kept(text: str) -> None:
        assert_kept(question, text, typed(question, text))

    kept()


@given(single)
@example(("word", "2-3 days - always"))
def test_what_is_set_by_name_is_kept(answer):
    assert_kept(*answer, set_by_name(*answer))


needs_terminal = pytest.mark.skipif(os.name == "nt", reason="no terminals of this kind there")


@needs_terminal
@pytest.mark.parametrize("way", [pasted_with_marks, pasted_without_marks, pasted_into_lines])
def test_what_is_pasted_is_kept(way):
    @given(answers)
    @example(("what", "We pour tea.\n\n- for neighbours\n\n\n- for trains"))
    @example(("word", "Night phone - my sister Bríd"))
    def kept(answer: tuple[str, str]) -> None:
        assert_kept(*answer, way(*answer))

    kept()


@needs_terminal
@given(single)
@example(("what", "We pour tea.\n\n- for neighbours\n\n\n- for trains"))
def test_what_is_written_in_an_editor_is_kept(answer):
    assert_kept(*answer, written_in_an_editor(*answer))
