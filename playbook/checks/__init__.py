"""Find what a playbook still lacks: an explicit list of rules.

In comes a Playbook; out go findings with a severity, a path and a mend. It knows no file: where a
path stands in the answers is for others to say.
"""

from playbook.checks.finding import Finding, Severity
from playbook.checks.rules import RULES, find

__all__ = ["RULES", "Finding", "Severity", "find"]
