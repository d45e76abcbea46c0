"""What the business wants to do better."""

from __future__ import annotations

from typing import Annotated, Literal

from playbook.model.base import Deadline, Id, Item, Record, Refers, Text

Progress = Literal["idea", "doing", "done"]


class Improvement(Item):
    """A change we intend."""

    today: Text = None
    """How it is today."""
    intended: Text = None
    """How it should be."""
    touchpoint: Annotated[Id | None, Refers("journey.touchpoints")] = None
    """The touchpoint it changes."""
    owner: Annotated[Id | None, Refers("people.roles")] = None
    """The role that sees it through."""
    by: Deadline = None
    """By when."""
    progress: Progress | None = None
    """How far it is."""


class Improvements(Record):
    """Changes, by what they are for."""

    easier: tuple[Improvement, ...] = ()
    """What would make it easier to do business with us."""
    wow: tuple[Improvement, ...] = ()
    """What would delight or surprise customers."""
    stop: tuple[Improvement, ...] = ()
    """What we stop doing."""
