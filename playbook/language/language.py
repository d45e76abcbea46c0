"""Say a phrase by its id, in the words of one business."""

from __future__ import annotations

import datetime
from collections import ChainMap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from playbook.language import conventions
from playbook.language.phrases import Layer, Phrase, Texts
from playbook.language.said import Said, fill
from playbook.words import Words

ENGLISH = "en"


@dataclass(frozen=True)
class Language:
    """The phrases of a language, with others laid over them, and the words of a business."""

    code: str
    phrases: Mapping[str, Phrase]
    layers: Sequence[Layer] = ()
    """What is said otherwise; the first that knows a phrase is heard."""
    forms: Mapping[str, Words] = field(default_factory=dict)
    """What those are called whom the business serves, by form."""

    def say(self, name: str, /, **slots: object) -> Said:
        """Return the phrase *name* with its *slots* filled; {count} chooses among its numbers.

        Raise KeyError where there is no such phrase, or nothing fills one of its slots.
        """
        texts = self._heard[name]
        quantity = "other"
        if len(texts) > 1:
            quantity = self._quantity(slots["count"])
        text = texts.get(quantity, texts["other"])
        return fill(text, {**self.every_form, **slots})

    def in_words(self, value: Words | datetime.date | Decimal) -> Words:
        """Return what an answer says, as readers of the language see it."""
        if isinstance(value, Words):
            return value
        if isinstance(value, datetime.date):
            return conventions.day(value, self.code)
        return conventions.number(value, self.code)

    def money(self, amount: Decimal, currency: str) -> Words:
        """Return an amount in a currency."""
        return conventions.money(amount, currency, self.code)

    def listed(self, names: Sequence[Words]) -> Words | None:
        """Return names as people list them, or None for no names."""
        return conventions.listed(names, self.code) if names else None

    def _quantity(self, count: object) -> str:
        if not isinstance(count, int):
            raise TypeError(f"{count!r} is no whole number to choose a phrase by")
        from babel.core import Locale  # rarely needed: most phrases count nothing

        return str(Locale.parse(self.code, sep="-").plural_form(count))

    @cached_property
    def _heard(self) -> Mapping[str, Texts]:
        """The texts of each phrase, from the first that knows it."""
        ours = {name: phrase.texts for name, phrase in self.phrases.items()}
        return ChainMap(*map(dict, self.layers), ours)

    @cached_property
    def every_form(self) -> dict[str, Words]:
        """The forms, and each with a capital for the beginning of a sentence."""
        begun = {_capital(name): Words(_capital(word.plain)) for name, word in self.forms.items()}
        return {**self.forms, **begun}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
