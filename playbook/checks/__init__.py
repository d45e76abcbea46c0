"""Tell what a playbook still lacks, as findings with a place and a mend."""

from playbook.checks.finding import Finding, Severity
from playbook.checks.rules import RULES, find

__all__ = ["RULES", "Finding", "Severity", "find"]
