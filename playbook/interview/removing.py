"""Before a thing is taken out, say what names it and offer the mend."""

from __future__ import annotations

from playbook.answers.answers import Answers
from playbook.interview.menus import choose, menu_of
from playbook.interview.reading import Option
from playbook.interview.references import Pointer, described, pointers, repointed
from playbook.interview.screen import Line, Screen
from playbook.interview.things import Entry, ThingList

_SHOWN = 5


def mended(things: ThingList, entry: Entry, screen: Screen) -> Answers | None:
    """Return the answers ready for a thing to go, or None when it shall stay."""
    found = pointers(things.answers, things.path, entry.key) if things.has_ids else ()
    if not found:
        return things.answers
    _show(things.answers, entry, found, screen)
    others = [Option(one.key, one.name) for one in things.entries() if one.ticked]
    others = [option for option in others if option.value != entry.key]
    choices = [Option("open", "Take it out and leave those open")]
    if others:
        choices.append(Option("other", "Take it out and name another one there"))
    choices.append(Option("keep", f"Keep “{entry.name}”"))
    chosen = choose(screen, choices, menu_of(choices))
    to = choose(screen, others, menu_of(others)) if chosen == "other" else None
    if chosen in ("keep", None) or (chosen == "other" and to is None):
        screen.show(Line(f"“{entry.name}” stays.", "good"))
        return None
    return repointed(things.answers, things.path, entry.key, to)


def _show(answers: Answers, entry: Entry, found: tuple[Pointer, ...], screen: Screen) -> None:
    count = f"{len(found)} of your answers name" if len(found) > 1 else "One of your answers names"
    screen.show(Line(f"{count} “{entry.name}”:", "notice"))
    for pointer in found[:_SHOWN]:
        screen.show(Line(f"– {described(answers, pointer)}", indent=2))
    if len(found) > _SHOWN:
        screen.show(Line(f"– and {len(found) - _SHOWN} more", indent=2))
