"""Ask one question until it is answered, left open, or somebody wants to go elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from playbook.checks.vague import vague_word
from playbook.errors import PlaybookError
from playbook.interview.fitting import fits
from playbook.interview.reading_answers import Bringing, read_answer
from playbook.interview.session import Session
from playbook.parse.numbers import Unclear
from playbook.parse.reading import NOT_KNOWN, Reading, typed
from playbook.terminal.page_view import Preview, no_preview, preview_lines
from playbook.terminal.screen.keywords import Key, is_for_a_list, key_in, literal
from playbook.terminal.screen.screen import Leaving, Line, Prompt, Reason, Screen
from playbook.terminal.texts import explanation, heading, question_again, question_lines
from playbook.yamlfile import Plain

SEVERAL_LINES = ("text", "lines")


@dataclass(frozen=True, slots=True)
class Means:
    """What a question is asked with."""

    screen: Screen
    store: Bringing
    keep: Callable[[Session], Session]
    """Saves what changed, and returns the session as it was saved."""
    preview: Preview = no_preview


class Asking:
    """One question on its way to an answer that is typed."""

    def __init__(self, session: Session, means: Means) -> None:
        self.session = session
        self.screen = means.screen
        self._means = means
        self._draft = ""
        self._asked_back = False
        self._fits = session.value is None or fits(session)

    @property
    def _is_typed(self) -> bool:
        """Whether the answer is typed, rather than chosen."""
        return not self.prompt().menu

    def ask(self) -> Session:
        """Return the session after the question."""
        self.screen.show(Line(""), heading(self.session), *question_lines(self.session))
        self.introduce()
        while True:
            after = self._heard(self.screen.ask(self.prompt()))
            if after is not None and after.frames != self.session.frames:
                return after
            if after is not None:
                self.session = self._means.keep(after)

    def return_from(self, index: int) -> None:
        """Remember which thing of a list the owner comes back from."""

    def introduce(self) -> None:
        """Show what was said or is suggested, and how to go on."""
        session = self.session
        if not self._fits:
            words = self.in_words(session.value)
            self.say(f"Your earlier answer no longer fits: {words}. Please answer anew.")
        elif session.value is not None and not self.screen.fills_in:
            self.screen.show(Line(f"Your answer so far: {self.in_words(session.value)}", "offer"))
        elif session.value is None and session.suggestion is not None:
            self.screen.show(Line(f"Suggested: {self.in_words(session.suggestion)}", "offer"))
        if self.how_to_go_on():
            self.screen.show(Line(self.how_to_go_on(), "faint"))

    def how_to_go_on(self) -> str:
        """Say what ends the answer and what Enter does."""
        ends = "Finish with an empty line." if self._takes_several_lines() else ""
        if self.session.question.kind == "lines":
            ends = f"One a line. {ends}"
        elif ends and self.screen.fills_in:
            ends = "Enter ends it; Alt+Enter starts a new line."
        enter = ""
        if self.session.value is not None and self._fits:
            enter = "Enter keeps your answer."
            if self.screen.fills_in and self._is_typed:
                enter = "Enter keeps your answer; an arrow key lets you change it."
        elif self.session.suggestion is not None:
            enter = "Enter takes the suggestion."
        return f"{ends} {enter}".strip()

    def prompt(self) -> Prompt:
        """Return what to ask for."""
        session = self.session
        filled = self._draft
        if not filled and session.value is not None and self._fits:
            filled = as_typed(session.value)
        return Prompt(
            filled=filled if self.screen.fills_in else "",
            goes_on=bool(self._draft),
            offered=""
            if session.value is not None and self._fits
            else as_typed(session.suggestion),
            several_lines=self._takes_several_lines(),
            enter_ends=self.session.question.kind == "text",
        )

    def nothing(self) -> Session | None:
        """Return the session after Enter on its own."""
        session = self.session
        if self._draft and self._asked_back:
            return session.answered(self._read(self._draft).value)
        if session.value is not None and self._fits:
            return session.forward()
        if session.suggestion is not None:
            return session.answered(session.suggestion)
        self.say("Nothing typed yet. Type an answer, or skip to decide later.")
        return None

    def answer(self, text: str) -> Session | None:
        """Return the session with *text* as the answer, or None to ask again."""
        session = self.session
        if self._asked_back and text == self._draft:
            return session.answered(self._read(text).value)
        reading = self._read(text)
        field = session.question.fills.rpartition(".")[2]
        vague = None if self._asked_back else vague_word(field, text)
        if vague:
            word, asks = vague
            self._asked_back, self._draft = True, text
            self.say(
                f"“{word}” means something else to everyone. Can you say {asks}? "
                "Type it anew, or press Enter to keep your words."
            )
            return None
        if reading.echo:
            self.screen.show(Line(f"Read as {reading.echo}.", "good"))
        return session.answered(reading.value)

    def explain(self) -> None:
        """Explain the question, and ask it again."""
        self._ask_again(explanation(self.session))

    def in_words(self, value: Plain) -> str:
        """Return an answer as people read it."""
        if isinstance(value, list) and self.session.question.kind == "lines":
            return "".join(f"\n– {one}" for one in value)
        session = self.session
        return session.draft.in_words(session.path, value)

    def say(self, text: str) -> None:
        """Show something the owner should notice."""
        self.screen.show(Line(text, "notice"))

    def _ask_again(self, told: Iterable[Line]) -> None:
        self.screen.show(*told, *question_again(self.session))
        self.introduce()

    def _takes_several_lines(self) -> bool:
        return self.session.question.kind in SEVERAL_LINES

    def _heard(self, text: str) -> Session | None:
        key = key_in(text)
        if key is not None:
            return self._do(key)
        if self.session.question.kind != "things" and is_for_a_list(text):
            self.say(f"There is no list here. If that is your answer, type \\{text.strip()}")
            return None
        text = typed(literal(text))
        if not text:
            return self.nothing()
        if text.casefold() in NOT_KNOWN:
            return self._do(Key.SKIP)
        try:
            return self.answer(text)
        except (Unclear, PlaybookError) as unclear:
            self._draft = text
            self.say(str(unclear))
        return None

    def _do(self, key: Key) -> Session | None:
        if key is Key.QUIT:
            raise Leaving(Reason.LEFT)
        if key is Key.EXPLAIN:
            self.explain()
            return None
        if key is Key.PREVIEW:
            answer = self.session.effective
            words = self.in_words(answer) if answer else ""
            self._ask_again(preview_lines(self._means.preview, self.session, words))
            return None
        if key is Key.EDIT:
            return self._edit()
        if key is Key.SKIP:
            return self._skip()
        moves = {
            Key.BACK: self._back,
            Key.CLEAR: self._clear,
            Key.DONE: self.session.left,
            Key.HOME: self.session.home,
        }
        return moves[key]()

    def _back(self) -> Session:
        """Return the session at the question before; words that were only queried are kept."""
        session = self.session
        if self._asked_back and self._draft:
            value = self._read(self._draft).value
            session = session.with_draft(session.draft.put(session.path, value))
        return session.back()

    def _clear(self) -> Session:
        self._draft = ""
        self.screen.show(Line("Taken away. The question is open again.", "good"))
        return self.session.cleared()

    def _skip(self) -> Session | None:
        session = self.session
        if session.value is not None:
            self.screen.show(Line("Your answer stays. To take it away, type clear.", "faint"))
        elif not session.may_skip:
            self.say("This one is needed. Anything will do for now; you can change it later.")
            return None
        elif session.suggestion is not None:
            self.screen.show(Line("Left open. The suggestion stays a suggestion.", "faint"))
        else:
            self.screen.show(Line("Left open. It stays on your list.", "faint"))
        return session.skipped()

    def _edit(self) -> Session | None:
        before = self._draft or as_typed(self.session.effective)
        changed = self.screen.edit(before)
        if changed is None:
            self.say("No editor could be opened. Type the answer here instead.")
            return None
        if changed.strip() in ("", before.strip()):
            self.say("Nothing was changed in the editor.")
            return None
        return self._heard(changed)

    def _read(self, text: str) -> Reading:
        return read_answer(self.session, self._means.store, text)


def as_typed(value: Plain) -> str:
    """Return an answer the way it would be typed."""
    if isinstance(value, list):
        return "\n".join(str(one) for one in value)
    return value if isinstance(value, str) else ""
