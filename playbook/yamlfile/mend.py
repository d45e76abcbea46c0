"""Read a YAML text past its slips, so that one slip hides no other.

YAML stops at the first thing it cannot read. Here the line at fault is mended in the ways
people slip (see ``slips``), each is tried, and the one after which YAML reads furthest is
what was wrong (see ``search``). The rest of the text is then read as if it had been mended.
"""

from __future__ import annotations

import yaml

from playbook.yamlfile.clear import clear
from playbook.yamlfile.search import Search, find_fault
from playbook.yamlfile.tree import Node, Refusal, TooMuchError, parse

MAX_SLIPS = 20


def parse_mended(text: str) -> tuple[Node | None, list[Refusal]]:
    """Return the tree of *text*, read past its slips, and everything that is wrong with it."""
    lines = text.split("\n")
    refusals = clear(lines)
    search = Search(lines)
    for _ in range(MAX_SLIPS):
        try:
            root, refused = parse("\n".join(lines))
        except TooMuchError as error:
            return None, [*refusals, error.refusal]
        except yaml.YAMLError:
            mend = search.mend()
            if mend is None:
                break
            refusals.append(Refusal(mend.first + 1, mend.what, mend.advice))
            lines[mend.first : mend.first + len(mend.lines)] = mend.lines
        else:
            return root, [*refusals, *refused]
    return None, [*refusals, *_unread(lines)]


def _unread(lines: list[str]) -> list[Refusal]:
    """Return the problem that the rest of the text was not read."""
    try:
        fault = find_fault("\n".join(lines))
    except TooMuchError as error:
        return [error.refusal]
    if fault is None:
        return []
    what = "From here on the file cannot be read."
    line = min(fault.floor + 1, len(lines))
    return [Refusal(line, what, "Mend this line and those above, then try again.")]
