"""Find out where YAML stops reading a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from playbook.yamlfile.nodes import disguise, guarded_events


@dataclass(frozen=True, slots=True)
class Fault:
    """Where YAML stopped reading, as indexes of lines."""

    line: int
    runaway: tuple[int, ...] = ()
    """The line of a quotation mark that swallowed everything up to the fault, if one did."""

    @property
    def floor(self) -> int:
        """The line that reading must get past once the mistake is fixed."""
        return min((self.line, *self.runaway))


def find_fault(text: str) -> Fault | None:
    """Return where YAML stops reading *text*, None when it does not.

    Raise RefusedError when the text is too deep or too large.
    """
    quoted = (0, 0)
    masked, _ = disguise(text)
    try:
        for event in guarded_events(masked):
            if getattr(event, "style", None) in ("'", '"'):
                quoted = (event.start_mark.line, event.end_mark.line)
    except yaml.MarkedYAMLError as error:
        return _fault(error, *quoted)
    return None


def _fault(error: Any, opened: int, closed: int) -> Fault:
    """Return the fault that *error* means; the last quoted text goes from *opened* to *closed*.

    The published type of the error allows marks of None, which the parser never leaves out.
    """
    context = error.context or ""
    line: int = error.problem_mark.line
    if "quoted scalar" in context:
        return Fault(line, (error.context_mark.line,))
    if "simple key" in context or "flow" in context:
        return Fault(error.context_mark.line)
    return Fault(line, (opened,) if opened < closed == line else ())
