"""Find what a playbook still lacks: an explicit list of rules.

In comes a Playbook, the plain data it was read from, words of its file that count as notes, or
its logo as it is shown; out go findings with a severity, a path and a mend. It knows no file:
where a path stands in the answers is for others to say.
"""

from playbook.checks.finding import Finding, Severity
from playbook.checks.logo import ShownLogo
from playbook.checks.rules import (
    RULES,
    RULES_OF_LOGO,
    RULES_OF_NOTES,
    RULES_OF_TIME,
    RULES_OF_WRITING,
    find,
    find_in_logo,
    find_in_notes,
    find_in_writing,
    find_overdue,
    gravest_first,
    rules_for,
)
from playbook.checks.written import written

__all__ = [
    "RULES",
    "RULES_OF_LOGO",
    "RULES_OF_NOTES",
    "RULES_OF_TIME",
    "RULES_OF_WRITING",
    "Finding",
    "Severity",
    "ShownLogo",
    "find",
    "find_in_logo",
    "find_in_notes",
    "find_in_writing",
    "find_overdue",
    "gravest_first",
    "rules_for",
    "written",
]
