"""Draw one prompt in a terminal and give its keys their meaning."""

from __future__ import annotations

from prompt_toolkit.application import get_app
from prompt_toolkit.filters import Condition, Filter
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from playbook.terminal.keywords import key_in
from playbook.terminal.screen import Menu, Prompt
from playbook.text_width import shortened, wrapped
from playbook.words import clean


class RichPrompt:
    """One prompt while it is on the screen."""

    def __init__(self, prompt: Prompt, width: int, rows: int) -> None:
        self._prompt = prompt
        self._width = width
        self._rows = rows
        self._heights: list[int] = []
        self._cursor = prompt.menu.cursor if prompt.menu else None

    def message(self) -> FormattedText:
        """Return what stands before the cursor: the menu, if there is one, and a mark."""
        fragments: list[tuple[str, str]] = []
        if self._prompt.menu is not None:
            fragments.extend(self._menu(self._prompt.menu))
        if self._prompt.label:
            label = shortened(self._prompt.label, self._width - 3)
            fragments.append(("class:faint", f"{label} "))
        fragments.append(("class:mark", "› "))
        return FormattedText(fragments)

    def placeholder(self) -> FormattedText | None:
        """Return what Enter on its own takes, shown where the answer goes."""
        if not self._prompt.offered:
            return None
        count = len(self._prompt.offered.split("\n"))
        ghost = self._prompt.offered
        if count > 1:  # they are shown above, one a line, and would run together here
            ghost = f"Enter takes these {count} lines, Tab lets you change them."
        return FormattedText([("class:placeholder", shortened(ghost, self._width - 4))])

    def select(self) -> None:
        """Select the answer so far, so that typing replaces it and an arrow key keeps it."""
        buffer = get_app().current_buffer
        if not self._prompt.filled:
            return
        if self._prompt.goes_on:
            buffer.cursor_position = len(buffer.text)
            return
        buffer.cursor_position = 0
        buffer.start_selection()
        if buffer.selection_state is not None:
            buffer.selection_state.enter_shift_mode()
        buffer.cursor_position = len(buffer.text)

    def bindings(self) -> KeyBindings:
        """Return what the keys do."""
        keys = KeyBindings()
        empty = Condition(lambda: not get_app().current_buffer.text)
        untouched = empty | Condition(lambda: get_app().current_buffer.selection_state is not None)
        self._bind_enter(keys)
        self._bind_moves(keys, empty, untouched)
        self._bind_paste(keys)
        if self._prompt.menu is not None:
            self._bind_menu(keys, empty, self._prompt.menu)
        return keys

    def _bind_enter(self, keys: KeyBindings) -> None:
        several = self._prompt.several_lines

        @keys.add("enter")
        def _enter(event: KeyPressEvent) -> None:
            buffer = event.current_buffer
            line = buffer.document.current_line
            is_last = buffer.document.is_cursor_at_the_end
            untouched = buffer.selection_state is not None or not buffer.text.strip()
            done = untouched or key_in(buffer.text) or (is_last and not line.strip())
            if not several or self._prompt.enter_ends or done:
                buffer.exit_selection()
                buffer.validate_and_handle()
            else:
                buffer.newline()

        @keys.add("escape", "enter")
        def _new_line(event: KeyPressEvent) -> None:
            event.current_buffer.newline()

    def _bind_moves(self, keys: KeyBindings, empty: Filter, untouched: Filter) -> None:
        @keys.add("s-tab")
        @keys.add("escape", filter=untouched, eager=True)
        def _back(event: KeyPressEvent) -> None:
            event.app.exit(result="<")

        @keys.add("tab")
        def _take(event: KeyPressEvent) -> None:
            if empty():
                event.current_buffer.insert_text(self._prompt.offered)

    def _bind_paste(self, keys: KeyBindings) -> None:
        one_line = not self._prompt.several_lines and self._prompt.menu is None

        @keys.add(Keys.BracketedPaste)
        def _paste(event: KeyPressEvent) -> None:
            buffer = event.current_buffer
            if buffer.selection_state is not None:
                buffer.cut_selection()
            pasted = clean(event.data).strip("\n")
            buffer.insert_text(" ".join(pasted.split("\n")) if one_line else pasted)

    def _bind_menu(self, keys: KeyBindings, ready: Filter, menu: Menu) -> None:
        count = len(menu.entries)
        ticks = menu.entries[0].ticked is not None

        def move(step: int) -> None:
            start = -1 if self._cursor is None and step > 0 else self._cursor or 0
            self._cursor = (start + step) % count

        @keys.add("up", filter=ready)
        def _up(_event: KeyPressEvent) -> None:
            move(-1)

        @keys.add("down", filter=ready)
        def _down(_event: KeyPressEvent) -> None:
            move(1)

        self._bind_far_moves(keys, ready, menu)

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

    def _bind_far_moves(self, keys: KeyBindings, ready: Filter, menu: Menu) -> None:
        last = len(menu.entries) - 1

        def move_to(at: int) -> None:
            self._cursor = max(0, min(at, last))

        @keys.add("home", filter=ready)
        def _home(_event: KeyPressEvent) -> None:
            move_to(0)

        @keys.add("end", filter=ready)
        def _end(_event: KeyPressEvent) -> None:
            move_to(last)

        @keys.add("pageup", filter=ready)
        def _page_up(_event: KeyPressEvent) -> None:
            first, after = self._visible(menu)
            move_to((self._cursor or 0) - (after - first))

        @keys.add("pagedown", filter=ready)
        def _page_down(_event: KeyPressEvent) -> None:
            first, after = self._visible(menu)
            move_to((self._cursor or 0) + (after - first))

    def _visible(self, menu: Menu) -> tuple[int, int]:
        """Return the range of entries that are on the screen."""
        if not self._heights:  # measured once, not for every key that is pressed
            self._heights = [len(self._entry(menu, at)) for at in range(len(menu.entries))]
        return _window(self._heights, self._cursor or 0, self._rows)

    def _menu(self, menu: Menu) -> list[tuple[str, str]]:
        count = len(menu.entries)
        first, last = self._visible(menu)
        fragments: list[tuple[str, str]] = []
        if first:
            fragments.append(("class:faint", f"  … {first} more above\n"))
        for at in range(first, last):
            fragments.extend(self._entry(menu, at))
        if last < count:
            fragments.append(("class:faint", f"  … {count - last} more below\n"))
        ticks = menu.entries[0].ticked is not None
        moves = "↑ ↓" if last - first == count else "↑ ↓ PgUp PgDn Home End"
        does = "move, space ticks, → opens one." if ticks else "and Enter choose as well."
        fragments.append(("class:faint", f"{shortened(f'{moves} {does}', self._width)}\n"))
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
        shown = [(style, f"{line}\n") for line in lines]
        if entry.heading:
            heading = shortened(entry.heading, self._width)
            shown = [("", "\n"), ("class:title", f"{heading}\n"), *shown]
        return shown


def _window(heights: list[int], cursor: int, rows: int) -> tuple[int, int]:
    """Return the range of blocks around *cursor* that fits into *rows*."""
    if sum(heights) <= rows:
        return 0, len(heights)
    first, last = cursor, cursor + 1
    room = rows - heights[cursor]
    above = True
    while first > 0 or last < len(heights):
        above = (above and first > 0) or last == len(heights)
        height = heights[first - 1] if above else heights[last]
        if height > room:
            break
        room -= height
        first, last = (first - 1, last) if above else (first, last + 1)
        above = not above
    return first, last
