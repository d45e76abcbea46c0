"""Show the interview as plain lines: for pipes, dumb terminals, screen readers and logs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TextIO

from playbook.terminal.screen.keywords import key_in
from playbook.terminal.screen.line_reader import LineReader
from playbook.terminal.screen.screen import Leaving, Line, Menu, Prompt, Reason, at_window
from playbook.terminal.screen.text_editor import edited
from playbook.text_width import NARROWEST, WIDEST, shortened, showable, wrapped


def terminal_width() -> int:
    """Return how many columns to write in."""
    try:
        wanted = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        wanted = 80
    return max(NARROWEST, min(wanted - 1, WIDEST))


class PlainScreen:
    """A screen of numbered lines, with nothing that moves and nothing said by colour."""

    fills_in = False

    def __init__(
        self, *, output: TextIO, reader: LineReader, width: Callable[[], int] = terminal_width
    ) -> None:
        self._output = output
        self._reader = reader
        self._width = width
        self._menu = Menu(())

    def show(self, *lines: Line) -> None:
        """Show some paragraphs."""
        if any(line.style == "title" for line in lines):
            self._menu = Menu(())
        for line in lines:
            self._put(line)
        self._output.flush()

    def ask(self, prompt: Prompt) -> str:
        """Return what the person typed."""
        if prompt.menu.entries:
            self._show_menu(prompt.menu)
        if prompt.several_lines:
            return self._ask_lines()
        line, pasted = self._heard(shortened(prompt.label, self._width() - 3))
        if prompt.lists:
            return "\n".join([line, *pasted])
        if pasted:
            self.show(Line("Several lines came at once. They count as one answer."))
        return " ".join(filter(str.strip, [line, *pasted]))

    def edit(self, text: str) -> str | None:
        """Return *text* as changed in the person's own editor."""
        return edited(text, self.show) if self._reader.is_terminal else None

    def _ask_lines(self) -> str:
        lines: list[str] = []
        while True:
            try:
                line, pasted = self._heard()
            except Leaving as leaving:
                if not lines or leaving.reason is not Reason.INPUT_ENDED:
                    leaving.begun = "\n".join(lines)
                    raise
                break
            lines += [line, *pasted]
            acts = len(lines) == 1 and key_in(line)
            if pasted:
                self.show(Line("Pasted. Add more lines, or finish with an empty line."))
            elif acts or not line.strip():
                break
        return "\n".join(lines).strip("\n")

    def _heard(self, label: str = "") -> tuple[str, list[str]]:
        """Return what was typed; what came through a pipe is shown, as a terminal would."""
        self._write(f"{label}> ")
        self._output.flush()
        line, pasted = self._reader.read()
        if not self._reader.is_terminal:
            self._write(f"{shortened(line, self._width() - 2)}\n")
        return line, pasted

    def _show_menu(self, menu: Menu) -> None:
        """Show the lines of a menu; after a tick, only those that changed."""
        before, self._menu = self._menu, menu
        known = set(enumerate(before.entries)) if before.labels == menu.labels else set()
        for at, entry in enumerate(menu.entries):
            if entry.ticked is None or (at, entry) not in known:
                self._show_entry(menu, at)

    def _show_entry(self, menu: Menu, at: int) -> None:
        entry = menu.entries[at]
        if entry.heading:
            self._put(Line(""))
            self._put(Line(entry.heading))
        offered = ", offered" if at == menu.cursor and entry.ticked is None else ""
        indent = len(str(len(menu.entries))) + 2
        self._put(Line(f"{entry.text}{offered}", indent=indent, mark=f"{at + 1}."))

    def _put(self, line: Line) -> None:
        for text in wrapped(line.text, self._width(), indent=line.indent, first=line.mark):
            self._write(f"{text}\n")

    def _write(self, text: str) -> None:
        with at_window():
            self._output.write("\n".join(map(showable, text.split("\n"))))
