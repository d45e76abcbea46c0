"""Show the interview as plain lines: for pipes, dumb terminals, screen readers and logs."""

from __future__ import annotations

import errno
import os
import select
import sys
from collections.abc import Callable
from typing import TextIO

from playbook.terminal.keywords import key_in
from playbook.terminal.screen import Leaving, Line, Menu, Prompt, Reason, editor_opens
from playbook.terminal.text_editor import edited, editor_name
from playbook.text_width import NARROWEST, WIDEST, shortened, showable, wrapped

_STANDARD_INPUT = 0
_PASTE_PAUSE = 0.03
"""Seconds after a line in which only a paste brings another one."""


class PlainScreen:
    """A screen of numbered lines, with nothing that moves and nothing said by colour."""

    fills_in = False

    def __init__(
        self,
        *,
        output: TextIO | None = None,
        reader: LineReader | None = None,
        width: Callable[[], int] | None = None,
    ) -> None:
        self._output = output or sys.stdout
        self._reader = reader or LineReader(_STANDARD_INPUT)
        self._width = width or terminal_width
        self._menu: Menu | None = None

    def show(self, *lines: Line) -> None:
        """Show some paragraphs."""
        if any(line.style == "title" for line in lines):
            self._menu = None
        width = self._width()
        for line in lines:
            for text in wrapped(line.text, width, indent=line.indent, first=line.mark):
                self._write(f"{text}\n")
        self._output.flush()

    def ask(self, prompt: Prompt) -> str:
        """Return what the person typed."""
        if prompt.menu is not None:
            self._show_menu(prompt.menu)
        if prompt.several_lines:
            return self._ask_lines()
        self._write(f"{shortened(prompt.label, self._width() - 3)}> " if prompt.label else "> ")
        self._output.flush()
        line, pasted = self._heard()
        if pasted:
            whole = " ".join(part.strip() for part in (line, *pasted) if part.strip())
            self.show(Line("Several lines came at once. They count as one answer."))
            return whole
        return line

    def edit(self, text: str) -> str | None:
        """Return *text* as changed in the person's own editor."""
        if not self._reader.is_terminal or not editor_name():
            return None
        self.show(editor_opens(editor_name()))
        return edited(text)

    def _ask_lines(self) -> str:
        lines: list[str] = []
        while True:
            self._write("> ")
            self._output.flush()
            try:
                line, pasted = self._heard()
            except Leaving as leaving:
                if lines and leaving.reason is Reason.INPUT_ENDED:
                    return "\n".join(lines)
                raise
            lines.extend([line, *pasted])
            if pasted:
                self.show(Line("Pasted. Add more lines, or finish with an empty line."))
            elif len(lines) == 1 and (not line.strip() or key_in(line)):
                return line
            elif not line.strip():
                return "\n".join(lines).strip("\n")

    def _heard(self) -> tuple[str, list[str]]:
        """Return what was typed; what came through a pipe is shown, as a terminal would."""
        line, pasted = self._reader.read()
        if not self._reader.is_terminal:
            self._write(f"{shortened(line, self._width() - 2)}\n")
        return line, pasted

    def _show_menu(self, menu: Menu) -> None:
        """Show the lines of a menu; after a tick, only those that changed."""
        before, self._menu = self._menu, menu
        labels = [entry.label for entry in menu.entries]
        same = before is not None and labels == [entry.label for entry in before.entries]
        for at, entry in enumerate(menu.entries):
            if same and before and entry.ticked is not None and before.entries[at] == entry:
                continue
            self._show_entry(menu, at)

    def _show_entry(self, menu: Menu, at: int) -> None:
        entry = menu.entries[at]
        if entry.heading:
            self.show(Line(""), Line(entry.heading))
        tick = "" if entry.ticked is None else "[x] " if entry.ticked else "[ ] "
        detail = f" ({entry.detail})" if entry.detail else ""
        offered = ", offered" if at == menu.cursor and entry.ticked is None else ""
        indent = len(str(len(menu.entries))) + 2
        text = f"{tick}{entry.label}{detail}{offered}"
        for line in wrapped(text, self._width(), indent=indent, first=f"{at + 1}."):
            self._write(f"{line}\n")

    def _write(self, text: str) -> None:
        encoding = getattr(self._output, "encoding", None) or "utf-8"
        safe = "\n".join(map(showable, text.split("\n")))
        try:
            self._output.write(safe.encode(encoding, "replace").decode(encoding))
        except OSError:
            raise Leaving(Reason.HUNG_UP) from None


class LineReader:
    """Reads lines from a file descriptor, and knows which of them came in one paste."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._rest = b""
        self._ended = False
        self.is_terminal = os.isatty(descriptor)

    def read(self) -> tuple[str, list[str]]:
        """Return the next line, and on a terminal those that were pasted with it."""
        line = self._line()
        pasted = []
        while self.is_terminal and self._more_is_here():
            pasted.append(self._line())
        return line, pasted

    def _line(self) -> str:
        while b"\n" not in self._rest and not self._ended:
            try:
                chunk = os.read(self._descriptor, 65536)
            except OSError as error:  # the terminal is gone, or there never was any input
                closed = error.errno == errno.EBADF
                raise Leaving(Reason.INPUT_ENDED if closed else Reason.HUNG_UP) from None
            self._ended = not chunk
            self._rest += chunk
        if not self._rest:
            raise Leaving(Reason.INPUT_ENDED)
        line, _, self._rest = self._rest.partition(b"\n")
        return line.decode("utf-8", "replace").rstrip("\r")

    def _more_is_here(self) -> bool:
        if self._rest:
            return True
        if self._ended or os.name == "nt":  # select cannot watch a Windows console
            return False
        return bool(select.select([self._descriptor], [], [], _PASTE_PAUSE)[0])


def terminal_width() -> int:
    """Return how many columns to write in."""
    try:
        wanted = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        wanted = 80
    return max(NARROWEST, min(wanted - 1, WIDEST))
