"""Show the interview in a terminal that can do more: answers to change in place, lists to tick.

prompt_toolkit is used directly. questionary, which builds on it, gives no way to go back
from a question and takes a pasted line break for the end of an answer.
"""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import DummyHistory
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.input.typeahead import get_typeahead
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import ColorDepth, Output, create_output
from prompt_toolkit.styles import Style as Styles

from playbook.interview.editor import edited
from playbook.interview.keys import key_in
from playbook.interview.screen import (
    Leaving,
    Line,
    Menu,
    Prompt,
    Reason,
    shortened,
    showable,
    wrapped,
)
from playbook.interview.terminal_plain import terminal_width

_STYLES = {
    "title": "bold ansicyan",
    "question": "bold",
    "faint": "ansibrightblack",
    "offer": "ansigreen",
    "notice": "bold ansiyellow",
    "good": "ansigreen",
    "placeholder": "ansibrightblack italic",
    "cursor": "reverse",
    "mark": "bold ansicyan",
}
_PASTE_PAUSE = 0.03
_ROWS_AROUND = 8


class RichScreen:
    """A screen on which answers can be changed in place and lists ticked with the arrows."""

    fills_in = True

    def __init__(self, *, environ: Mapping[str, str] = os.environ) -> None:
        self._output: Output = create_output()
        # Asking a terminal where its cursor is can put the reply among the next answer.
        if hasattr(self._output, "enable_cpr"):
            self._output.enable_cpr = False
        self._input: Input = create_input()
        self._depth = ColorDepth.DEPTH_1_BIT if environ.get("NO_COLOR") else None
        self._styles = Styles.from_dict(_STYLES)

    def show(self, *lines: Line) -> None:
        """Show some paragraphs."""
        width = terminal_width()
        fragments = []
        for line in lines:
            for text in wrapped(line.text, width, indent=line.indent):
                fragments.append((f"class:{line.style}", f"{text}\n"))
        self._print(fragments)

    def ask(self, prompt: Prompt) -> str:
        """Return what the person typed, or the number of the line they chose."""
        asking = _Asking(prompt, terminal_width(), self._rows())
        session: PromptSession[str] = PromptSession(
            message=asking.message,
            multiline=prompt.several_lines,
            key_bindings=asking.bindings(),
            placeholder=asking.placeholder(),
            prompt_continuation=[("class:mark", "│ ")],
            style=self._styles,
            color_depth=self._depth,
            history=DummyHistory(),
            erase_when_done=prompt.menu is not None,
            input=self._input,
            output=self._output,
        )
        try:
            answer = session.prompt(default=prompt.filled)
        except KeyboardInterrupt:
            raise Leaving(Reason.INTERRUPTED) from None
        except EOFError:
            raise Leaving(Reason.INPUT_ENDED) from None
        except OSError:
            raise Leaving(Reason.HUNG_UP) from None
        return self._with_rest_of_paste(answer)

    def edit(self, text: str) -> str | None:
        """Return *text* as changed in the person's own editor."""
        return edited(text)

    def _print(self, fragments: Iterable[tuple[str, str]]) -> None:
        try:
            print_formatted_text(
                FormattedText(fragments),
                end="",
                style=self._styles,
                output=self._output,
                color_depth=self._depth,
            )
        except OSError:
            raise Leaving(Reason.HUNG_UP) from None

    def _rows(self) -> int:
        return max(5, self._output.get_size().rows - _ROWS_AROUND)

    def _with_rest_of_paste(self, answer: str) -> str:
        """Return an answer with the lines that came with it in one paste.

        Terminals that do not mark a paste send each of its line breaks as Enter; what
        follows the first one must not answer the next question.
        """
        keys = list(get_typeahead(self._input))
        if os.name != "nt":  # select cannot watch a Windows console
            with self._input.raw_mode():
                while select.select([self._input.fileno()], [], [], _PASTE_PAUSE)[0]:
                    read = self._input.read_keys()
                    if not read:
                        break
                    keys.extend(read)
        ends = (Keys.ControlM, Keys.ControlJ)
        rest = "".join("\n" if one.key in ends else one.data for one in keys)
        return f"{answer}\n{rest.strip()}" if any(map(str.isalnum, rest)) else answer


