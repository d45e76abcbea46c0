"""Read phrases by id, and lay one file of phrases over another."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from playbook.errors import Problem, did_you_mean
from playbook.yamlfile import Document, Path, Plain

QUANTITIES = ("zero", "one", "two", "few", "many", "other")
"""The kinds of number that languages tell apart, as CLDR names them."""
FORMS = ("customer", "customers", "a customer", "customer's", "customers'")
"""What may stand in braces in any phrase: the owner's word for those they serve."""
_EVERYWHERE = {*FORMS, *(form[0].upper() + form[1:] for form in FORMS)}
_TEXTS = {*QUANTITIES, "text"}
_KEYS = {*_TEXTS, "note", "most"}
_MARKUP = re.compile(r"(?P<start>\s|[-+*#>=|:]|\d+[.)](\s|\Z))|.*(?P<tag><[A-Za-z/!?])", re.DOTALL)
Texts: TypeAlias = Mapping[str, str]
"""The text of a phrase for each quantity; only “other” where it counts nothing."""
Layer: TypeAlias = Mapping[str, Texts]
"""What is said otherwise, by the id of the phrase."""
Entry: TypeAlias = "str | Mapping[str, Plain] | Mapping[str, str]"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One thing the product says, with what whoever words it otherwise has to know."""

    texts: Texts
    note: str = ""
    """Where it stands and what it is for."""
    most: str = ""
    """How many characters there is room for."""

    @property
    def slots(self) -> frozenset[str]:
        """The names in braces, but for those that may stand in every phrase."""
        return frozenset(_slots(self.texts)) - _EVERYWHERE


def read_phrases(document: Document, at: Path = ()) -> tuple[dict[str, Phrase], list[Problem]]:
    """Return the phrases at *at* in *document*, and what is wrong with the others there."""
    data = document.data
    for step in at:
        data = data.get(str(step)) if isinstance(data, dict) else None
    problems = list(document.problems)
    known: dict[str, Phrase] = {}
    if not isinstance(data, dict):
        if data is not None:
            what = "Phrases must be lines such as measures.title: Our numbers"
            problems.append(document.problem(at, what))
        return known, problems
    for name, said in data.items():
        wrong = _wrong_in(said)
        if wrong:
            problems.append(document.problem((*at, name), f"“{name}” {wrong}."))
        elif isinstance(said, str | dict):
            known[name] = _phrase(said)
    return known, problems


def layer(
    document: Document, base: Mapping[str, Phrase], at: Path = ()
) -> tuple[Layer, list[Problem]]:
    """Return what *document* says otherwise than *base*, and what is wrong with it.

    A phrase that *base* does not have is a problem, and so is a slot that nothing fills there.
    """
    found, problems = read_phrases(document, at)
    for name, phrase in found.items():
        slots = base[name].slots if name in base else frozenset[str]()
        what, mend = "", ""
        if name not in base:
            what = f"“{name}” is not the name of a phrase."
            mend = did_you_mean(name, base, "“{}”") or "docs/phrases.md lists every phrase."
        elif phrase.slots - slots:
            what = f"“{name}” has nothing to put in the place of {{{min(phrase.slots - slots)}}}."
            mend = f"It may hold {', '.join(f'{{{one}}}' for one in sorted(slots) or FORMS)}."
        if what:
            problems.append(document.problem((*at, name), what, mend))
    return {name: phrase.texts for name, phrase in found.items()}, problems


def worded(entries: Mapping[str, str | dict[str, str]]) -> Layer:
    """Return the layer that *entries* make, which are known to be phrases."""
    return {name: _phrase(said).texts for name, said in entries.items()}


def _slots(texts: Texts) -> list[str]:
    """Return the names in braces; raise ValueError where a brace stands alone."""
    parts = [part for text in texts.values() for part in string.Formatter().parse(text)]
    return [name for _, name, _, _ in parts if name is not None]


def _phrase(said: Entry) -> Phrase:
    if isinstance(said, str):
        return Phrase({"other": said})
    texts = {("other" if key == "text" else key): str(said[key]) for key in said.keys() & _TEXTS}
    return Phrase(texts, str(said.get("note") or ""), str(said.get("most") or ""))


def _wrong_in(said: Plain) -> str:
    """Return what is wrong with the entry of a phrase, or an empty text."""
    if isinstance(said, str):
        return _wrong_text(said)
    if not isinstance(said, dict):
        return "must be a text"
    unknown = sorted(said.keys() - _KEYS)
    if unknown:
        return f"holds “{unknown[0]}”, which is not known here"
    if ("text" in said) == ("other" in said):
        return "needs a line text: or, where it counts something, a line other:"
    return next(filter(None, (_wrong_text(said[key]) for key in said.keys() & _TEXTS)), "")


def _wrong_text(text: Plain) -> str:
    if not isinstance(text, str) or not text:
        return "must be a text"
    marked = _MARKUP.match(text)
    if marked:
        return "must be plain text, without HTML" if marked["tag"] else "must begin with a word"
    try:
        _slots({"other": text})
    except ValueError:
        return "has a brace { or } that stands alone"
    return ""
