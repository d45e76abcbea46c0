"""Could somebody who was not in the room tell what is meant?

Words that mean something else to everybody are noticed, and something to see or count is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.checks.finding import Found, numbered
from playbook.model.playbook import Playbook

ASKED_OF = frozenset(
    {
        "standard",
        "value_proposition",
        "detail",
        "steps",
        "put_right",
        "how",
        "when",
        "how_often",
        "action",
        "first_contact",
        "may_decide",
        "passes_on",
        "closing_the_loop",
        "after_sale",
        "recognition",
        "skills_check",
        "right",
    }
)
"""The fields in which only something observable helps the reader."""
_INSTEAD = {
    "how fast": (
        "quick quickly fast promptly prompt swiftly speedy asap timely shortly soon",
        "as soon as possible|in a timely manner|straight away",
    ),
    "when exactly": (
        "regularly often sometimes occasionally periodically frequently",
        "from time to time|as needed|when needed|if needed|where possible|if possible"
        "|when we can|as appropriate|where appropriate",
    ),
    "what somebody would see or hear": (
        "professional professionally friendly nice nicely properly appropriately excellent"
        " courteous courteously helpful efficient efficiently carefully seamless smoothly"
        " world-class",
        "high quality|good service|great service|best service|world class|high standard",
    ),
}
_ASKS = {
    word: asks
    for asks, (words, phrases) in _INSTEAD.items()
    for word in (*words.split(), *phrases.split("|"))
}
_VAGUE = re.compile(
    rf"(?<![\w-])({'|'.join(sorted(map(re.escape, _ASKS), key=len, reverse=True))})(?![\w-])",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"sixty|each|always|never|all|none|no|same|first|once|twice|half|nobody|both)\b",
    re.IGNORECASE,
)
# A figure, or an example after the word, already says what is meant.
_EXACT = re.compile(r"\d|\b(within|before|after|at least|every|by the)\b", re.IGNORECASE)


def knows(language: str) -> bool:
    """Return whether there is a list of vague words for a language; else nothing is vague."""
    return language.partition("-")[0] == "en"


def says_something_observable(text: str) -> bool:
    """Return whether a bystander could see or count something that *text* names."""
    return bool(_EXACT.search(text) or _COUNTED.search(text))


def vague_word(field: str, text: str) -> tuple[str, str] | None:
    """Return the first vague word in the answer to *field*, and what to ask for instead."""
    if field not in ASKED_OF:
        return None
    for sentence in re.split(r"[.;\n]", text):
        found = _VAGUE.search(sentence)
        if found and not _EXACT.search(sentence):
            return found[0], _ASKS[found[0].lower()]
    return None


def vague_standards(playbook: Playbook) -> Iterator[Found]:
    """Find standards that leave open what is meant: nothing to see, nothing to count."""
    for path, point in numbered(playbook.journey.touchpoints, "journey", "touchpoints"):
        standard = point.standard.plain if point.standard else ""
        if not standard or says_something_observable(standard):
            continue
        vague = vague_word("standard", standard)
        what = f"The standard of “{point.name}” has nothing to count."
        mend = "Add a number, such as minutes, rings or days."
        if vague:
            what = f"The standard of “{point.name}” says “{vague[0]}”: {vague[1]}?"
            mend = "Say what a bystander could see or count, such as a time."
        at = (*path, "standard")
        yield Found(at, what, mend, (at,))
