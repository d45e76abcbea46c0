"""Ask one question of a draft, wherever that is done: what fills it, what holds, what it takes.

It needs no place in an interview and no history: whoever has the address of a field can ask.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from playbook.draft.draft import Draft
from playbook.draft.item_list import ItemList
from playbook.language.customer_word import several
from playbook.method.contact import part_of
from playbook.method.models import Question
from playbook.model.fields import Field
from playbook.model.paths import general, path_to
from playbook.model.playbook import model_fields
from playbook.parse.choices import Option
from playbook.parse.shares import share_in
from playbook.yamlfile import Path, Plain

_CUSTOMER, _CUSTOMERS = ("business", "customer_word"), ("business", "customers_word")
_SAID_IN = {"journey.touchpoints[].standard_share": "standard"}
"""The shares that the words of another field of the same thing may say."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A question, asked about what a draft holds."""

    draft: Draft
    question: Question
    today: datetime.date
    within: Path = ()
    """The thing the question is about, where it is about one."""

    @property
    def path(self) -> Path:
        """The path that the answer fills."""
        return path_to(self.question.fills, self.within)

    @property
    def field(self) -> Field:
        """The model's description of the field that the answer fills."""
        return model_fields()[general(self.path)]

    @property
    def value(self) -> Plain:
        """What the owner said so far."""
        return self.draft.said(self.path)

    @property
    def suggestion(self) -> Plain:
        """What the pack proposes as the answer, or else what the owner's own words say already.

        The latter is only ever offered: nothing holds of it before it is taken.
        """
        proposed = self.draft.proposed(self.path)
        if self.path == _CUSTOMERS:
            return self._several() or proposed
        source = _SAID_IN.get(general(self.path))
        if proposed is not None or source is None:
            return proposed
        words = self.draft.holds((*self.within, source))
        share = share_in(words) if isinstance(words, str) else None
        return None if share is None else str(share)

    def _several(self) -> str:
        """Return what several customers are called, by the owner's own word for one of them."""
        word = self.draft.said(_CUSTOMER)
        is_own = isinstance(word, str) and word != self.draft.proposed(_CUSTOMER)
        return several(str(word)) if is_own else ""

    @property
    def effective(self) -> Plain:
        """What holds for now as the answer: what the owner said, or else what the pack proposes."""
        return self.draft.holds(self.path)

    @property
    def may_skip(self) -> bool:
        """Whether the question can be left open: not where the playbook cannot do without."""
        return not self.field.required

    @property
    def things(self) -> ItemList:
        """The list that the question is about."""
        return ItemList(self.draft, self.path, self.question.thing or "thing")

    @property
    def source(self) -> str:
        """The list whose things are the choices, or an empty text."""
        return self.question.choices_from or self.field.refers

    @property
    def options(self) -> tuple[Option, ...]:
        """What the owner may choose as the answer."""
        if self.question.choices:
            return tuple(Option(one.value, one.label) for one in self.question.choices)
        if self.source:
            things = self.draft.things(self.source)
            return tuple(Option(*thing) for thing in things if self._may_be(thing[0]))
        values = self.field.choices or ("yes", "no")
        return tuple(Option(value, value.capitalize()) for value in values)

    def _may_be(self, name: str) -> bool:
        """Return whether a thing of the list can be chosen: of people, those who hold the role."""
        when = self.question.when
        if when is None or not when.several:
            return True
        return name in self.draft.naming(when, self.within)

    @property
    def read_as(self) -> str:
        """As what an answer that is typed is read."""
        return part_of(self.question) or self.field.kind or self.question.kind

    def with_answer(self, value: Plain) -> Draft:
        """Return the draft with an answer to the question, which is left for later no more."""
        key = self.draft.skip_key(self.question, self.within)
        answers = self.draft.answers.with_skipped(key, yes=False)
        return self.draft.with_answers(answers.with_value(self.path, value))

    def without_answer(self) -> Draft:
        """Return the draft without an answer to the question, also without one kept aside."""
        answers = self.draft.answers.with_value(self.path, None)
        return self.draft.with_answers(answers.with_parked(answers.parked_key(self.path), None))
