"""Could somebody who was not in the room tell what is meant?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.checks.finding import Found
from playbook.model.playbook import Playbook

VAGUE = (
    "as appropriate",
    "as needed",
    "asap",
    "as soon as possible",
    "efficient",
    "efficiently",
    "excellent",
    "friendly",
    "good",
    "high quality",
    "nice",
    "nicely",
    "professional",
    "professionally",
    "promptly",
    "properly",
    "quick",
    "quickly",
    "regularly",
    "soon",
    "timely",
    "well",
    "when possible",
)
_VAGUE = re.compile(rf"\b({'|'.join(map(re.escape, VAGUE))})\b", re.IGNORECASE)
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty sixty "
    "every each always never all no none same before first once twice half nobody both"
)
_OBSERVABLE = re.compile(rf"\d|\b({'|'.join(_NUMBERS.split())})\b", re.IGNORECASE)


def vague_words(text: str) -> tuple[str, ...]:
    """Return the words in *text* that two people would understand differently."""
    return tuple(dict.fromkeys(word.lower() for word in _VAGUE.findall(text)))


def vague_standards(playbook: Playbook) -> Iterator[Found]:
    """Find standards that leave open what is meant: a vague word and nothing to count."""
    for index, point in enumerate(playbook.journey.touchpoints):
        standard = point.standard.plain if point.standard else ""
        vague = vague_words(standard)
        path = ("journey", "touchpoints", index, "standard")
        if standard and vague and not _OBSERVABLE.search(standard):
            what = f"The standard of “{point.name}” says “{vague[0]}”: how would you tell?"
            yield Found(path, what, "Say what a bystander could see or count, such as a time.")
        elif standard and not _OBSERVABLE.search(standard):
            what = f"The standard of “{point.name}” has nothing to count."
            yield Found(path, what, "Add a number, such as minutes, rings or days.")
