"""Say amounts of money in the business's currency."""

from __future__ import annotations

from playbook.model.people import Role
from playbook.pages.context import Guide
from playbook.pages.parts import Answer, unsaid
from playbook.words import Words


def limit(guide: Guide, role: Role) -> Answer:
    """Return how much a role may spend to put something right, with its currency."""
    if role.make_good_limit is None:
        return unsaid(role, "make_good_limit")
    return money(guide, format(role.make_good_limit, ",f"))


def money(guide: Guide, amount: str) -> Answer:
    """Return an amount in the business's currency."""
    revenue = guide.playbook.scorecard.revenue
    currency = revenue.currency.plain if revenue and revenue.currency else ""
    return Answer(Words(f"{currency}{amount}" if len(currency) == 1 else f"{currency} {amount}"))
