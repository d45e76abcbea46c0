"""Hold what the owner said, as the answers file says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from playbook.yamlfile import Plain

GENERIC_PACK = "generic"


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything in an answers file; a change gives new answers and leaves the old as they are.

    A path names a value from the top, such as ``business.name``. In a list of things a step
    of the path is the id of a thing: ``people.roles.front-desk.name``.
    """

    data: Mapping[str, Plain] = field(default_factory=dict)

    def get(self, path: str) -> Plain:
        """Return what the owner said at *path*, None when nothing."""
        value: Plain = dict(self.data)
        for step in path.split("."):
            if isinstance(value, dict):
                value = value.get(step)
            elif isinstance(value, list):
                value = next((item for item in value if _has_id(item, step)), None)
            else:
                return None
        return value

    def with_value(self, path: str, value: Plain) -> Answers:
        """Return the answers with *value* at *path*; None takes it away, with parents left empty.

        Raise ValueError when *path* leads through a text.
        """
        changed = _put(dict(self.data), path.split("."), value)
        return Answers(changed if isinstance(changed, dict) else {})

    @property
    def pack(self) -> str:
        """The id of the starter pack."""
        pack = self.data.get("pack")
        return pack if isinstance(pack, str) and pack else GENERIC_PACK

    @property
    def skipped(self) -> tuple[str, ...]:
        """The ids of the questions the owner left for later, in the order of skipping."""
        skipped = self.get("interview.skipped")
        if not isinstance(skipped, list):
            return ()
        return tuple(item for item in skipped if isinstance(item, str))

    @property
    def parked(self) -> dict[str, Plain]:
        """Answers to questions that are not asked now, by path."""
        parked = self.get("interview.parked")
        return dict(parked) if isinstance(parked, dict) else {}

    def with_skipped(self, question_id: str, yes: bool) -> Answers:  # noqa: FBT001 - a state, not a mode
        """Return the answers with a question marked as skipped, or no longer so."""
        others = [item for item in self.skipped if item != question_id]
        if yes and question_id in self.skipped:
            return self
        skipped: list[Plain] = [*others, question_id] if yes else [*others]
        return self.with_value("interview.skipped", skipped or None)

    def with_parked(self, path: str, value: Plain) -> Answers:
        """Return the answers with *value* kept aside for *path*; None takes it away."""
        parked = {key: item for key, item in self.parked.items() if key != path}
        if value is not None:
            parked[path] = value
        return self.with_value("interview.parked", parked or None)


def _has_id(item: Plain, item_id: str) -> bool:
    return isinstance(item, dict) and item.get("id") == item_id


def _put(holder: Plain, steps: list[str], value: Plain) -> Plain:
    """Return *holder* with *value* put at *steps*; None when nothing is left of it."""
    if not steps:
        return value
    step, *rest = steps
    if isinstance(holder, list):
        return _put_in_list(holder, step, rest, value)
    if holder is not None and not isinstance(holder, dict):
        raise ValueError(f"“{holder}” is a text; nothing can be put at {'.'.join(steps)}")
    entries = dict(holder or {})
    changed = _put(entries.get(step), rest, value)
    if changed is None:
        entries.pop(step, None)
    else:
        entries[step] = changed
    return entries or None


def _put_in_list(items: list[Plain], item_id: str, rest: list[str], value: Plain) -> Plain:
    changed = [_put(item, rest, value) if _has_id(item, item_id) else item for item in items]
    if value is not None and not any(_has_id(item, item_id) for item in items):
        changed.append(_put({"id": item_id}, rest, value))
    return [item for item in changed if item is not None] or None
