"""Ask one question until it is answered, left open, or somebody wants to go elsewhere.

The answer is typed, or chosen from a list: one line of it, or several.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NoReturn

from playbook.errors import PlaybookError
from playbook.interview.answer import (
    CHOSEN,
    NO_ANSWER,
    Heard,
    Query,
    fits,
    hear,
    in_words,
    taken,
    with_new,
)
from playbook.interview.autosave import Store
from playbook.interview.session import Session
from playbook.interview.thing_list import answered_in_place, said_of_new_name
from playbook.model.paths import listed
from playbook.parse.choices import Option, parts_of, pick, pick_numbers
from playbook.parse.colour_names import colours_like
from playbook.parse.meaning import Unclear
from playbook.parse.reading import NOT_KNOWN, typed
from playbook.terminal.numbered_menu import line_of
from playbook.terminal.page_view import Preview, no_preview, preview_lines
from playbook.terminal.screen.keywords import Key, is_for_a_list, key_in, literal
from playbook.terminal.screen.screen import Leaving, Line, Menu, MenuEntry, Prompt, Reason, Screen
from playbook.terminal.texts import HANDLING, explanation, heading, question_again, question_lines
from playbook.yamlfile import Plain

SEVERAL_LINES = ("text", "lines")
_NUMBERS = re.compile(r"[\d\s,;–-]+")
ANEW = " Type it anew, or press Enter to keep your words."
"""What to do about words that are doubted and may stay."""
_NO_CHOICE = "There is nothing to choose from yet. Type a name to add one, or skip."


@dataclass(frozen=True, slots=True)
class Means:
    """What a question is asked with."""

    screen: Screen
    store: Store
    keep: Callable[[Session], Session]
    """Saves what changed, and returns the session as it was saved."""
    preview: Preview = no_preview


class TypedQuestion:
    """One question on its way to an answer that is typed."""

    read_back = "Read as {}."
    """How it is said what an answer was understood as."""

    def __init__(self, session: Session, means: Means) -> None:
        self.session = session
        self.screen = means.screen
        self.handling = HANDLING[means.screen.fills_in]
        self._means = means
        self._place = session.answers.parked_key(session.path)
        self._begun = self._means.store.begun.at(self._place)
        self._draft = self._begun
        self._query: Query | None = None
        self._asked_back = False
        self._fits = session.value is None or fits(session.asking)

    def ask(self) -> Session:
        """Return the session after the question."""
        self.screen.show(Line(""), heading(self.session), *question_lines(self.session))
        self.introduce()
        while True:
            after = self._heard(self._typed_at(self.prompt()))
            if after is not None and after.frames != self.session.frames:
                return self._answered(after)
            if after is not None:
                self.session = self._means.keep(after)

    def _typed_at(self, prompt: Prompt) -> str:
        """Return what is typed; where somebody leaves instead, what stands on the line is kept."""
        try:
            return self.screen.ask(prompt)
        except Leaving as leaving:
            is_typed = self.session.question.kind not in (*CHOSEN, "things")
            if is_typed and leaving.begun.strip() not in ("", as_typed(self.session.value)):
                self._means.store.begun.keep(self._place, leaving.begun)
            raise

    def _answered(self, after: Session) -> Session:
        """Return the session after the question, saved where nothing begun is needed any more."""
        if self._begun and after.answers.get(self.session.path) != self.session.value:
            after = self._means.keep(after)
            self._means.store.begun.keep(self._place, "")
        return after

    def return_from(self, index: int) -> None:
        """Remember which thing of a list the owner comes back from."""

    def introduce(self) -> None:
        """Show what was said or is suggested, and how to go on."""
        said, suggested = self.session.value, self.session.suggestion
        if not self._fits:
            words = in_words(self.session.asking, said)
            self.say(f"Your earlier answer no longer fits: {words}. Please answer anew.")
        elif said is None and suggested is not None:
            self.screen.show(
                Line(f"Suggested: {in_words(self.session.asking, suggested)}", "offer")
            )
        elif said is not None and not self.screen.fills_in:
            self.screen.show(
                Line(f"Your answer so far: {in_words(self.session.asking, said)}", "offer")
            )
        if self._begun:
            self.screen.show(Line(f"You had begun to type: {self._begun}", "offer"))
        self.screen.show(*self.way_on())

    def way_on(self) -> Iterator[Line]:
        """Say how to answer, where that needs to be said."""
        how = self.how_to_go_on()
        if how:
            yield Line(how, "faint")

    def how_to_go_on(self) -> str:
        """Say what ends the answer and what Enter does."""
        enter = ""
        if self._begun:
            enter = self.handling.goes_on
        elif self._stands:
            enter = self.handling.keeps
        elif self.session.suggestion is not None:
            enter = "Enter takes the suggestion."
        return f"{self.handling.ends.get(self.session.question.kind, '')} {enter}".strip()

    def prompt(self) -> Prompt:
        """Return what to ask for."""
        query = self._query
        if query is None or not query.offers:
            return self.own_prompt()
        return Prompt(menu=Menu.of(query.offers, 0 if query.likeliest else None))

    def own_prompt(self) -> Prompt:
        """Return what to ask for, where nothing is asked back."""
        kind = self.session.question.kind
        so_far = as_typed(self.session.value) if self._stands else ""
        return Prompt(
            filled=(self._draft or so_far) if self.screen.fills_in else "",
            offered="" if self._stands else as_typed(self.session.suggestion),
            several_lines=kind in SEVERAL_LINES,
            enter_ends=kind == "text",
        )

    def nothing(self) -> Session | None:
        """Return the session after Enter on its own."""
        session = self.session
        if self._begun and not self.screen.fills_in:
            return self.answer(typed(self._begun))
        if self._stands:
            return session.forward()
        if session.suggestion is not None:
            return session.answered(session.suggestion)
        self.say("Nothing typed yet. Type an answer, or skip to decide later.")
        return None

    def answer(self, text: str) -> Session | None:
        """Return the session with *text* as the answer, or None to ask again."""
        return self._settled(hear(self.session.asking, text, self._means.store))

    def _settled(self, heard: Heard) -> Session | None:
        query = heard.query
        if query is None or (query.typed and self._asked_back):
            return self._take(heard)
        self._query, self._draft = query, query.typed
        self._asked_back = True
        self.say(f"{query.words}{_way_out(query)}")
        return None

    def chosen(self, heard: Heard) -> Session:
        """Return the session with what was heard as the answer."""
        here = self.session
        if here.frame.within and len(here.frames) > 1:
            draft, about = here.written(heard.value).draft, here.frames[-2].question
            told = said_of_new_name(draft, here.question, here.frame.within, about)
            self.screen.show(*[Line(told, "notice")] * bool(told))
        return here.answered(heard.value)

    def explain(self) -> None:
        """Explain the question, and ask it again."""
        self._ask_again(explanation(self.session))

    def say(self, text: str) -> None:
        """Show something the owner should notice."""
        self.screen.show(Line(text, "notice"))

    @property
    def _stands(self) -> bool:
        """Whether there is an answer that can stay as it is."""
        return self.session.value is not None and self._fits

    def _ask_again(self, told: Iterable[Line]) -> None:
        self.screen.show(*told, *question_again(self.session))
        self.introduce()

    def _heard(self, text: str) -> Session | None:
        try:
            return self._understood(text)
        except (Unclear, PlaybookError) as unclear:
            self._draft = typed(literal(text))
            self.say(str(unclear))
            self.screen.show(*self._fitting(text), *self._way_to_mend())
        return None

    def _fitting(self, text: str) -> Iterator[Line]:
        """Offer what would fit in the place of an answer that was refused."""
        if self.session.asking.read_as == "colour":
            for name, code in colours_like(text):
                yield Line(f"{name}, {code}", indent=2, sample=code)

    def _way_to_mend(self) -> Iterator[Line]:
        """Say how to go on from an answer that was refused and still stands on the line."""
        if self._draft and self.handling.mends and self.prompt().filled:
            yield Line(self.handling.mends, "faint")

    def _understood(self, text: str) -> Session | None:
        key = key_in(text)
        if key is not None:
            return self._do(key)
        if is_for_a_list(text) and self.session.question.kind != "things":
            typed_so = text.strip()
            self.say(f"That works at lists only. If it is your answer, type \\{typed_so}")
            return None
        text = typed(literal(text))
        if text.casefold() in NOT_KNOWN:
            return self._skip()
        query, self._query = self._query, None
        heard = taken(query, text) if query else None
        if heard is not None:
            return self._settled(heard)
        return self.answer(text) if text else self.nothing()

    def _take(self, heard: Heard) -> Session | None:
        if heard == NO_ANSWER:
            return None
        if heard.echo:
            self.screen.show(Line(self.read_back.format(heard.echo), "good"))
        if heard.note:
            self.screen.show(Line(heard.note))
        return self.chosen(heard)

    def _do(self, key: Key) -> Session | None:
        actions: dict[Key, Callable[[], Session | None]] = {
            Key.QUIT: self._quit,
            Key.EXPLAIN: self._explained,
            Key.PREVIEW: self._preview,
            Key.EDIT: self._edit,
            Key.SKIP: self._skip,
            Key.BACK: self._back,
            Key.CLEAR: self._clear,
            Key.DONE: self.session.done,
            Key.HOME: self.session.home,
        }
        return actions[key]()

    def _quit(self) -> NoReturn:
        raise Leaving(Reason.LEFT)

    def _explained(self) -> None:
        if self._query is not None and self._query.offers:
            self._query = None
        self.explain()

    def _preview(self) -> None:
        answer = self.session.effective
        words = in_words(self.session.asking, answer) if answer else ""
        self._ask_again(preview_lines(self._means.preview, self.session, words))

    def _back(self) -> Session | None:
        """Return the session at the question before; words that were only queried are kept."""
        query, self._query = self._query, None
        if query is None:
            return self.session.back()
        if query.offers or query.likeliest is None or query.likeliest.adds:
            return None
        return self.session.written(query.likeliest.value).back()

    def _clear(self) -> Session:
        self._draft = ""
        self.screen.show(Line("Taken away. The question is open again.", "good"))
        return self.session.cleared()

    def _skip(self) -> Session | None:
        session = self.session
        if session.value is None and not session.may_skip:
            self.say("This one is needed. Anything will do for now; you can change it later.")
            return None
        told = "Left open. It stays on your list."
        if session.value is not None:
            told = "Your answer stays. To take it away, type clear."
        elif session.suggestion is not None:
            told = "Left open. The suggestion stays a suggestion."
        self.screen.show(Line(told, "faint"))
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


def _way_out(query: Query) -> str:
    """Return what to press after a question that was asked back."""
    if query.typed:
        return ANEW
    does = query.offers[0].does
    return f" Enter {does}; or type another answer." if does else ""


def as_typed(value: Plain) -> str:
    """Return an answer the way it would be typed."""
    return "\n".join(str(one) for one in listed(value))


class ChoiceQuestion(TypedQuestion):
    """One question on its way to the choice of one answer."""

    read_back = "→ {}"

    def __init__(self, session: Session, means: Means) -> None:
        super().__init__(session, means)
        self.handling = replace(self.handling, keeps="Enter keeps your answer.")

    @property
    def options(self) -> tuple[Option, ...]:
        """What the owner may choose."""
        return self.session.asking.options

    def way_on(self) -> Iterator[Line]:
        """Say how to answer, or that there is nothing to choose from."""
        nothing = iter([Line(_NO_CHOICE, "notice")])
        return super().way_on() if self.options else nothing

    def how_to_go_on(self) -> str:
        """Say how to choose."""
        more = "A new name adds one. " if self.session.asking.source else ""
        return f"{self.handling.choose}{more}{super().how_to_go_on()}".strip()

    def own_prompt(self) -> Prompt:
        """Return what to ask for, where nothing is asked back."""
        line = line_of(self.options, self.session.effective)
        if len(self.options) == 1:
            line = 0
        return Prompt(menu=Menu.of(self.options, line))

    def chosen(self, heard: Heard) -> Session:
        """Return the session with what was heard as the answer, and what it adds to the list."""
        return answered_in_place(*with_new(self.session, heard))

    def nothing(self) -> Session | None:
        """Return the session after Enter on its own."""
        offered = (self.session.value, self.session.suggestion)
        if offered == (None, None) and len(self.options) == 1:
            return self.answer("1")
        return super().nothing()


class SeveralQuestion(ChoiceQuestion):
    """One question on its way to the choice of several answers."""

    def __init__(self, session: Session, means: Means) -> None:
        super().__init__(session, means)
        self._ticked = {str(one) for one in listed(session.effective)}
        self._cursor = 0

    def how_to_go_on(self) -> str:
        """Say how to choose."""
        return f"{self.handling.tick}Enter goes on."

    def own_prompt(self) -> Prompt:
        """Return what to ask for, where nothing is asked back."""
        entries = (MenuEntry(one.label, ticked=one.value in self._ticked) for one in self.options)
        return Prompt(menu=Menu(tuple(entries), self._cursor))

    def nothing(self) -> Session | None:
        """Return the session with what is ticked as the answer."""
        known: list[Plain] = [one.value for one in self.options if one.value in self._ticked]
        if not known and self.session.value is None:
            return self.session.skipped()
        self.screen.show(Line(f"→ {in_words(self.session.asking, known)}", "good"))
        return self.session.answered(known)

    def answer(self, text: str) -> Session | None:
        """Tick or untick what *text* names, and ask again."""
        if _NUMBERS.fullmatch(text):
            options = [self.options[at] for at in pick_numbers(text, len(self.options))]
        elif len(parts_of(text)) == 1:
            return super().answer(text)
        else:
            options = [pick(part, self.options) for part in parts_of(text)]
        self._toggle([option.value for option in options])
        return None

    def chosen(self, heard: Heard) -> Session:
        """Tick what was heard and ask again."""
        session, value = with_new(self.session, heard)
        self._toggle([str(value)])
        return session

    def _toggle(self, values: list[str]) -> None:
        for value in values:
            self._ticked ^= {value}
            self._cursor = line_of(self.options, value) or 0
