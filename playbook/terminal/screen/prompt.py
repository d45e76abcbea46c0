"""Draw one prompt in a terminal and give its keys their meaning."""

from __future__ import annotations

from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition, Filter
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from playbook.terminal.screen.keywords import key_in
from playbook.terminal.screen.screen import Menu, Prompt
from playbook.text_width import shortened, wrapped
from playbook.words import clean

_MOVES = ("up", "down", "home", "end", "pageup", "pagedown")
_TICKS: dict[str, str | None] = {"enter": "", "space": "{}", "right": "edit {}"}
"""What each key says in a menu of ticks, with the number of the line; None for nothing at all."""
_CHOOSES: dict[str, str | None] = {"enter": "{}", "space": None, "right": None}


class RichPrompt:
    """One prompt while it is on the screen."""

    def __init__(self, prompt: Prompt, width: int, rows: int) -> None:
        self._prompt = prompt
        self._width = width
        self._rows = rows
        self._heights: list[int] = []
        self._cursor = prompt.menu.cursor

    def message(self) -> FormattedText:
        """Return what stands before the cursor: the menu, if there is one, and a mark."""
        fragments: list[tuple[str, str]] = []
        if self._prompt.menu.entries:
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
        if self._prompt.filled:
            buffer.cursor_position = 0
            buffer.start_selection()
            assert buffer.selection_state is not None
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
        if self._prompt.menu.entries:
            self._bind_menu(keys, empty, self._prompt.menu)
        return keys

    def _bind_enter(self, keys: KeyBindings) -> None:
        one_line = not self._prompt.several_lines or self._prompt.enter_ends

        @keys.add("enter")
        def _enter(event: KeyPressEvent) -> None:
            buffer = event.current_buffer
            untouched = buffer.selection_state is not None or not buffer.text.strip()
            if one_line or untouched or key_in(buffer.text) or _ends_in_an_empty_line(buffer):
                buffer.exit_selection()
                buffer.validate_and_handle()
            else:
                buffer.newline(copy_margin=False)

        @keys.add("escape", "enter")
        def _new_line(event: KeyPressEvent) -> None:
            event.current_buffer.newline(copy_margin=False)

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
        prompt = self._prompt
        one_line = not (prompt.several_lines or prompt.lists or prompt.menu.entries)

        @keys.add(Keys.BracketedPaste)
        def _paste(event: KeyPressEvent) -> None:
            buffer = event.current_buffer
            if buffer.selection_state is not None:
                buffer.cut_selection()
            pasted = clean(event.data).strip("\n")
            buffer.insert_text(" ".join(pasted.split("\n")) if one_line else pasted)

    def _bind_menu(self, keys: KeyBindings, ready: Filter, menu: Menu) -> None:
        for key in _MOVES:

            @keys.add(key, filter=ready)
            def _move(_event: KeyPressEvent, key: str = key) -> None:
                self._cursor = self._reached(menu)[key]

        says = _TICKS if menu.ticks else _CHOOSES
        for key in says:

            @keys.add(key, filter=ready)
            def _say(event: KeyPressEvent, words: str | None = says[key]) -> None:
                nothing = self._cursor is None and not menu.ticks
                if words is not None:
                    event.app.exit(result="" if nothing else words.format(self._here + 1))

    @property
    def _here(self) -> int:
        return self._cursor or 0

    def _reached(self, menu: Menu) -> dict[str, int]:
        """Return the line that each key leads to from the one the cursor is on."""
        first, after = self._visible(menu)
        count, page = len(menu.entries), after - first
        return {
            "up": (self._here - 1) % count,
            "down": 0 if self._cursor is None else (self._here + 1) % count,
            "home": 0,
            "end": count - 1,
            "pageup": max(0, self._here - page),
            "pagedown": min(self._here + page, count - 1),
        }

    def _visible(self, menu: Menu) -> tuple[int, int]:
        """Return the range of entries that are on the screen."""
        if not self._heights:  # measured once, not for every key that is pressed
            self._heights = [len(self._entry(menu, at)) for at in range(len(menu.entries))]
        return _window(self._heights, self._here, self._rows)

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
        moves = "↑ ↓" if last - first == count else "↑ ↓ PgUp PgDn Home End"
        does = "move, space ticks, → opens one." if menu.ticks else "and Enter choose as well."
        fragments.append(("class:faint", f"{shortened(f'{moves} {does}', self._width)}\n"))
        return fragments

    def _entry(self, menu: Menu, at: int) -> list[tuple[str, str]]:
        entry = menu.entries[at]
        here = at == self._cursor
        number = f"{'›' if here else ' '} {at + 1}."
        indent = len(str(len(menu.entries))) + 4
        style = "class:cursor" if here else ""
        lines = wrapped(entry.text, self._width, indent=indent, first=number)
        shown = [(style, f"{line}\n") for line in lines]
        if entry.heading:
            heading = shortened(entry.heading, self._width)
            shown = [("", "\n"), ("class:title", f"{heading}\n"), *shown]
        return shown


def _ends_in_an_empty_line(buffer: Buffer) -> bool:
    document = buffer.document
    return document.is_cursor_at_the_end and not document.current_line.strip()


def _window(heights: list[int], cursor: int, rows: int) -> tuple[int, int]:
    """Return the range of blocks around *cursor* that fits into *rows*.

    Blocks are taken from the cursor outwards: of 1 1 3 1, around the one at 1 and into 3 rows, the
    range is 0 to 2, as the one of 3 rows does not fit any more.
    """
    first, last = cursor, cursor + 1
    room = rows
    for at in sorted(range(len(heights)), key=lambda at: (abs(at - cursor), at)):
        if heights[at] > room:
            break
        room -= heights[at]
        first, last = min(first, at), max(last, at + 1)
    return first, last
