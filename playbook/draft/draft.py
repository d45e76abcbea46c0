"""Hold a playbook in the making: what the owner said, over what the starter pack suggests.

Whatever asks “what holds here?” asks a draft: the questions, a setting from the command line, a
check, the website. What the owner said is one thing, what the pack proposes another; what holds
is the first, or else the second.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import Enum

from playbook.answers.answers import Answers
from playbook.draft.held import Declined, Held, has_unseen
from playbook.method.models import Condition, Method, Pack, Question
from playbook.method.rewording import reworded
from playbook.model.paths import (
    find,
    general,
    get,
    ids_in,
    listed,
    only,
    path_to,
    texts_in,
    thing_with,
    things_in,
    with_ids,
)
from playbook.model.playbook import is_beside, label_field, refers_to
from playbook.yamlfile import Path, Plain

ROLES = "people.roles"
_ROUNDS = 10
"""No chain of conditions is longer."""


class State(Enum):
    """How far a question is."""

    DECIDED = "decided"
    SUGGESTED = "suggested"
    SKIPPED = "not decided yet"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Draft:
    """The owner's answers over a starter pack; a change gives another draft."""

    answers: Answers
    pack: Pack
    plain: Method
    """The method in its own words."""
    method: Method
    """The method in the words of the pack."""

    @classmethod
    def over(cls, answers: Answers, pack: Pack, plain: Method) -> Draft:
        """Return the draft of *answers* over *pack*, with the method in its words."""
        return cls(answers, pack, plain, reworded(plain, pack))

    def with_answers(self, answers: Answers) -> Draft:
        """Return the draft with other answers over the same pack."""
        return self if answers is self.answers else replace(self, answers=answers)

    @property
    def root(self) -> Held:
        """What is held at the top, from which a path leads to everything else."""
        return Held(self.answers.data, self.pack.suggests, self.declined)

    @property
    def declined(self) -> Declined:
        """The paths of which the owner said that they are not for them."""
        return frozenset(tuple(path.split(".")) for path in self.answers.declined_paths)

    def held(self, path: Path) -> Held:
        """Return what the owner said and the pack proposes at *path*, and which of them holds.

        A suggestion that points at something the owner left out is none.
        """
        held, to = self.root.at(path), refers_to(path)
        if held.proposed is None or not to:
            return held
        known = ids_in(self.root.at(path_to(to)).value)
        return replace(held, proposed=still_there(held.proposed, to, path, known))

    def said(self, path: Path) -> Plain:
        """Return what the owner said at *path*, or None."""
        return self.answers.get(path)

    def proposed(self, path: Path) -> Plain:
        """Return what the pack proposes at *path*, or None."""
        proposed: Plain = self.held(path).proposed
        return proposed

    def holds(self, path: Path) -> Plain:
        """Return what holds at *path*: what the owner said, or else what the pack proposes."""
        return self.held(path).value

    def put(self, path: Path, value: Plain) -> Draft:
        """Return the draft with *value* as the owner's at *path*; None takes the answer away."""
        return replace(self, answers=self.answers.with_value(path, value))

    def is_asked(self, question: Question, within: Path = ()) -> bool:
        """Return whether a question is asked, given the answers so far."""
        condition = question.when
        if condition is None:
            return True
        if condition.several:
            return len(self.naming(condition, within)) > 1
        actual = self.holds(path_to(condition.field, within if is_beside(condition.field) else ()))
        if condition.value is None:
            return bool(actual) and actual != condition.unless
        return condition.value.casefold() in [str(one).casefold() for one in listed(actual)]

    def settled(self, field: Path = ()) -> Draft:
        """Return the draft with answers to hidden questions parked, and to shown ones brought back.

        Where only one *field* has changed, it may be that nothing depends on it. What comes back
        may show another question: a chain of conditions settles in as many rounds as it is long.
        """
        draft = self
        if field and not self.method.decides(field):
            return draft
        for _ in range(_ROUNDS):
            before = draft.answers
            for where, question in draft.method.conditional:
                for within, _ in find(before.data, where):
                    draft = draft._settled_at(question, within)
            if draft.answers is before:
                break
        return draft

    def _settled_at(self, question: Question, within: Path) -> Draft:
        path, asked = path_to(question.fills, within), self.is_asked(question, within)
        return self.with_answers(self.answers.settled(path, asked=asked))

    def naming(self, condition: Condition, within: Path) -> list[str]:
        """Return the ids of the things that name the thing at *within*, as a condition counts."""
        here = self.holds((*within, "id"))
        things = things_in(self.root.at(path_to(condition.field)).value)
        return [
            str(one.get("id")) for one in things if here in texts_in(one.get(condition.several))
        ]

    def state(self, question: Question, within: Path = ()) -> State:
        """Return how far a question is: of a chapter, or about the thing at *within*."""
        held = self.held(path_to(question.fills, within))
        is_said = bool(held.said) or (held.said is not None and question.kind == "things")
        if held.origin == "declined" or (is_said and not has_unseen(held.said)):
            return State.DECIDED
        if self.skip_key(question, within) in self.answers.skipped:
            return State.SKIPPED
        return State.OPEN if held.proposed is None else State.SUGGESTED

    def skip_key(self, question: Question, within: Path = ()) -> str:
        """Return under which name a question is noted as left for later.

        It is the id of a question of a chapter, and the path with ids of one about a thing.
        Where a thing has no id, there is none: it would soon mean another thing.
        """
        if not within:
            return question.id
        named = with_ids(self.answers.data, within)
        is_lasting = all(isinstance(step, str) for step in named)
        return ".".join(map(str, path_to(question.fills, named))) if is_lasting else ""

    def things(self, dotted: str) -> tuple[tuple[str, str], ...]:
        """Return the id and the name of each thing in the list at *dotted*, as it holds."""
        found = things_in(self.root.at(path_to(dotted)).value)
        named = [thing for thing in found if thing.get("id")]
        return tuple((str(thing["id"]), self.name_of(dotted, thing)) for thing in named)

    def name_of(self, dotted: str, thing: dict[str, Plain]) -> str:
        """Return what a thing of the list at *dotted* is called."""
        own = thing.get(label_field(dotted))
        if isinstance(own, str) and own.strip():
            return own
        offered = get(self.pack.suggests, path_to(dotted))
        proposed = thing_with(offered, thing.get("id")) or {}
        return str(proposed.get("name") or thing.get("id") or "unnamed")

    def in_words(self, path: Path, value: Plain) -> str:
        """Return a value at *path* as people read it, with names instead of ids."""
        if isinstance(value, dict):
            return ", ".join(texts_in(list(value.values())))
        names = dict(self.things(refers_to(path)))
        words = [
            self.name_of(general(path), one)
            if isinstance(one, dict)
            else names.get(str(one), str(one or ""))
            for one in listed(value)
        ]
        return ", ".join(words) or ("none" if isinstance(value, list) else "")


def still_there(proposed: Plain, to: str, path: Path, known: Collection[str]) -> Plain:
    """Return what a suggestion at *path* points at in the list *to*, among what is *known* there.

    Where one role does everything, what others were to do falls to it; but nobody stands in
    for themselves.
    """
    is_one = not isinstance(proposed, list)
    if is_one and to == ROLES and len(known) == 1:
        return None if path[-1] == "stand_in" else next(iter(known))
    return only(proposed, known.__contains__) or None
