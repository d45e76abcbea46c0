"""Keep the pack's things that came into a list unseen apart from what the owner chose.

Who adds one thing to a list from another question has not seen the rest of that list. The
rest is kept by its ids alone, which leaves every word of it a suggestion.
"""

from __future__ import annotations

from playbook.model.paths import things_in
from playbook.yamlfile import Plain

Thing = dict[str, Plain]
PLACED_BY = ("stage",)
"""The fields that say where among the others a thing belongs."""
WRITTEN_WHEN_TICKED = ("id", "name", *PLACED_BY)
"""What the answers keep of a thing that was only ticked."""


def is_unseen(thing: object) -> bool:
    """Return whether a thing of a list says nothing but its id."""
    return isinstance(thing, dict) and thing.keys() == {"id"}


def has_unseen(value: object) -> bool:
    """Return whether a list holds things that the owner has not seen there."""
    return any(map(is_unseen, things_in(value)))
