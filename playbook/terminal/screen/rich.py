"""Show the interview in a terminal that can do more: answers to change in place, lists to tick.

prompt_toolkit is used directly. questionary, which builds on it, gives no way to go back
from a question and takes a pasted line break for the end of an answer.
"""

from __future__ import annotations

import os
import select
from collections.abc import Iterable, Mapping

from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import DummyHistory
from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import get_typeahead
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.styles import Style as Styles

from playbook.terminal.screen.plain import terminal_width
from playbook.terminal.screen.prompt import RichPrompt
from playbook.terminal.screen.screen import Leaving, Line, Prompt, Reason, at_window
from playbook.terminal.screen.text_editor import edited
from playbook.text_width import wrapped

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
_SAMPLE = "  ███"
"""What is painted in a colour in front of its name."""
_PASTE_PAUSE = 0.03
_ROWS_AROUND = 8


class RichScreen:
    """A screen on which answers can be changed in place and lists ticked with the arrows."""

    fills_in = True

    def __init__(
        self, *, environ: Mapping[str, str] = os.environ, keyboard: Input, output: Output
    ) -> None:
        self._output = output
        # Asking a terminal where its cursor is can put the reply among the next answer.
        if hasattr(self._output, "enable_cpr"):
            self._output.enable_cpr = False
        self._input = keyboard
        self._depth = ColorDepth.DEPTH_1_BIT if environ.get("NO_COLOR") else None
        self._styles = Styles.from_dict(_STYLES)

    def show(self, *lines: Line) -> None:
        """Show some paragraphs."""
        width = terminal_width()
        fragments: list[tuple[str, str]] = []
        for line in lines:
            if line.sample:
                fragments.append((line.sample, _SAMPLE))
            texts = wrapped(line.text, width, indent=line.indent, first=line.mark)
            fragments.extend((f"class:{line.style}", f"{text}\n") for text in texts)
        self._print(fragments)

    def ask(self, prompt: Prompt) -> str:
        """Return what the person typed, or the number of the line they chose."""
        asking = RichPrompt(prompt, terminal_width(), self._rows())
        session: PromptSession[str] = PromptSession(
            message=asking.message,
            multiline=prompt.several_lines,
            key_bindings=asking.bindings(),
            placeholder=asking.placeholder(),
            prompt_continuation=[("class:mark", "│ ")],
            style=self._styles,
            color_depth=self._depth,
            history=DummyHistory(),
            erase_when_done=bool(prompt.menu.entries),
            input=self._input,
            output=self._output,
        )
        try:
            with at_window():
                answer = session.prompt(default=prompt.filled, pre_run=asking.select)
        except KeyboardInterrupt:
            raise Leaving(Reason.INTERRUPTED, session.default_buffer.text) from None
        except EOFError:
            raise Leaving(Reason.INPUT_ENDED, session.default_buffer.text) from None
        except Leaving as leaving:
            leaving.begun = session.default_buffer.text
            raise
        return self._with_rest_of_paste(answer)

    def edit(self, text: str) -> str | None:
        """Return *text* as changed in the person's own editor."""
        return edited(text, self.show)

    def _print(self, fragments: Iterable[tuple[str, str]]) -> None:
        with at_window():
            print_formatted_text(
                FormattedText(list(fragments)),
                end="",
                style=self._styles,
                output=self._output,
                color_depth=self._depth,
            )

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
        rest = "".join(map(_pasted, keys)).rstrip()
        return f"{answer}\n{rest}" if rest else answer


def _pasted(press: KeyPress) -> str:
    """Return what a key stands for in a paste: arrows and the like for nothing."""
    if press.key in (Keys.ControlM, Keys.ControlJ):
        return "\n"
    is_text = press.key in (Keys.ControlI, Keys.BracketedPaste) or not isinstance(press.key, Keys)
    return press.data if is_text else ""
