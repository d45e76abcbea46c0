"""Before a thing is taken out, say what names it and offer the mend."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.answers.answers import Answers
from playbook.answers.references import Pointer, described, pointers, repointed
from playbook.draft.draft import Draft
from playbook.draft.item_list import Entry, ItemList
from playbook.draft.losses import in_short, losing
from playbook.parse.reading import Option
from playbook.terminal.numbered_menu import choose, menu_of
from playbook.terminal.screen.screen import Line, Screen

_SHOWN = 5


def mended(things: ItemList, entry: Entry, screen: Screen) -> Draft | None:
    """Return the draft ready for a thing to go, or None when it shall stay."""
    answers = things.draft.answers
    found = pointers(answers, things.field, entry.key) if things.has_ids else ()
    if not found:
        return things.draft
    others = [Option(one.key, one.name) for one in things.entries() if one.ticked]
    others = [option for option in others if option.value != entry.key]
    choices = [Option("open", "Take it out and leave those open")]
    if others:
        choices.append(Option("other", "Take it out and name another one there"))
    choices.append(Option("keep", f"Keep “{entry.name}”"))
    asked = tuple(_naming(answers, entry, found))
    chosen = choose(screen, choices, menu_of(choices), asked)
    which = (Line("Which one?", "question"),)
    to = choose(screen, others, menu_of(others), which) if chosen == "other" else None
    if chosen in ("keep", None) or (chosen == "other" and to is None):
        screen.show(Line(f"“{entry.name}” stays.", "good"))
        return None
    return things.draft.with_answers(repointed(answers, things.field, entry.key, to))


def lost(things: ItemList, entry: Entry, number: int) -> Iterator[Line]:
    """Say which suggestions lose a thing that is taken out, and what keeps it."""
    names = losing(things, entry.key) if things.has_ids else ()
    left = [one for one in things.entries() if one.ticked and one.key != entry.key]
    if names and things.field == "people.roles" and len(left) == 1:
        yield Line(f"“{left[0].name}” takes over: {in_short(names)}.", "offer")
    elif names:
        hint = f"If only the word is wrong, type rename {number}: that puts everything back."
        yield Line(f"{_loss(things)}: {in_short(names)}.", "notice")
        yield Line(hint, "faint")


def _loss(things: ItemList) -> str:
    if things.field == "people.roles":
        return "Nobody has this any more, until you say who"
    return "These suggestions go without it now"


def _naming(answers: Answers, entry: Entry, found: tuple[Pointer, ...]) -> Iterator[Line]:
    count = f"{len(found)} of your answers name" if len(found) > 1 else "One of your answers names"
    yield Line(f"{count} “{entry.name}”:", "notice")
    for pointer in found[:_SHOWN]:
        yield Line(f"– {described(answers, pointer)}", indent=2)
    if len(found) > _SHOWN:
        yield Line(f"– and {len(found) - _SHOWN} more", indent=2)


def taken_back(before: ItemList, after: ItemList) -> str:
    """Say what the last change to a list was, now that it is taken back."""
    was, now = ({one.name for one in things.entries() if one.ticked} for things in (before, after))
    if now - was:
        return f"Taken back: “{min(now - was)}” is in the list again."
    if was - now:
        return f"Taken back: “{min(was - now)}” is no longer in the list."
    return "The last change to the list is taken back."
