"""The people the business serves."""

from __future__ import annotations

from playbook.model.base import Item, Record, RequiredText, Text, Texts


class ReadyAnswer(Record):
    """A question customers ask, and the answer everybody gives."""

    question: RequiredText
    """What customers ask, in their words."""
    answer: Text = None
    """What we answer."""


class Segment(Item):
    """A group of customers who want much the same."""

    who: Text = None
    """Who they are, and a typical moment in which they come to us."""
    needs: Texts = ()
    """What they cannot do without."""
    wants: Texts = ()
    """What they would love to have on top."""
    pain_points: Texts = ()
    """What annoys or worries them, with us or with businesses like ours."""
    challenges: Texts = ()
    """What makes their life hard around the thing we sell."""
    questions: tuple[ReadyAnswer, ...] = ()
    """What they ask, with our ready answers."""


class Customers(Record):
    """The groups of customers the business has in mind."""

    segments: tuple[Segment, ...] = ()
    """The groups, the most important first."""
