"""Could somebody who was not in the room tell what is meant?"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.finding import Found
from playbook.checks.vague import says_something_observable, vague_word
from playbook.model.playbook import Playbook


def vague_standards(playbook: Playbook) -> Iterator[Found]:
    """Find standards that leave open what is meant: nothing to see, nothing to count."""
    for index, point in enumerate(playbook.journey.touchpoints):
        standard = point.standard.plain if point.standard else ""
        if not standard or says_something_observable(standard):
            continue
        path = ("journey", "touchpoints", index, "standard")
        vague = vague_word("standard", standard)
        if vague:
            word, instead = vague
            what = f"The standard of “{point.name}” says “{word}”: {instead}?"
            yield Found(path, what, "Say what a bystander could see or count, such as a time.")
        else:
            what = f"The standard of “{point.name}” has nothing to count."
            yield Found(path, what, "Add a number, such as minutes, rings or days.")
