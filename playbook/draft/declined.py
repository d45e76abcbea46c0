"""Read what the owner said is not for them: answers by path, and pages by their file name.

The key ``not_for_us`` of the answers lists both: ``fairness.loyalty``, a path as the answers file
writes it with the id of a thing in a list, or ``fair-dealing.html``, a page as its address ends.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.answers.answers import PAGE, Answers
from playbook.errors import did_you_mean
from playbook.model.paths import path_to
from playbook.model.playbook import model_fields


def declined_pages(answers: Answers) -> tuple[str, ...]:
    """Return the names of the pages that are not for the owner, each with its ending."""
    return tuple(one for one in answers.not_for_us if one.endswith(PAGE))


def wrongly_declined(answers: Answers) -> Iterator[tuple[int, str, str]]:
    """Yield the position in the list of each path that cannot be declined, why, and a mend."""
    for at, one in enumerate(answers.not_for_us):
        path = _general(one)
        field = model_fields().get(path)
        if one.endswith(PAGE) or path.endswith("[]"):
            continue
        if field is None:
            known = [name for name in model_fields() if "[" not in name]
            mend = did_you_mean(one, known) or "docs/answers.md lists every field."
            yield at, f"“{one}” is no answer that could be left out.", mend
        elif field.required:
            yield at, f"“{one}” is needed, so it cannot be left out.", "Take it off the list."


def _general(path: str) -> str:
    """Return a path with ids in its general form: ``people.roles.cook`` is ``people.roles[]``."""
    found = ""
    for step in path_to(path):
        field = model_fields().get(found)
        is_thing = field is not None and field.is_list and field.record is not None
        found = f"{found}[]" if is_thing else f"{found}.{step}".removeprefix(".")
    return found
