"""Is everything decided that has to be, and confirmed by somebody?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playbook.checks.finding import Found, Look, numbered
from playbook.model.base import Item, Record
from playbook.model.fields import at
from playbook.model.paths import path_to
from playbook.model.playbook import Playbook, model_fields

_MOST_NAMED = 12
"""How many ids a mend lists."""
_HEART = {
    "promise.value_proposition": (
        "why customers choose you, in one sentence",
        "Why do customers choose you, in one sentence?",
    ),
    "promise.promises": ("what customers may count on", "What may customers count on?"),
    "journey.touchpoints": (
        "the touchpoints of the journey",
        "Where do customers meet you, from the first look to long after they paid?",
    ),
    "people.roles": (
        "the roles customers depend on",
        "On which roles do customers depend?",
    ),
    "business.goal": (
        "what you want to accomplish with your customers",
        "What do you want to accomplish with your customers?",
    ),
    "customers.segments": (
        "which customers you have in mind",
        "Which kinds of customers do you have in mind?",
    ),
}


_ABOUT = {
    "business": "the business",
    "customers": "your customers",
    "promise": "your promises",
    "journey": "the journey",
    "people": "the people",
    "fairness": "money and fair dealing",
    "scorecard": "what you measure",
    "listening": "how you listen",
    "improvements": "what you make better",
    "reviews": "your reviews",
    "brand": "your looks",
}
"""What each part of a playbook is about."""


def nothing_at(dotted: str, what: str, mend: str, question: str = "") -> Look:
    """Return the look at a field that must not be left open."""

    def look(playbook: Playbook) -> Iterator[Found]:
        if not at(playbook, dotted):
            yield Found(path_to(dotted), what, mend, (path_to(dotted),), question)

    return look


def each_without(field: str, things: str, what: str, mend: str = "", question: str = "") -> Look:
    """Return the look at the things of a list, none of which may leave *field* open.

    In *what* and in the *question*, {} stands for the name of the thing. Without a *mend* of its
    own it lists the ids that the field may hold.
    """
    refers = model_fields()[f"{things}[].{field}"].refers

    def look(playbook: Playbook) -> Iterator[Found]:
        choices = at(playbook, refers) if refers else ()
        for path, thing in numbered(at(playbook, things), *things.split(".")):
            if field not in thing.declined and getattr(thing, field) in (None, ()):
                told = what.format(thing.name)
                asked = question.format(thing.name)
                how = mend or _one_of(choices, field)
                yield Found(path, told, how, ((*path, field),), asked)

    return look


def more_than(most: int, things: str, what: str, mend: str) -> Look:
    """Return the look at a list that must not grow too long; {} in *what* is its length."""

    def look(playbook: Playbook) -> Iterator[Found]:
        count = len(at(playbook, things))
        if count > most:
            yield Found(path_to(things), what.format(count), mend)

    return look


def undecided_heart(playbook: Playbook) -> Iterator[Found]:
    """Find the few answers without which the playbook has no heart."""
    for dotted, (words, question) in _HEART.items():
        mend = f"Go on with: playbook interview {path_to(dotted)[0]}"
        yield from nothing_at(dotted, f"Nothing says {words}.", mend, question)(playbook)


def unconfirmed(playbook: Playbook) -> Iterator[Found]:
    """Find the chapters that rest on suggestions nobody has confirmed."""
    for section in playbook.own_fields():
        count = _suggestions(getattr(playbook, section))
        if count:
            things = "answers are suggestions" if count > 1 else "answer is a suggestion"
            what = f"In “{section}”, {count} {things} that nobody has confirmed."
            mend = f"Look through them: playbook interview {section}"
            question = f"Does what the starter pack suggests about {_ABOUT[section]} fit you?"
            yield Found((section,), what, mend, question=question)


def _suggestions(value: object) -> int:
    """Count the suggestions in a part of the playbook; a suggested list counts as one."""
    if isinstance(value, tuple):
        return sum(map(_suggestions, value))
    if not isinstance(value, Record):
        return 0
    confirmed = set(value.own_fields()) - value.suggested
    return len(value.suggested) + sum(_suggestions(getattr(value, name)) for name in confirmed)


def service_contact(playbook: Playbook) -> Iterator[Found]:
    """Find a customer who would not know whom to ask for help (BizBest, 1)."""
    contact = playbook.people.service_contact
    if contact is None or contact.name is None or not (contact.phone or contact.email):
        what = "Customers cannot tell whom to ask for help: a name with a phone or mail is missing."
        mend = "Add a name and a phone number or mail address."
        question = "Whom do customers ask for help, and how do they reach them?"
        path = ("people", "service_contact")
        yield Found(path, what, mend, (path,), question)


def _one_of(items: Sequence[Item], field: str) -> str:
    """Return how to fill *field* with the id of one of *items*."""
    ids = [item.id for item in items]
    if not ids:
        return f"Give it a line {field}: … once there is something to name there."
    named = ids if len(ids) <= _MOST_NAMED else [*ids[:_MOST_NAMED], "…"]
    return f"Give it a line {field}: … with one of: {', '.join(named)}."