class _Asking:
    """One prompt while it is on the screen."""

    def __init__(self, prompt: Prompt, width: int, rows: int) -> None:
        self._prompt = prompt
        self._width = width
        self._rows = rows
        self._cursor = prompt.menu.cursor if prompt.menu else None

    def message(self) -> FormattedText:
        fragments: list[tuple[str, str]] = []
        if self._prompt.menu is not None:
            fragments.extend(self._menu(self._prompt.menu))
        if self._prompt.label:
            label = shortened(self._prompt.label, self._width - 3)
            fragments.append(("class:faint", f"{label} "))
        fragments.append(("class:mark", "› "))
        return FormattedText(fragments)

    def placeholder(self) -> FormattedText | None:
        if not self._prompt.offered:
            return None
        offered = shortened(self._prompt.offered, self._width - 4)
        return FormattedText([("class:placeholder", offered)])

    def bindings(self) -> KeyBindings:
        keys = KeyBindings()
        empty = Condition(lambda: not _text(self))
        self._bind_moves(keys, empty)
        menu = Condition(lambda: self._prompt.menu is not None)
        self._bind_menu(keys, empty & menu)
        several = Condition(lambda: self._prompt.several_lines)

        @keys.add("enter", filter=several)
        def _enter(event: KeyPressEvent) -> None:
            buffer = event.current_buffer
            line = buffer.document.current_line
            is_last = buffer.document.is_cursor_at_the_end
            if not buffer.text.strip() or key_in(buffer.text) or (is_last and not line.strip()):
                buffer.validate_and_handle()
            else:
                buffer.newline()

        return keys

    def _bind_moves(self, keys: KeyBindings, empty: Condition | Any) -> None:
        @keys.add("s-tab")
        def _back(event: KeyPressEvent) -> None:
            event.app.exit(result="<")

        @keys.add("escape", filter=empty, eager=True)
        def _escape(event: KeyPressEvent) -> None:
            event.app.exit(result="<")

        @keys.add("tab", filter=empty)
        def _take(event: KeyPressEvent) -> None:
            event.current_buffer.insert_text(self._prompt.offered)

        @keys.add("tab", filter=~empty)
        def _nothing(event: KeyPressEvent) -> None:
            del event  # a tab in an answer would only look odd

    def _bind_menu(self, keys: KeyBindings, ready: Any) -> None:
        count = len(self._prompt.menu.entries) if self._prompt.menu else 0
        ticks = count and self._prompt.menu and self._prompt.menu.entries[0].ticked is not None

        def move(step: int) -> None:
            if count:
                start = -1 if self._cursor is None and step > 0 else self._cursor or 0
                self._cursor = (start + step) % count

        @keys.add("up", filter=ready)
        def _up(_event: KeyPressEvent) -> None:
            move(-1)

        @keys.add("down", filter=ready)
        def _down(_event: KeyPressEvent) -> None:
            move(1)

        @keys.add("enter", filter=ready)
        def _enter(event: KeyPressEvent) -> None:
            chosen = "" if ticks or self._cursor is None else str(self._cursor + 1)
            event.app.exit(result=chosen)

        @keys.add("space", filter=ready)
        def _space(event: KeyPressEvent) -> None:
            if ticks:
                event.app.exit(result=str((self._cursor or 0) + 1))

        @keys.add("right", filter=ready)
        def _right(event: KeyPressEvent) -> None:
            if ticks:
                event.app.exit(result=f"edit {(self._cursor or 0) + 1}")

    def _menu(self, menu: Menu) -> list[tuple[str, str]]:
        blocks = [self._entry(menu, at) for at in range(len(menu.entries))]
        first, last = _window([len(block) for block in blocks], self._cursor or 0, self._rows)
        fragments: list[tuple[str, str]] = []
        if first:
            fragments.append(("class:faint", f"  … {first} more above\n"))
        for block in blocks[first:last]:
            fragments.extend(block)
        if last < len(blocks):
            fragments.append(("class:faint", f"  … {len(blocks) - last} more below\n"))
        return fragments

    def _entry(self, menu: Menu, at: int) -> list[tuple[str, str]]:
        entry = menu.entries[at]
        here = at == self._cursor
        tick = "" if entry.ticked is None else "[x] " if entry.ticked else "[ ] "
        number = f"{'›' if here else ' '} {at + 1}."
        indent = len(str(len(menu.entries))) + 4
        text = f"{tick}{entry.label}" + (f" ({entry.detail})" if entry.detail else "")
        style = "class:cursor" if here else ""
        lines = wrapped(text, self._width, indent=indent, first=number)
        return [(style, f"{showable(line)}\n") for line in lines]


def _text(_asking: _Asking) -> str:
    from prompt_toolkit.application import get_app

    return get_app().current_buffer.text


def _window(heights: list[int], cursor: int, rows: int) -> tuple[int, int]:
    """Return the range of blocks around *cursor* that fits into *rows*."""
    if sum(heights) <= rows:
        return 0, len(heights)
    first = last = cursor
    used = 0
    while first > 0 or last < len(heights):
        if last < len(heights) and used + heights[last] <= rows:
            used += heights[last]
            last += 1
        elif first > 0 and used + heights[first - 1] <= rows:
            first -= 1
            used += heights[first]
        else:
            break
    return first, max(last, cursor + 1)


