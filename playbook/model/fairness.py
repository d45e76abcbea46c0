"""Money and fair dealing."""

from __future__ import annotations

from typing import Annotated

from playbook.model.base import Deadline, Id, Record, Refers, Text, Texts


class Billing(Record):
    """How customers are charged."""

    how: Text = None
    """How and when a customer is charged."""
    right: Text = None
    """How we make sure every bill is right and nobody is surprised."""
    ways_to_pay: Texts = ()
    """The ways to pay a customer can choose from."""
    owner: Annotated[Id | None, Refers("people.roles")] = None
    """The role that answers for the bills."""
    by: Deadline = None
    """The day on which a few bills are looked through again."""


class Fairness(Record):
    """Dealing fairly, and showing customers that they matter."""

    billing: Billing | None = None
    """How customers are charged."""
    loyalty: Text = None
    """What regular customers get without asking and without paying extra."""
    choices: Text = None
    """How customers choose for themselves what we send them."""
    appreciation: Text = None
    """What we do, rather than say, to show that we value them."""
