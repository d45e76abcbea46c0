"""Find what a playbook still lacks: an explicit list of rules.

In comes a Playbook, or the plain data it was read from; out go findings with a severity, a path
and a mend. It knows no file: where a path stands in the answers is for others to say.
"""

from playbook.checks.finding import Finding, Severity
from playbook.checks.rules import (
    RULES,
    RULES_OF_TIME,
    RULES_OF_WRITING,
    find,
    find_in_writing,
    find_overdue,
    gravest_first,
)
from playbook.checks.written import written

__all__ = [
    "RULES",
    "RULES_OF_TIME",
    "RULES_OF_WRITING",
    "Finding",
    "Severity",
    "find",
    "find_in_writing",
    "find_overdue",
    "gravest_first",
    "written",
]
